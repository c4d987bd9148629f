// Empties the outbox: envelopes of many items, one at a time whatever tabs are open, until nothing more can go.
import { changed, count, drop, isReadable, items, mark, setOff, textOf } from "ui/outbox.js"
import { post, renew } from "ui/envelope.js"
import { now, ready, wipe } from "ui/phone.js"
import { again, choose, fit, judge, later, MOST, outcome, tally } from "ui/sending.js"

const EVERY = 30_000 // ms
const CALM = 20 // so many times it is left out when nothing waits: the battery has to last the night
export const ways = new Set() // others besides headquarters, while it can't be reached
export const state = { says: "" } // network, signed-out, renew, wait: why nothing goes now

let [failed, timer] = [0, null] // how often nobody answered while the phone said that it is online
let [turning, asked] = [null, false] // this tab's own emptying; who asks meanwhile gets one more round after it
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
  if (state.says === "network") await elsewhere() // first what is near: the other one may be slow to say that it is not there
  for (let turn = { most: MOST, renewed: false }; turn && now.vault; ) turn = await once(turn)
  if (state.says === "network") await elsewhere()
  changed()
  clearTimeout(timer)
  failed = state.says === "network" && navigator.onLine ? failed + 1 : 0
  if (failed && again(failed) < EVERY) timer = setTimeout(flush, again(failed))
}

const elsewhere = () => Promise.all([...ways].map(way => now.vault && way().catch(() => null)))

// Send one envelope; return how to go on, or null. An empty one tells that the phone is well.
async function once(turn) {
  const all = await items()
  const chosen = choose(all, { at: Date.now(), most: turn.most, readable: isReadable })
  if (!chosen.length && turn.sent) return null
  const texts = await Promise.all(chosen.map(one => textOf(one).catch(() => null)))
  const shut = chosen.filter((_, at) => !texts[at]) // sealed for another lock: nobody can send them, the others go on
  if (shut.length) return await Promise.all(shut.map(one => mark(one, { state: "aside", status: 0 }))), turn
  const batch = chosen.slice(0, fit(texts.map(one => JSON.stringify(one))))
  if (navigator.onLine) await setOff(batch)
  const answer = await post(batch.map((item, at) => ({ id: item.id, url: item.url, fields: texts[at].fields })), tally(all))
  const meant = outcome(answer.status, { count: batch.length, healthy: answer.healthy, renewed: turn.renewed })
  state.says = { wait: answer.status ? "server" : "network", "signed-out": "signed-out", renew: "" }[meant] ?? ""
  if (meant === "wipe") await wipe()
  if (meant === "renew") return (await renew()) ? { ...turn, renewed: true } : null
  if (meant === "fewer") return { ...turn, most: Math.ceil(batch.length / 4) }
  if (meant === "one") answer.items = batch.map(({ id }) => ({ id, status: answer.status, says: [] }))
  if (!answer.items || !batch.length) return null
  await settle(batch, answer.items)
  return { ...turn, most: meant === "one" ? MOST : turn.most, renewed: false, sent: true }
}

async function settle(batch, answers) {
  const said = new Map(answers.map(one => [one.id, one]))
  const heard = batch.map(item => ({ item, answer: said.get(item.id) ?? { status: 0, says: [] } }))
  for (const one of heard) one.meant = judge(one.answer.status, one.item.tries)
  await drop(heard.filter(one => one.meant === "sent").map(one => one.item)) // all at once
  for (const { item, answer, meant } of heard) await left(item, answer, meant)
  changed({ heard: heard.map(({ item, meant }) => ({ id: item.id, meant })) })
}

async function left(item, { status, says }, meant) {
  const tries = status >= 500 ? item.tries + 1 : item.tries
  if (["again", "signed-out"].includes(meant)) await mark(item, { tries, next: Date.now() + later(tries) })
  else if (["refused", "aside"].includes(meant)) await mark(item, { state: meant, status, why: says })
}

if (globalThis.document) {
  addEventListener("online", () => ((failed = 0), flush()))
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && flush())
  document.addEventListener("phone", event => event.detail === "open" && flush())
  let calm = 0
  setInterval(async () => ((await count()).waiting || ++calm % CALM === 0) && flush(), EVERY)
  flush()
}
