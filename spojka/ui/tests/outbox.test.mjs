import assert from "node:assert/strict"
import { test } from "node:test"
import { lines } from "ui/phone-strip.js"
import { ago, plural } from "ui/plural.js"
import { again, choose, fit, judge, later, outcome, tally } from "ui/sending.js"
import { reasonOf } from "ui/why.js"
import { isWeak, make, open, seal, unseal } from "ui/vault.js"

const item = (id, more = {}) => ({ id, state: "waiting", tries: 0, next: 0, at: 1, after: "", ...more })
const all = { at: 10, readable: () => true }

test("what is sealed opens with the PIN alone", async () => {
  const { lock, slot } = await make("274913", 1000)
  const sealed = await seal(slot, "one", "Tři ampule a poznámka")
  const key = await open(lock, "274913")
  assert.equal(await unseal(key, "one", sealed), "Tři ampule a poznámka")
  assert.equal(await open(lock, "274914"), null)
  await assert.rejects(unseal(key, "another", sealed))
})

test("the key can't be taken out, and the same text never looks the same", async () => {
  const { key, slot } = await make("274913", 1000)
  await assert.rejects(crypto.subtle.exportKey("pkcs8", key))
  const [one, two] = [await seal(slot, "a", "x"), await seal(slot, "a", "x")]
  assert.notDeepEqual(new Uint8Array(one.box), new Uint8Array(two.box))
})

test("a PIN is six to twelve digits, not alike and not in a row", () => {
  const weak = ["12345", "111111", "123456", "987654", "27491a", "2749132749132"]
  assert.deepEqual(weak.map(isWeak), weak.map(() => true))
  assert.equal(isWeak("274913"), false)
})

test("items go in order, when they are due, and not before what they build on", () => {
  const items = [item("card"), item("note", { after: "card" }), item("late", { next: 99 }), item("bad", { state: "refused" }), item("last")]
  assert.deepEqual(choose(items, all).map(one => one.id), ["card", "last"])
  assert.deepEqual(choose(items.slice(1), all).map(one => one.id), ["note", "last"])
  assert.deepEqual(choose(items, { ...all, readable: one => one.id === "last" }).map(one => one.id), ["last"])
})

test("an item waits five minutes at most, also when the clock is put back by a day", () => {
  const items = [item("soon", { next: 300_005 }), item("never", { next: 86_400_000 })]
  assert.deepEqual(choose(items, all).map(one => one.id), ["never"])
})

test("an answer decides: sent, again, set aside after three breaks, refused", () => {
  const said = [[201, 0], [302, 0], [401, 0], [0, 5], [429, 5], [500, 0], [500, 2], [422, 0], [413, 0], [403, 0]]
  const meant = ["sent", "sent", "signed-out", "again", "again", "again", "aside", "refused", "refused", "refused"]
  assert.deepEqual(said.map(([status, tries]) => judge(status, tries)), meant)
})

test("an envelope that breaks a well server is made smaller, a sick server is waited for", () => {
  const well = { count: 9, healthy: true, renewed: true }
  assert.deepEqual([200, 410, 401, 403, 413, 500, 0, 429].map(status => outcome(status, well)), ["items", "wipe", "signed-out", "fewer", "fewer", "fewer", "wait", "wait"])
  assert.equal(outcome(500, { ...well, healthy: false }), "wait")
  assert.equal(outcome(500, { ...well, count: 1 }), "one")
  assert.equal(outcome(403, { ...well, renewed: false }), "renew")
})

test("one that came back without words has ours", () => {
  const why = (more, key = {}) => reasonOf(item("a", { state: "refused", ...more }), key)
  assert.deepEqual([why({ status: 413 }), why({ status: 403 }), why({}, null)], ["long", "silent", "locked"])
  assert.deepEqual([why({ state: "aside", status: 500 }), why({ state: "aside", status: 0 })], ["broke", "shut"])
})

test("where nobody answered though there is signal, it is soon tried again, then ever more seldom", () => {
  assert.deepEqual([1, 2, 4].map(again), [2_000, 4_000, 16_000])
})

test("the wait grows and ends at five minutes; an envelope has room for one text at least", () => {
  assert.deepEqual([1, 2, 9].map(later), [10_000, 20_000, 300_000])
  assert.deepEqual([fit(["aaaa", "bb"], 3), fit(["a", "b", "cc"], 3), fit([], 3)], [1, 2, 0])
})

test("the strip tells how many wait and what must be mended", () => {
  const sums = tally([item("a", { at: 5 }), item("b", { at: 3 }), item("c", { state: "aside" })])
  assert.deepEqual(sums, { waiting: 2, mend: 1, oldest: 3 })
  const shown = lines(sums, { vault: {}, key: null, offline: true, says: "" })
  assert.deepEqual(Object.keys(shown).filter(name => shown[name]), ["waiting", "offline", "locked", "mend"])
})

test("who closed the dialog is still offered to set the phone up, who said later is not", () => {
  const shown = more => lines({ waiting: 0, mend: 0 }, { vault: null, key: null, says: "", ...more }).setup
  assert.deepEqual([shown({}), shown({ later: "1" }), shown({ says: "wiped" }), shown({ vault: {} })], [true, false, false, false])
})

test("numbers have their words in Czech, ages are short", () => {
  const words = { one: "# zápis", few: "# zápisy", other: "# zápisů" }
  assert.deepEqual([1, 3, 5].map(n => plural(words, n, "cs")), ["1 zápis", "3 zápisy", "5 zápisů"])
  assert.match(ago(0, 42 * 60_000, "cs"), /^42.min$/)
  assert.match(ago(0, 5 * 3600_000, "cs"), /^5.h$/)
})
