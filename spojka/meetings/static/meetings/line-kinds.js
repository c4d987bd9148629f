// What a line is: told by a sign or a word at its beginning; which kind follows which, how deep each stands (twin: ordering.py).
import { newId } from "ui/id.js"

export const isMatter = kind => kind === "task" || kind === "question"

const SIGNS = { "?": "question", "!": "task", ">": "answer", "=": "decision", "*": "notice", "+": "thanks", "#": "heading", "##": "heading", ".": "item", "-": "statement" }
const WORDS = {
  question: "dotaz otázka question", task: "úkol task", answer: "odpověď answer", decision: "rozhodnutí usnesení závěr decision",
  notice: "oznámení pozvánka announcement", thanks: "poděkování díky thanks", item: "bod item", statement: "vyjádření sdělení statement",
}
const KINDS = Object.fromEntries(Object.entries(WORDS).flatMap(([kind, words]) => words.split(" ").map(word => [word, kind])))
const NAMED = /^(\p{L}+)(?: ([^:\n]{1,80}))?: /u
const TO = /^(?:(\S.*?) )?(?:(?:ke?|pro) (?=\S)|(?:na|to|for) (?=\p{Lu}))(.+)$/u
const BY = /^(?:(?:od|of|from|by) )?(\p{Lu}.*)$/u

// "? Kdy" and "Dotaz: Kdy" are questions, "Dotaz PČR k MP: Kdy" says also who asks whom; what is no beginning stays as it is.
export function prefixed(text) {
  const sign = /^(\S{1,2}) /.exec(text)?.[1]
  if (SIGNS[sign]) return { kind: SIGNS[sign], text: text.slice(sign.length + 1) }
  const [all, word, about] = NAMED.exec(text) ?? []
  const kind = KINDS[word?.toLowerCase()]
  const said = kind && named(kind, about)
  return said ? { kind, ...said, text: (said.text ?? "") + text.slice(all.length) } : null
}

function named(kind, about) {
  if (!about) return {}
  if (kind === "thanks") return { text: `${about}: ` }
  const [, from, to] = TO.exec(about) ?? []
  const by = BY.exec(from ?? (to ? "" : about))?.[1] ?? ""
  if (!to && !by) return null // "Oznámení o změně: …" is a sentence
  if (kind === "task") return to ? { who: to, speaker: by } : { who: by }
  return to && !isMatter(kind) ? { speaker: by } : { ...(by && { speaker: by }), ...(to && { who: to }) }
}

const NEXT = { heading: "item", item: "item", question: "answer" }
export const following = kind => NEXT[kind] ?? "statement"
export const deeper = kind => ({ heading: "item", item: "statement" })[kind] ?? ""
export const shallower = kind => ({ heading: "", item: "heading" })[kind] ?? "item"

// How deep lines of these kinds stand one below the other: an organisation 0, its item 1, the rest 2, answers to a question 3.
export function depths(kinds) {
  let asked = false
  return kinds.map(kind => {
    const depth = kind === "answer" && asked ? 3 : ({ heading: 0, item: 1 })[kind] ?? 2
    asked = kind === "question" || (asked && kind === "answer")
    return depth
  })
}

// What a line says once a name was chosen in it: who is to answer, who speaks, or one place more; and where the caret goes.
export function picked({ kind, text, speaker, who, places }, { sign, name, start, end }) {
  const before = text.slice(0, start), rest = text.slice(end)
  const [short] = sign === "#" ? name.split(",") : [name]
  const stays = { text: `${before}${short} ${rest.trimStart()}`, caret: start + short.length + 1 }
  if (sign === "#") return { ...stays, places: [...new Set([...places.split("; ").filter(Boolean), name])].join("; ") }
  if (isMatter(kind) ? who : speaker || before.trim()) return stays
  const field = isMatter(kind) ? "who" : "speaker"
  const isWithin = before.trim() && rest.trim()
  return isWithin ? { ...stays, [field]: name } : { text: before + rest.trimStart(), caret: start, [field]: name }
}

// The fields of one sending; it stays the same until the server has answered it. `known` is the wording that stood here
// when one began, `own` the one that this page wrote: that one grows, another one is never touched.
export function wording({ line, after, known, own, kind, text, speaker, who, places, time, heard, out }) {
  const timed = isMatter(kind) ? { who, due_on: time } : kind === "notice" ? { happens_at: time } : {}
  const said = { kind, text, speaker, places, heard, ...timed, ...(out ? { is_out: "on" } : {}) }
  return { id: newId(), line, after, replaces: known, grows: own ?? "", ...said }
}
