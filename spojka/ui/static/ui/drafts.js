// What was typed and not yet saved. It belongs to who typed it, and is gone when the server has it, when somebody
// else's page is opened, or when who typed it is signed out by time anyway. A phone that is set up keeps it sealed, and
// longer than the tab lives.
import { noteAnswered } from "ui/id.js"
import { all, get, itemOf, put, remove } from "ui/kept.js"
import { close, disclose, now, ready } from "ui/phone.js"
import { read as cookie } from "ui/token.js"
import { who } from "ui/who.js"

export const LONGEST = 36 * 3600 * 1000 // as long as one may stay signed in at all: members/data/lasting.toml

export function keyOf(who, path, name) {
  return `draft:${who}:${path}:${name}`
}

// `came` is how the page was come to; `unsent` says that the server did not keep what was sent last.
// At a tablet that a crew shares, colleagues' drafts wait for their owners; the page shows each only their own.
export function sweep(store, { who, came, unsent, now, shared = false }) {
  const answered = []
  for (const key of Object.keys(store).filter(name => name.startsWith("draft:"))) {
    const draft = JSON.parse(store.getItem(key))
    const foreign = who && !shared && !key.startsWith(`draft:${who}:`)
    const done = who && key.startsWith(`draft:${who}:`) && draft.sent && came === "navigate" && !unsent // a page for strangers is no answer to a send
    if (done && draft.id) answered.push(draft.id)
    if (foreign || done || !(now - draft.at < (draft.lasts ?? LONGEST))) store.removeItem(key)
    else if (unsent && draft.sent) store.setItem(key, JSON.stringify({ ...draft, sent: false }))
  }
  return answered
}

export const lasts = () => Number(globalThis.document?.body?.dataset.lasts || LONGEST / 1000) * 1000

// Where drafts lie: in the tab, or sealed in the phone.
export async function keep(key, draft) {
  if (!now.vault) return sessionStorage.setItem(key, JSON.stringify(draft))
  const { fields, ...rest } = draft
  await put("drafts", { key, ...rest, sealed: await close(key, JSON.stringify(fields)) })
}

export async function find(key) {
  if (!now.vault) return JSON.parse(sessionStorage.getItem(key) ?? "null")
  const draft = now.key && (await get("drafts", key))
  return draft ? { ...draft, fields: JSON.parse(await disclose(key, draft.sealed)) } : null
}

export async function forget(key) {
  sessionStorage.removeItem(key)
  if (now.vault) await remove("drafts", key)
}

export const isKept = async id => Boolean(now.vault && (await itemOf(id)))

// Sealed drafts lie under the same rules; the tab's own are left to it.
async function sweepSealed(asked) {
  await ready()
  if (!now.vault) return
  const rows = new Map((await all("drafts")).map(row => [row.key, JSON.stringify(row)]))
  const gone = new Set(rows.keys())
  const store = { ...Object.fromEntries(rows), getItem: key => rows.get(key), removeItem: key => rows.delete(key), setItem: () => null }
  for (const id of sweep(store, { ...asked, shared: true })) noteAnswered(id)
  for (const key of gone) if (!rows.has(key)) await remove("drafts", key)
}

if (globalThis.document) {
  const came = performance.getEntriesByType("navigation")[0]?.type
  const unsent = Boolean(cookie("unsent"))
  const asked = { who: who(), came, unsent, shared: "shared" in document.body.dataset, now: Date.now() }
  for (const id of sweep(sessionStorage, asked)) noteAnswered(id)
  sweepSealed(asked)
  if (unsent) document.cookie = "unsent=; Max-Age=0; Path=/; SameSite=Lax"
}
