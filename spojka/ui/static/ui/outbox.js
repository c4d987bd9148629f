// The outbox: what is written lies first in this phone, sealed, until the server has answered for it (flush.js).
import { amend, itemOf, putLocked } from "ui/kept.js"
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
export async function keep({ id, url, page, after = "", undoes = false, fields, label }) {
  const known = await itemOf(id)
  const text = JSON.stringify({ fields, label })
  const item = { ...known, id, who: who(), url, page, after, undoes, at: known?.at ?? Date.now(), state: "waiting", tries: 0, next: 0, why: null }
  await putLocked({ ...item, sealed: await close(id, text) })
  own.set(id, text)
  changed({ kept: id })
}

export const items = () => mine("items")
export const count = async () => tally(await items())
export const waitingFor = async url => url && (await items()).find(one => one.url === url)?.id // what must go before
export const isReadable = item => Boolean(now.key) || own.has(item.id)
export const textOf = async item => JSON.parse(own.get(item.id) ?? (await disclose(item.id, item.sealed)))
export const whyOf = async item => (item.why && now.key ? JSON.parse(await disclose(`why:${item.id}`, item.why)) : [])

const isSame = (row, item) => String(row.sealed.iv) === String(item.sealed.iv) // a newer text under the same id is another one

// The server has them, or the worker wants one no more. A newer text under the same id stays, whichever tab wrote it.
export async function drop(items) {
  await amend(items, null, isSame)
  for (const { id } of items) if (!(await itemOf(id))) own.delete(id)
}

export async function mark(item, { why, ...change }) {
  const sealed = why ? { why: await close(`why:${item.id}`, JSON.stringify(why)) } : {}
  await amend([item], { ...change, ...sealed }, isSame)
}

export const again = item => mark(item, { state: "waiting", tries: 0, next: 0 })

// From now on the server may have them, whether it answers or not.
export const setOff = items => amend(items.filter(one => !one.off), { off: true })

// Take back what never left this phone; false when it may lie elsewhere, where only an undoing helps.
export async function takeBack(item) {
  return Boolean(await amend([item], null, row => !row.off && !row.held))
}
