import assert from "node:assert/strict"
import { test } from "node:test"
import { clock, heard, isDue, lastCheck, merge, mustCall } from "../static/emergencies/card-state.js"

const CHECKS = ["consciousness", "breathing"]
const MINUTE = 60_000
const words = { alert: { kind: "consciousness" }, gone: { kind: "consciousness", calls: true }, end: { kind: "end" }, ambulance: { kind: "help" } }
const paths = { start: "/s/cards/", note: "/s/cards/entries/", word: code => ({ code, ...words[code] }) }
const start = (id, at) => ({ id, url: paths.start, at, fields: [] })
const line = (id, card, code, at) => ({ id, url: paths.note, at, fields: [["card", card], ["code", code]] })

test("a card and its lines show before the server has them", () => {
  const [card] = merge([], [start("c", 1), line("a", "c", "alert", 5), line("b", "c", "gone", 3)], paths)
  assert.deepEqual([card.at, card.entries.map(one => one.id), card.ended], [1, ["b", "a"], false])
})

test("a line that the server has too is one line, and each stays with its own card", () => {
  const known = [{ id: "c", at: 1, ended: false, entries: [{ id: "a", at: 5, kind: "consciousness" }] }]
  const cards = merge(known, [line("a", "c", "alert", 5), start("d", 2), line("b", "d", "gone", 6)], paths)
  assert.deepEqual(cards.map(card => card.entries.map(one => one.id)), [["a"], ["b"]])
  assert.equal(known[0].entries.length, 1)
})

test("what was taken back is gone, an end ends", () => {
  const id = "01890000-0000-7000-8000-000000000001"
  const back = { id: "u", url: `/podchod/card-entries/${id}/undo/`, at: 9, fields: [] }
  const items = [start("c", 1), line(id, "c", "end", 5)]
  assert.equal(merge([], items, paths)[0].ended, true)
  assert.equal(merge([], [...items, back], paths)[0].ended, false)
})

test("only a look at the person turns the timer back; a phone that can't know says so", () => {
  const card = { at: 0, entries: [{ at: 3, kind: "breathing" }, { at: 8, kind: "action" }] }
  assert.equal(lastCheck(card, CHECKS), 3)
  assert.equal(lastCheck({ at: 7, entries: [] }, CHECKS), 7)
  assert.equal(lastCheck({ at: null, entries: [{ at: 8, kind: "action" }] }, CHECKS), null)
  assert.equal(lastCheck({ at: null, entries: [{ at: 8, kind: "breathing" }] }, CHECKS), 8)
})

test("after five minutes it is due, and when nobody knows", () => {
  assert.deepEqual([4.99, 5, 60].map(passed => isDue(0, passed * MINUTE, 5)), [false, true, true])
  assert.equal(isDue(null, 0, 5), true)
  assert.deepEqual([0, 59_999, 61_000, 65 * MINUTE, -5].map(clock), ["0:00", "0:59", "1:01", "65:00", "0:00"])
})

test("155 is to be called from the first bad sign until somebody calls", () => {
  const of = (...codes) => ({ entries: codes.map(code => ({ code, ...words[code] })) })
  assert.deepEqual([of("alert"), of("alert", "gone"), of("gone", "ambulance")].map(card => mustCall(card, ["ambulance"])), [false, true, false])
})

test("times of the server are told by this phone's clock, however wrong it is", () => {
  const answer = { now: "2026-07-04T22:00:00Z", cards: [{ id: "c", at: "2026-07-04T21:50:00Z", entries: [{ id: "a", at: "2026-07-04T21:58:00Z" }] }] }
  const [card] = heard(answer, 1_000_000)
  assert.deepEqual([card.at, card.entries[0].at], [1_000_000 - 10 * MINUTE, 1_000_000 - 2 * MINUTE])
})
