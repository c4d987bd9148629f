import assert from "node:assert/strict"
import { test } from "node:test"
import { answered, newId, noteAnswered } from "ui/id.js"

const memory = () => {
  const items = new Map()
  return { getItem: key => items.get(key) ?? null, setItem: (key, value) => items.set(key, value) }
}

test("an id is a UUID of version 7 and variant 2", () => {
  assert.match(newId(), /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test("an id begins with the moment it was made", () => {
  assert.equal(newId(0x017f22e279b0, new Uint8Array(10).fill(0xff)), "017f22e2-79b0-7fff-bfff-ffffffffffff")
})

test("ids differ", () => {
  assert.equal(new Set(Array.from({ length: 1000 }, () => newId())).size, 1000)
})

test("the last fifty answered ids are remembered", () => {
  const store = memory()
  for (let n = 0; n < 60; n++) noteAnswered(`id-${n}`, store)
  assert.equal(answered(store).length, 50)
  assert.equal(answered(store).at(-1), "id-59")
})
