// Empties the outbox: envelopes of many items, one at a time whatever tabs are open, until nothing more can go.
import { changed, drop, isReadable, items, mark, textOf } from "ui/outbox.js"
import { name, now, ready, wipe } from "ui/phone.js"
import { choose, fit, judge, later, MOST, outcome, tally } from "ui/sending.js"
import { read as cookie } from "ui/token.js"

const EVERY = 30_000 // ms
const PATIENCE = 30_000
const SEND = "/phone/send/"
export const state = { says: "" } // network, signed-out, renew, wait: why nothing goes now

let turning = null // this tab's own emptying; who asks meanwhile gets one more round after it
let asked = false
export function flush() {
  if (turning) return (asked = true), turning
  turning = navigator.locks.request("outbox", { ifAvailable: true }, lock => (lock ? drain() : null)).finally(() => {
    turning = null
    if (asked) return (asked = false), flush()
  })
  return turning
}

async function drain() {
  await ready()
  for (let turn = { most: MOST, renewed: false }; turn && now.vault; ) turn = await once(turn)
  changed()
}

// Send one envelope; return how to go on, or null. An empty one tells that the phone is well.
async function once(turn) {
  const all = await items()
  const chosen = choose(all, { at: Date.now(), most: turn.most, readable: isReadable })
  if (!chosen.length && turn.sent) return null
  const texts = await Promise.all(chosen.map(textOf))
  const batch = chosen.slice(0, fit(texts.map(one => JSON.stringify(one))))
  const answer = await post(batch.map((item, at) => ({ id: item.id, url: item.url, fields: texts[at].fields })), tally(all))
  const meant = outcome(answer.status, { count: batch.length, healthy: answer.healthy, renewed: turn.renewed })
  state.says = { wait: answer.status ? "server" : "network", "signed-out": "signed-out", renew: "" }[meant] ?? ""
  if (meant === "wipe") await wipe()
  if (meant === "renew") return (await renew()) ? { ...turn, renewed: true } : null
  if (meant === "fewer") return { ...turn, most: Math.ceil(batch.length / 4) }
  if (meant === "one") answer.items = batch.map(({ id }) => ({ id, status: answer.status, says: [] }))
  if (!answer.items || !batch.length) return null
  await settle(batch, texts, answer.items)
  return { ...turn, most: meant === "one" ? MOST : turn.most, renewed: false, sent: true }
}

async function settle(batch, texts, answers) {
  for (const [at, item] of batch.entries()) {
    const answer = answers.find(one => one.id === item.id) ?? { status: 0, says: [] }
    const meant = judge(answer.status, item.tries)
    const counted = answer.status >= 500 ? item.tries + 1 : item.tries
    if (meant === "sent") await drop(item, JSON.stringify(texts[at]))
    else if (meant === "again") await mark(item, { tries: counted, next: Date.now() + later(counted) })
    else if (meant !== "signed-out") await mark(item, { state: meant, status: answer.status, why: answer.says })
    changed({ id: item.id, meant, answer })
  }
}

async function post(batch, { waiting, mend, oldest }) {
  const body = { sent_at: new Date().toISOString(), waiting: waiting - batch.length, mend, oldest: oldest && new Date(oldest).toISOString(), items: batch }
  const headers = { "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": cookie("csrftoken"), "X-Phone": name() ?? "" }
  try {
    const answer = await fetch(SEND, { method: "POST", headers, body: JSON.stringify(body), signal: AbortSignal.timeout(PATIENCE) })
    const healthy = answer.status < 500 || (await isWell())
    return { status: answer.status, healthy, items: answer.status === 200 ? (await answer.json()).items : null }
  } catch { return { status: 0 } }
}

const isWell = () => fetch("/healthz", { signal: AbortSignal.timeout(5_000) }).then(one => one.ok, () => false)
const renew = () => fetch("/phone/token/").then(one => one.ok && !one.redirected, () => false)

if (globalThis.document) {
  addEventListener("online", flush)
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && flush())
  document.addEventListener("phone", event => event.detail === "open" && flush())
  setInterval(flush, EVERY)
  flush()
}
