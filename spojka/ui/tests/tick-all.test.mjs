import assert from "node:assert/strict"
import { test } from "node:test"
import { tickAll } from "ui/tick-all.js"

test("one tap ticks what is not ticked yet and leaves what can't be", () => {
  const boxes = [{ checked: true }, { checked: false }, { checked: false, disabled: true }]

  const ticked = tickAll(boxes)

  assert.deepEqual(boxes.map(box => box.checked), [true, true, false])
  assert.equal(ticked.length, 1)
})
