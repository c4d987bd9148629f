import assert from "node:assert/strict"
import { test } from "node:test"

import { intent } from "../static/themes/projection-keys.js"

const pressed = (key, more = {}) => intent({ key, ...more })

test("arrows walk over systems and classes", () => {
  assert.deepEqual(["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"].map(key => pressed(key)), ["next", "back", "below", "above"])
})

test("numbers choose a class, 0 is the tenth", () => {
  assert.deepEqual(["1", "9", "0"].map(key => pressed(key)), ["class:0", "class:8", "class:9"])
})

test("space stops and runs, but presses the button that has the focus", () => {
  assert.equal(pressed(" "), "pause")
  assert.equal(pressed(" ", { target: { closest: () => ({}) } }), "")
})

test("keys of the browser are left alone", () => {
  assert.equal(pressed("f", { ctrlKey: true }), "")
  assert.equal(pressed("ArrowLeft", { altKey: true }), "")
  assert.equal(pressed("q"), "")
})
