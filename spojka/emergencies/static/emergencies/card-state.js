// What running cards say: lines of the server and of this phone together, and since when nobody has looked. No browser
// here, so that it can be proved. Times are of this phone's clock.

const UNDO = /\/([0-9a-f-]{36})\/undo\/$/
const said = (item, name) => item.fields.find(([one]) => one === name)?.[1] ?? ""
const at = item => Date.parse(said(item, "phone_at")) || item.at

// The server's answer in this phone's time, however wrong its clock is.
export function heard({ now, cards }, clock) {
  const here = time => Date.parse(time) + clock - Date.parse(now)
  const entries = list => list.map(one => ({ ...one, at: here(one.at) }))
  return cards.map(card => ({ ...card, at: here(card.at), entries: entries(card.entries) }))
}

// Cards as they stand with what waits in this phone. `word` tells of a code its name, its kind and whether it calls.
// `parent` names the field that leads to the card; `alert` is where calls for help are sent, which a card tells too.
export function merge(known, items, { start, note, alert, word, parent = "card" }) {
  const cards = new Map(known.map(card => [card.id, { ...card, entries: [...card.entries] }]))
  const of = (id, time) => cards.get(id) ?? cards.set(id, { id, at: time, ended: false, entries: [] }).get(id)
  const back = new Set(items.map(one => UNDO.exec(one.url)?.[1]))
  for (const one of items) {
    if (one.url === start && !back.has(one.id)) Object.assign(of(one.id, at(one)), begun(one, word))
    if (one.url === note || (one.url === alert && said(one, parent))) add(of(said(one, parent), null).entries, { id: one.id, at: at(one), text: said(one, "text"), waits: !one.sent, ...word(said(one, "code") || said(one, "to") || said(one, "kind")) })
  }
  for (const card of cards.values()) {
    card.entries = card.entries.filter(one => !back.has(one.id)).sort((a, b) => a.at - b.at)
    card.ended ||= card.entries.some(one => one.kind === "end")
    const kinds = card.entries.filter(one => one.kind === "kind")
    if (kinds.length) card.code = kinds.at(-1).code.slice(5) // of an event: what was said last
  }
  return [...cards.values()].filter(one => !back.has(one.id)).sort((a, b) => (a.at ?? 0) - (b.at ?? 0))
}

// What a start itself says: of which kind, or to whom.
function begun(one, word) {
  const [code, to] = [said(one, "kind"), said(one, "to")]
  if (to) return { name: word(to).name, text: said(one, "text"), waits: !one.sent }
  return code ? { code } : {}
}

function add(entries, entry) {
  if (!entries.some(one => one.id === entry.id)) entries.push(entry)
}

// When somebody looked last; null when this phone can't know.
export function lastCheck(card, checks) {
  const times = [card.at, ...card.entries.filter(one => checks.includes(one.kind)).map(one => one.at)]
  return times.every(time => time === null) ? null : Math.max(...times.filter(time => time !== null))
}

export const isDue = (last, now, minutes) => last === null || now - last >= minutes * 60_000

export function clock(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
}

// Whether the ambulance should be called: something calls for it and nobody has called since the card began.
export const mustCall = (card, called) => card.entries.some(one => one.calls) && !card.entries.some(one => called.includes(one.code))
