// The outbox: what is written lies first in this phone, sealed, until the server has answered for it (flush.js).
import { itemOf, put, remove } from "ui/kept.js"
import { close, disclose, mine, now } from "ui/phone.js"
import { tally } from "ui/sending.js"
import { who } from "ui/who.js"

const own = new Map() // texts of this page's own items: to send them needs no PIN
const channel = globalThis.document && new BroadcastChannel("outbox")
if (channel) channel.onmessage = () => document.dispatchEvent(new CustomEvent("outbox", { detail: {} }))

export function changed(detail = {}) {
  document.dispatchEvent(new CustomEvent("outbox", { detail }))
  channel?.postMessage("changed")
}

// Keep one form. `after` is the id of an item it builds on. Fails only when the phone has no room.
export async function keep({ id, url, page, after = "", fields, label }) {
  const known = await itemOf(id)
  const text = JSON.stringify({ fields, label })
  const item = { ...known, id, who: who(), url, page, after, at: known?.at ?? Date.now(), state: "waiting", tries: 0, next: 0, why: null }
  await put("items", { ...item, sealed: await close(id, text) })
  own.set(id, text)
  changed({ kept: id })
}

export const items = () => mine("items")
export const count = async () => tally(await items())
export const waitingFor = async url => url && (await items()).find(one => one.url === url)?.id // what must go before
export const isReadable = item => Boolean(now.key) || own.has(item.id)
export const textOf = async item => JSON.parse(own.get(item.id) ?? (await disclose(item.id, item.sealed)))
export const whyOf = async item => (item.why && now.key ? JSON.parse(await disclose(`why:${item.id}`, item.why)) : [])

// The server has them, or the worker wants one no more. A newer text under the same id stays.
export async function drop(items, texts = []) {
  const lie = new Map((await mine("items")).map(one => [one.id, one.order]))
  const same = ({ id }, at) => !texts[at] || (own.get(id) ?? texts[at]) === texts[at]
  const gone = items.filter((item, at) => lie.has(item.id) && same(item, at))
  await remove("items", ...gone.map(one => lie.get(one.id)))
  for (const { id } of gone) own.delete(id)
}

export async function mark(item, { why, ...change }) {
  const lies = await itemOf(item.id)
  const sealed = why ? { why: await close(`why:${item.id}`, JSON.stringify(why)) } : {}
  if (lies) await put("items", { ...lies, ...change, ...sealed })
}

export const again = item => mark(item, { state: "waiting", tries: 0, next: 0 })
