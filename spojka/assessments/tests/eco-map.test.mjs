import assert from "node:assert/strict"
import { test } from "node:test"
import { moved } from "../static/assessments/eco-map.js"

test("arrows move somebody, with Shift further, and never off the drawing", () => {
  assert.deepEqual(moved([500, 500], "ArrowLeft", false), [485, 500])
  assert.deepEqual(moved([500, 500], "ArrowDown", true), [500, 560])
  assert.deepEqual(moved([5, 995], "ArrowLeft", false), [0, 995])
  assert.equal(moved([5, 995], "Enter", false), undefined)
})
