import assert from "node:assert/strict"
import { test } from "node:test"
import { LineSender } from "../static/meetings/line-sender.js"
import { deeper, depths, following, picked, prefixed, shallower, wording } from "../static/meetings/line-kinds.js"
import { offered, tokenOf } from "../static/meetings/line-offer.js"
import { begun, hear, inOrder, nextId, taken, withThoseAbove } from "../static/meetings/lines.js"

const line = (line, fields = {}) => ({ line, after: "", known: 0, kind: "statement", text: line, who: "", time: "", out: false, ...fields })

function sender(answers, lines) {
  const posted = []
  const post = async (to, fields) => (posted.push(fields), answers.shift() ?? null)
  const made = new LineSender({ to: "/", lines, order: () => [...lines.keys()], told: () => {}, wording, hear, post })
  return { made, posted, stop: () => clearTimeout(made.clock) }
}

test("below a line the one begun last comes first, and what two wrote does not mix", () => {
  const after = new Map([["0", ""], ["1", "0"], ["3", "1"], ["2", "0"], ["4", "2"]])
  assert.deepEqual(inOrder(after), ["0", "2", "4", "1", "3"])
})

test("lines that lead round in a circle or to nowhere are there", () => {
  assert.deepEqual(inOrder(new Map([["a", "b"], ["b", "a"], ["c", "x"]])), ["c", "a", "b"])
})

test("a new id sorts behind all others, whatever the clock says", () => {
  const first = nextId([], 5000)
  assert.ok(nextId([first], 1000) > first)
})

test("a sign before a space is a kind", () => {
  assert.deepEqual(prefixed("? Kdy"), { kind: "question", text: "Kdy" })
  assert.equal(prefixed("?Kdy"), null)
})

test("words that wait here are never replaced by what the server tells", () => {
  const told = { line: "a", after: "", known: 3, kind: "statement", texts: [{ text: "theirs" }], who: "", time: "", out: false }
  assert.equal(taken(line("a", { text: "mine", dirty: true }), told).text, "mine")
  assert.equal(taken(line("a", { text: "mine" }), told, true).known, 0) // under the fingers: its wording is not known
  assert.deepEqual([taken(line("a"), told).text, taken(line("a"), told).known], ["theirs", 3])
  assert.equal(taken(line("a", { known: 4 }), told).text, "a") // an older state
})

test("an empty line goes along with what was begun below it", () => {
  const lines = new Map([["a", line("a")], ["b", line("b", { after: "a" })]])
  withThoseAbove(lines, "b")
  assert.ok(lines.get("a").dirty)
})

test("without an answer the same sending goes again, then what was typed since", async () => {
  const lines = new Map([["a", line("a", { dirty: true })]])
  const { made, posted, stop } = sender([null, { ok: true, id: "w" }, { ok: true, id: "w" }], lines)
  await made.go()
  assert.ok(made.away)
  Object.assign(lines.get("a"), { text: "more", dirty: true })
  await made.go()
  stop()
  assert.deepEqual(posted.map(one => one.text), ["a", "a", "more"])
  assert.equal(posted[0].id, posted[1].id)
  assert.deepEqual([posted[2].grows, made.waiting.length, made.away], ["w", 0, false])
})

test("what is refused stays with its reason, and the others go", async () => {
  const lines = new Map([["a", line("a", { dirty: true })], ["b", line("b", { dirty: true })]])
  const { made, posted } = sender([{ ok: false, status: 422, why: "too long" }, { ok: true, id: "w" }], lines)
  await made.go()
  assert.deepEqual([posted.length, lines.get("a").wrong, made.waiting.length], [2, "too long", 1])
})

test("only tasks and questions carry who and until when, announcements when they are", () => {
  assert.equal(wording(line("a", { who: "x", time: "y" })).who, undefined)
  assert.deepEqual([wording(line("a", { kind: "task", who: "x", time: "y" })).who, wording(line("a", { kind: "task", time: "y" })).due_on], ["x", "y"])
  assert.equal(wording(line("a", { kind: "notice", time: "z" })).happens_at, "z")
})

