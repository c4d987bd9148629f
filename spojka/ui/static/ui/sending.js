// What becomes of an item after an answer, and when it is tried again. No browser here, so that it can be proved.

export const TRIES = 3 // that break on the server's side while it is well; then the others go on without it
export const MOST = 100 // items in one envelope
const ROOM = 300_000 // characters in one envelope; the server takes a million bytes

// sent: the server has it. again: the fault is the server's or nobody's. refused: waits to be mended.
export function judge(status, tries) {
  if (status >= 200 && status < 400) return "sent"
  if (status === 401) return "signed-out"
  if (status === 429 || !status) return "again"
  if (status >= 500) return tries + 1 < TRIES ? "again" : "aside"
  return "refused"
}

const LONGEST = 300_000 // ms
export const later = tries => Math.min(2 ** tries * 5_000, LONGEST)
export const again = failed => 2 ** failed * 1_000 // a phone is online before anything gets through: soon, then ever more seldom
const isDue = (next, at) => next <= at || next > at + LONGEST // the clock was put back meanwhile

// Choose what goes now: in order, readable, due, and not before what it builds on.
export function choose(items, { at, most = MOST, readable }) {
  const open = new Set(items.map(one => one.id))
  const chosen = items.filter(one => one.state === "waiting" && isDue(one.next ?? 0, at) && !open.has(one.after) && readable(one))
  return chosen.slice(0, most)
}

// As many of the texts as fit into an envelope; the first always does.
export function fit(texts, room = ROOM) {
  let sum = 0
  const cut = texts.findIndex((text, at) => (sum += text.length) > room && at > 0)
  return cut < 0 ? texts.length : cut
}

// What an answer to a whole envelope means: go on with its items, send fewer, ask for a new token, stop, or wipe.
export function outcome(status, { count, healthy, renewed }) {
  if (status === 200) return "items"
  if (status === 410) return "wipe"
  if (status === 401) return "signed-out"
  if (status === 403 && !renewed) return "renew"
  if (!status || status === 429 || (status >= 500 && !healthy)) return "wait"
  return count > 1 ? "fewer" : "one"
}

// Waits of several, as a strip tells them.
export function tally(items) {
  const of = state => items.filter(one => one.state === state)
  const waiting = of("waiting")
  const oldest = Math.min(...waiting.map(one => one.at))
  return { waiting: waiting.length, mend: of("refused").length + of("aside").length, oldest: waiting.length ? oldest : null }
}
