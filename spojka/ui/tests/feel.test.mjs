import assert from "node:assert/strict"
import { test } from "node:test"

const kept = new Map()
const felt = []
globalThis.localStorage = { getItem: key => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) }
Object.defineProperty(globalThis, "navigator", { value: { vibrate: lengths => felt.push(lengths) }, configurable: true })
const { choose, chosen, saved } = await import("../static/ui/feel.js")

test("a phone buzzes until something else is chosen", () => {
  assert.equal(chosen(), "buzz")
  saved()
  assert.deepEqual(felt, [40])
})

test("what was chosen stays, and nothing means nothing", () => {
  choose("nothing")
  saved()
  assert.equal(chosen(), "nothing")
  assert.deepEqual(felt, [40])
})

test("where there is no sound, a tone is no fault", () => {
  choose("tone")
  saved()
  assert.equal(felt.length, 1)
})
