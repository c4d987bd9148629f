import assert from "node:assert/strict"
import { test } from "node:test"
import { copy } from "ui/copy-text.js"

test("a text is copied where the browser lets us, else it is said that it was not", async () => {
  const taken = []
  const writeText = async text => void taken.push(text)

  assert.equal(await copy("Lipovec", { clipboard: { writeText } }), true)
  assert.deepEqual(taken, ["Lipovec"])
  assert.equal(await copy("Lipovec", {}), false)
  assert.equal(await copy("Lipovec", { clipboard: { writeText: () => Promise.reject(new Error()) } }), false)
})
