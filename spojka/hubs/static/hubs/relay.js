// The second way out: while headquarters can't be reached, items are left at the stand's hub too, each once. They stay
// in this phone until headquarters itself has answered for them: the hub is a copy, never the only place.
import { ways } from "ui/flush.js"
import { get, put } from "ui/kept.js"
import { changed, isReadable, items, mark, textOf } from "ui/outbox.js"
import { name, now, ready } from "ui/phone.js"
import { who } from "ui/who.js"
import { boxOf, markKey, openMark, sealMark } from "hubs/box.js"
import { markOf, sumOf } from "hubs/marks.js"

const PATIENCE = 10_000 // ms
const MOST = 40 // items of one sending
const CLOCK = 10 * 60_000 // ms until the clock is compared with headquarters again
export const state = { says: "asking", marks: new Map(), after: 0 }

export const isHeld = (item, hub) => item.held?.hub === hub.id && item.held.iv === String(item.sealed.iv)
export const hubOf = () => now.vault?.hub ?? null

// Which items go: of this hub's house, readable, not held yet, and not before what they build on.
export function choose(all, hub, readable) {
  const there = new Set(all.filter(one => isHeld(one, hub)).map(one => one.id))
  const here = new Set(all.map(one => one.id))
  const chosen = []
  for (const one of all) {
    const builds = here.has(one.after) && !there.has(one.after)
    if (one.state !== "waiting" || there.has(one.id) || builds || !one.url.startsWith(`/${hub.house}/`) || !readable(one)) continue
    there.add(one.id)
    chosen.push(one)
  }
  return chosen
}

// Leave all that can go; `ask` asks for the others' marks even when nothing does.
export async function leave({ ask = false } = {}) {
  await ready()
  const hub = hubOf()
  if (!hub) return say("none")
  if (hub.until <= Date.now()) return say("over")
  for (let first = true; ; first = false) {
    const batch = choose(await items(), hub, isReadable).slice(0, MOST)
    if (!batch.length && !(ask && first)) return
    const answer = await post(hub, await Promise.all(batch.map(one => boxed(hub, one))))
    if (!answer) return
    await learn(hub, answer.marks)
    const held = new Set(answer.held)
    for (const one of batch) if (held.has(one.id)) await mark(one, { held: { hub: hub.id, iv: String(one.sealed.iv), at: Date.now() } })
    say("ok")
    if (batch.length < MOST) return
  }
}

async function boxed(hub, item) {
  const { fields } = await textOf(item)
  const inner = { url: item.url, fields, ahead: hub.ahead }
  return { id: item.id, box: await boxOf(hub, name(), item.id, inner), mark: await sealMark(hub.marks, item.id, markOf(item.url, fields)) }
}

async function post(hub, left) {
  const body = JSON.stringify({ pass: hub.pass, items: left, after: state.after })
  const headers = { "Content-Type": "application/json" }
  try {
    const answer = await fetch(`${hub.origin}/take/`, { method: "POST", mode: "cors", credentials: "omit", referrerPolicy: "origin", headers, body, signal: AbortSignal.timeout(PATIENCE) })
    if (answer.ok) return await answer.json()
    say({ 403: "over", 507: "full" }[answer.status] ?? "away")
  } catch { say(await why(hub)) }
  return null
}

// A browser does not say why it failed: what can be known is asked for.
async function why(hub) {
  if (hub.certificate_ends && hub.certificate_ends <= Date.now()) return "certificate"
  for (const name of ["local-network", "local-network-access"]) {
    const may = await navigator.permissions?.query({ name }).catch(() => null)
    if (may?.state === "denied") return "denied"
  }
  return "away"
}

async function learn(hub, marks) {
  for (const [number, id, text] of marks) {
    state.after = Math.max(state.after, number)
    await openMark(hub.marks, id, text).then(one => state.marks.set(id, one), () => null)
  }
  state.sums = sumOf(state.marks)
}

function say(kind) {
  state.says = kind
  changed({ hub: kind })
}

// Headquarters has just answered: by how much is this phone's clock behind its own? The hub must not be the one to say.
async function compare() {
  const hub = hubOf()
  if (!hub || Date.now() - (hub.compared ?? 0) < CLOCK) return
  const began = Date.now()
  const answer = await fetch("/healthz", { cache: "no-store" }).catch(() => null)
  const theirs = answer && Date.parse(answer.headers.get("Date"))
  if (!theirs || Date.now() - began > 5_000) return
  await remember({ ...hub, ahead: Math.round(theirs - (began + Date.now()) / 2), compared: Date.now() })
}

async function remember(hub) {
  const lies = await get("vaults", who()) // how often the PIN was wrong must not be forgotten
  if (!lies || !now.vault) return
  now.vault = { ...lies, hub }
  await put("vaults", now.vault)
}

// What the pairing answered, and the phone's own key.
export async function pairWith(said, key) {
  const { marking, at, ...hub } = said
  await remember({ ...hub, key, marks: await markKey(marking), ahead: at - Date.now(), compared: Date.now() })
}

ways.add(leave)
globalThis.document?.addEventListener("outbox", ({ detail }) => detail?.heard && compare())
