import assert from "node:assert/strict"
import { test } from "node:test"
import { clock, dueAt, isDue, mended, pause, told } from "../static/shifts/timer-state.js"

const ID = "01890000-0000-7000-8000-000000000000"
const MINUTE = 60_000
const state = { watch: ID, every: 30, last: 1_000_000 }

test("it is due when the minutes have passed, not before", () => {
  assert.equal(dueAt(state), 1_000_000 + 30 * MINUTE)
  assert.equal(isDue(state, dueAt(state) - 1), false)
  assert.equal(isDue(state, dueAt(state)), true)
  assert.equal(isDue(null, 5), false)
})

test("the address tells a phone that keeps no outbox that a timer runs, that all is well, that it ended", () => {
  assert.deepEqual(told(`#watch=${ID}/15`, null, 7), { watch: ID, every: 15, last: 7 })
  assert.deepEqual(told(`#watch=${ID}/0`, state, 7), { ...state, last: 7 })
  assert.equal(told("#ended", state, 7), null)
  assert.equal(told("", state, 7), state)
  assert.equal(told(`#watch=${ID}/0`, null, 7), null)
})

test("a clock that was put back gives no more time than was asked for", () => {
  assert.equal(mended(state, 400_000).last, 400_000)
  assert.equal(mended(state, 2_000_000), state)
})

test("it looks at the clock once a minute, and each second only near the end", () => {
  assert.equal(pause(state, state.last), MINUTE)
  assert.equal(pause(state, dueAt(state) - 150_000), 30_000)
  assert.equal(pause(state, dueAt(state) - 60_000), 1000)
})

test("the time is told in minutes and seconds, overdue too", () => {
  assert.equal(clock(30 * MINUTE), "30:00")
  assert.equal(clock(-61_000), "1:01")
})
