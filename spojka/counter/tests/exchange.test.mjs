import assert from "node:assert/strict"
import { test } from "node:test"
import { isCard, needsTouch, over, sum, verdict } from "../static/counter/exchange.js"

test("what came back must be touched where something is given that comes back", () => {
  assert.equal(needsTouch([["10", ""], ["", ""]], false), true)
  assert.equal(needsTouch([["10", "8"]], false), false)
  assert.equal(needsTouch([["10", "0"]], false), false)
  assert.equal(needsTouch([["10", ""], ["", "3"]], false), false)
  assert.equal(needsTouch([["10", ""]], true), false)
  assert.equal(needsTouch([["", ""]], false), false)
})

test("over a limit is more than is left, and no limit is none", () => {
  assert.deepEqual([over("21", "20"), over("20", "20"), over("1", "0"), over("999", undefined)], [true, false, true, false])
})

test("sums take what is a number", () => {
  assert.equal(sum([{ value: "2" }, { value: "" }, { value: "3" }]), 5)
})

test("a card's number is told from a code", () => {
  assert.equal(isCard("abcd efgh-jklm npqr"), true)
  assert.equal(isCard("KRA 84"), false)
  assert.equal(isCard("ABCDEFGHJKLMNPQY"), false)
})

test("what became of a sending", () => {
  assert.deepEqual([201, 422, 401, 0, 404, 500].map(verdict), ["saved", "refused", "signed-out", "signed-out", "fault", "fault"])
})
