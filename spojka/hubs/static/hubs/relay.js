// The second way out: while headquarters can't be reached, items are left at the stand's hub too, each once. They stay
// in this phone until headquarters itself has answered for them: the hub is a copy, never the only place.
import { ways } from "ui/flush.js"
import { changed, isReadable, items, mark, textOf } from "ui/outbox.js"
import { name, ready } from "ui/phone.js"
import { boxOf, openMark, sealMark } from "hubs/box.js"
import { choose, heldAt } from "hubs/choosing.js"
import { markOf, sumOf } from "hubs/marks.js"
import { hubOf } from "hubs/paired.js"

const PATIENCE = 10_000 // ms
const MOST = 40 // items of one sending
const PERMISSIONS = ["local-network", "local-network-access"] // the older name is Chrome's of 2025
export const state = { says: "asking", marks: new Map(), sums: { materials: {} }, after: 0 }

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
    for (const one of batch) if (held.has(one.id)) await mark(one, heldAt(one, hub, Date.now()))
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
  const asked = { method: "POST", mode: "cors", credentials: "omit", headers: { "Content-Type": "application/json" } }
  const body = JSON.stringify({ pass: hub.pass, items: left, after: state.after })
  try {
    const answer = await fetch(`${hub.origin}/take/`, { ...asked, body, signal: AbortSignal.timeout(PATIENCE) })
    if (answer.ok) return await answer.json()
    say({ 403: "over", 507: "full" }[answer.status] ?? "away")
  } catch { say(await why(hub)) }
  return null
}

// A browser does not say why it failed: what can be known is asked for.
async function why(hub) {
  if (hub.certificate_ends && hub.certificate_ends <= Date.now()) return "certificate"
  const asked = PERMISSIONS.map(name => navigator.permissions?.query({ name }).catch(() => null))
  return (await Promise.all(asked)).some(one => one?.state === "denied") ? "denied" : "away"
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

ways.add(leave)