test("words at the beginning say what a line is, who speaks and to whom", () => {
  const said = {
    "Dotaz: Kdy": { kind: "question", text: "Kdy" },
    "dotaz k PČR: Kdy": { kind: "question", who: "PČR", text: "Kdy" },
    "Dotaz PČR: Kdy": { kind: "question", speaker: "PČR", text: "Kdy" },
    "Dotaz OÚ Vítkovice na MP: Kdy": { kind: "question", speaker: "OÚ Vítkovice", who: "MP", text: "Kdy" },
    "Vyjádření MP: Ano": { kind: "statement", speaker: "MP", text: "Ano" },
    "Odpověď od PČR: Ano": { kind: "answer", speaker: "PČR", text: "Ano" },
    "Úkol pro sociální odbor: Zjistit": { kind: "task", who: "sociální odbor", speaker: "", text: "Zjistit" },
    "Úkol MP: Zjistit": { kind: "task", who: "MP", text: "Zjistit" },
    "Poděkování MP: za akci": { kind: "thanks", text: "MP: za akci" },
    "## Policie": { kind: "heading", text: "Policie" }, ". Hluk": { kind: "item", text: "Hluk" },
  }
  for (const [typed, found] of Object.entries(said)) assert.deepEqual(prefixed(typed), found, typed)
  for (const typed of ["Oznámení o změně: od května", "Dotaz:", "Tržní: hluk", "Adresa: Tržní 5", "12: x"]) assert.equal(prefixed(typed), null, typed)
})

test("the next line has the kind that follows, levels go up and down and end", () => {
  assert.deepEqual(["heading", "item", "question", "answer", "task"].map(following), ["item", "item", "answer", "statement", "statement"])
  assert.deepEqual(["heading", "item", "statement", "task"].map(deeper), ["item", "statement", "", ""])
  assert.deepEqual(["heading", "item", "statement", "task"].map(shallower), ["", "heading", "item", "item"])
  assert.deepEqual(depths(["heading", "item", "question", "answer", "answer", "statement", "answer"]), [0, 1, 2, 3, 3, 2, 2])
})

test("what stands behind the caret goes along to the next line", () => {
  const lines = new Map([["a", line("a", { kind: "item", text: "jedna dvě" })]])
  const one = begun(lines, "a", following, 6)
  assert.deepEqual([one.text, one.kind, one.after, lines.size], ["dvě", "item", "a", 2])
})

test("names are offered by the beginnings of their words, without diacritics, one's own word last", () => {
  const names = ["Policie ČR", "Městská policie", "Olga Svícnová"]
  assert.deepEqual(tokenOf("řekne @sví"), { sign: "@", said: "sví", start: 6 })
  assert.equal(tokenOf("mail@sví"), null)
  assert.equal(tokenOf("# nadpis"), null)
  assert.deepEqual(offered("pol", names), ["Policie ČR", "Městská policie", "pol"])
  assert.deepEqual(offered("svic", names), ["Olga Svícnová", "svic"])
  assert.deepEqual(offered("olga svícnová", names), ["Olga Svícnová"])
})

test("a chosen name is who answers, who speaks, or stays in the sentence; a place always stays", () => {
  const said = (kind, text) => ({ kind, text, speaker: "", who: "", places: "" })
  const at = (sign, name, start, end) => ({ sign, name, start, end })
  assert.deepEqual(picked(said("task", "Zjistit @ol"), at("@", "Olga", 8, 11)), { text: "Zjistit ", caret: 8, who: "Olga" })
  assert.deepEqual(picked(said("statement", "@po klid"), at("@", "PČR", 0, 3)), { text: "klid", caret: 0, speaker: "PČR" })
  assert.deepEqual(picked(said("statement", "Ptá se @po"), at("@", "PČR", 7, 10)), { text: "Ptá se PČR ", caret: 11 })
  assert.deepEqual(picked(said("task", "Předá @ol klíče"), at("@", "Olga", 6, 9)), { text: "Předá Olga klíče", caret: 11, who: "Olga" })
  assert.deepEqual(picked(said("item", "Hluk #tr"), at("#", "Tržní, Ostrava", 5, 8)), { text: "Hluk Tržní ", caret: 11, places: "Tržní, Ostrava" })
})

test("a time that was heard stands in the line, unless its writer set one meanwhile", () => {
  const heard = { time: "2014-04-24", heard: "2014-04-24" }
  const [one, other] = [line("a", { kind: "task", time: "" }), line("b", { kind: "task", time: "2014-05-01" })]
  hear(one, heard, wording(one))
  hear(other, heard, { due_on: "" })
  assert.deepEqual([one.time, other.time], ["2014-04-24", "2014-05-01"])
})

test("what the server does not take without a word is told in words", async () => {
  globalThis.document = { cookie: "", querySelector: name => ({ textContent: name }) }
  globalThis.fetch = async () => ({ ok: false, status: 404, json: async () => JSON.parse("<html>") })
  const lines = new Map([["a", line("a", { dirty: true })]])
  await new LineSender({ to: "/", lines, order: () => [...lines.keys()], told: () => {}, wording, hear }).go()
  assert.equal(lines.get("a").wrong, "[data-not-taken]")
})
