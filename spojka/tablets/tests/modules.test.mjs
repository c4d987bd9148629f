import assert from "node:assert/strict"
import { test } from "node:test"
import { typed } from "../static/tablets/pin-pad.js"

test("digits of a PIN are typed and taken back", () => {
  assert.equal(typed("25", "8", 4), "258")
  assert.equal(typed("2580", "1", 4), "2580")
  assert.equal(typed("258", "back", 4), "25")
})
