// Lines of minutes as data: their order (twin: ordering.py), what a chosen name means, what one sending says.
import { newId } from "ui/id.js"

export const SAID = ["kind", "text", "speaker", "who", "places", "time"] // what one types of a line

// Below each line the one begun last comes first, with all that was begun below it. Takes a Map of line: line above.
export function inOrder(after) {
  const below = new Map()
  for (const [line, above] of after) {
    const known = after.has(above) && above !== line ? above : ""
    below.set(known, [...(below.get(known) ?? []), line])
  }
  const found = []
  const ahead = (below.get("") ?? []).sort()
  while (ahead.length) {
    const line = ahead.pop()
    found.push(line)
    ahead.push(...(below.get(line) ?? []).sort())
  }
  const seen = new Set(found)
  return [...found, ...[...after.keys()].filter(line => !seen.has(line)).sort()]
}

// A new id that sorts behind all that are here, whatever the clock of this browser says.
export function nextId(lines, now = Date.now()) {
  const last = [...lines].reduce((a, b) => (a > b ? a : b), "")
  const at = last ? parseInt(last.replaceAll("-", "").slice(0, 12), 16) + 1 : 0
  return newId(Math.max(now, at))
}

// A new line below another one; what stood behind the caret goes along to it, as in any text.
export function begun(lines, after, following, end = Infinity) {
  const above = lines.get(after), line = nextId(lines.keys())
  const one = { line, after, known: 0, kind: following(above?.kind), text: above?.text?.slice(end) ?? "", out: false }
  lines.set(line, one)
  return one
}

// What two wrote at once, as one text; the same words are not said twice.
export const joined = texts => [...new Set(texts.map(one => one.text).filter(Boolean))].join("\n")

// What the server heard of time in a sending stands in the line, unless its writer set one meanwhile.
export function hear(one, { time, heard }, sent) {
  const was = sent.due_on ?? sent.happens_at
  if (time !== undefined && (one.time ?? "") === (was ?? "")) Object.assign(one, { time, heard })
}

// Take over what the server tells of a line, unless something of it waits here or it tells of an older state.
export function taken(mine, told, isHere = false) {
  if (mine && (mine.dirty || mine.flying || told.known < mine.known)) return mine
  const text = joined(told.texts)
  if (isHere && mine && text !== mine.text) return mine // not under the fingers of who writes here
  return Object.assign(mine ?? {}, told, { text })
}

// A line that was begun below an empty one is nothing without it: those above it go along.
export function withThoseAbove(lines, line) {
  const one = lines.get(line)
  const above = lines.get(one.after)
  if (above && !above.known && !above.own && !above.dirty && !above.flying) withThoseAbove(lines, above.line)
  one.dirty = true
}
