import assert from "node:assert/strict"
import { test } from "node:test"
import { step } from "ui/count-tile.js"
import { reason } from "ui/error-banner.js"
import { wanted } from "ui/keys.js"
import { keyOf, LONGEST, sweep } from "ui/drafts.js"
import { usual } from "ui/form-faults.js"
import { isSecret } from "ui/form-values.js"
import { clock } from "ui/left-over.js"
import { isSaved } from "ui/once-form.js"
import { due } from "ui/shared-tablet.js"
import { read } from "ui/token.js"

test("a tap adds one, down to nought and up to the most", () => {
  assert.deepEqual(step("", 1), { count: 1, full: false })
  assert.deepEqual(step("0", -1), { count: 0, full: false })
  assert.deepEqual(step("2", 1, 2), { count: 2, full: true })
})

test("a count typed over the most is not taken back by a tap", () => {
  assert.deepEqual(step("30", 1, 20), { count: 30, full: true })
  assert.deepEqual(step("30", -1, 20), { count: 29, full: false })
})

test("an error has one reason in words; a form to be repaired has none", () => {
  const reasons = [0, 401, 403, 404, 413, 503, 422, 200].map(reason)
  assert.deepEqual(reasons, ["network", "signed-out", "stale", "gone", "long", "server", null, null])
})

test("keys do nothing while one types or holds control", () => {
  assert.equal(wanted({ key: "n" }, false), "n")
  assert.equal(wanted({ key: "n" }, true), null)
  assert.equal(wanted({ key: "n", ctrlKey: true }, false), null)
})

test("a draft holds neither the token nor a secret nor an answer that makes a code", () => {
  const input = (type, name, asks = false) => ({ type, name, hasAttribute: () => asks })
  assert.equal(isSecret(input("hidden", "csrfmiddlewaretoken")), true)
  assert.equal(isSecret(input("password", "p")), true)
  assert.equal(isSecret(input("text", "mother", true)), true)
  assert.equal(isSecret(input("text", "note")), false)
})

test("a form is saved by a plain yes only, not by where a redirect ended", () => {
  assert.equal(isSaved({ status: 201, raw: {} }), true)
  assert.equal(isSaved({ status: 200, raw: { redirected: true } }), false)
  assert.equal(isSaved({ status: 401, raw: {} }), false)
})

test("the token is read among other cookies", () => {
  assert.equal(read("csrftoken", "language=cs; csrftoken=abc"), "abc")
  assert.equal(read("csrftoken", "xcsrftoken=abc"), "")
})

const HOUR = 3600 * 1000

function swept(draft, asked, whose = "anna") {
  const store = { [keyOf(whose, "/", "")]: JSON.stringify({ at: 0, id: "a", sent: false, ...draft }) }
  const methods = { getItem: key => store[key], setItem: (key, value) => (store[key] = value), removeItem: key => delete store[key] }
  for (const [name, value] of Object.entries(methods)) Object.defineProperty(store, name, { value })
  const answered = sweep(store, { who: "anna", came: "navigate", unsent: false, now: HOUR, ...asked })
  return { left: Object.values(store).map(text => JSON.parse(text).sent), answered }
}

test("a sent draft goes with the next page, and stays when one only went back", () => {
  assert.deepEqual(swept({ sent: true }, { came: "back_forward" }), { left: [true], answered: [] })
  assert.deepEqual(swept({ sent: true }, {}), { left: [], answered: ["a"] })
})

test("a sent draft that the server did not keep waits for its form", () => {
  assert.deepEqual(swept({ sent: true }, { unsent: true }), { left: [false], answered: [] })
  assert.deepEqual(swept({ sent: true }, { who: "" }), { left: [true], answered: [] })
})

test("a draft waits as long as who typed it may stay signed in", () => {
  assert.deepEqual(swept({ lasts: 12 * HOUR }, { now: 11 * HOUR }).left, [false])
  assert.deepEqual(swept({ lasts: 12 * HOUR }, { now: 12 * HOUR }).left, [])
  assert.deepEqual(swept({}, { now: 35 * HOUR }).left, [false])
  assert.deepEqual(swept({}, { now: LONGEST }).left, [])
})

test("at a shared tablet a colleague's draft waits for its owner", () => {
  assert.deepEqual(swept({}, { who: "bara", shared: true }).left, [false])
  assert.deepEqual(swept({ sent: true }, { who: "bara", shared: true }), { left: [true], answered: [] })
})

test("a tablet tells that somebody works, and locks when nobody does", () => {
  const seconds = 300
  assert.equal(due({ now: 30_000, touched: 20_000, told: 0, seconds }), null)
  assert.equal(due({ now: 61_000, touched: 20_000, told: 0, seconds }), "awake")
  assert.equal(due({ now: 200_000, touched: 0, told: 0, seconds }), null)
  assert.equal(due({ now: 300_000, touched: 0, told: 0, seconds }), "lock")
})

test("somebody else's page drops a draft; the way in keeps it while its session may last", () => {
  assert.deepEqual(swept({}, { who: "bara" }).left, [])
  assert.deepEqual(swept({}, { who: "" }).left, [false])
  assert.deepEqual(swept({}, { who: "", now: LONGEST }).left, [])
  assert.deepEqual(swept({ at: undefined }, {}).left, [])
})

test("what was left says its hour, and its day when it is not of today", () => {
  const at = new Date(2026, 10, 28, 14, 2).getTime()
  assert.equal(clock(at, at + 60_000, "cs"), "14:02")
  assert.match(clock(at, at + 86_400_000, "cs"), /28\. ?11\..*14:02/)
})

test("what a field lacks is said in our words, whatever language the browser speaks", () => {
  const said = { needed: "Fill it in.", choose: "Choose one.", number: "A number.", between: "# to ##.", wrong: "Whole." }
  const empty = { valueMissing: true }
  assert.equal(usual({ type: "radio", validity: empty }, said), "Choose one.")
  assert.equal(usual({ type: "text", validity: empty }, said), "Fill it in.")
  assert.equal(usual({ type: "number", min: "1", max: "20", validity: {} }, said), "1 to 20.")
  assert.equal(usual({ type: "number", min: "0", max: "", validity: {} }, said), "A number.")
  assert.equal(usual({ type: "date", min: "", max: "", validity: {} }, said), "Whole.")
})
