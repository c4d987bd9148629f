import assert from "node:assert/strict"
import { test } from "node:test"
import { closed, cornersOf, turned, written } from "../static/recommendations/zone-map.js"

test("corners are read as they are copied from a map: latitude first, with or without letters", () => {
  assert.deepEqual(cornersOf("50.7671N, 15.0562E\n 50.7700 15.065 \n\nroh\n50.1"), [[15.0562, 50.7671], [15.065, 50.77]])
  assert.deepEqual(cornersOf(""), [])
})

test("a ring ends where it begins, and its corners are written each once", () => {
  const ring = closed([[15, 50], [15.1, 50], [15.1, 50.1]])
  assert.deepEqual(ring.at(-1), [15, 50])
  assert.equal(written(ring), "50, 15\n50, 15.1\n50.1, 15.1")
  assert.deepEqual(cornersOf(written(ring)), ring.slice(0, -1))
  assert.deepEqual(closed([]), [])
})

test("a map wants latitude first, GeoJSON longitude", () => {
  assert.deepEqual(turned([[15, 50]]), [[50, 15]])
})
