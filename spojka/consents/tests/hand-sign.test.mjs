import assert from "node:assert/strict"
import { test } from "node:test"
import { path, strokesOf } from "../static/consents/hand-sign.js"

test("a drawing is read back as it was written", () => {
  const strokes = [[[1, 2], [30, 44]], [[5, -1]]]

  assert.equal(path(strokes), "M1 2L30 44M5 -1")
  assert.deepEqual(strokesOf(path(strokes)), strokes)
  assert.deepEqual(strokesOf(""), [])
})
