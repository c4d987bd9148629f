// Drafts in a phone that is set up: sealed, and longer than the tab lives. What waits to be sent is no draft any more.
import { all, get, itemOf, put, remove } from "ui/kept.js"
import { close, disclose, now, ready } from "ui/phone.js"

export async function keep(key, draft) {
  await ready()
  if (!now.vault) return sessionStorage.setItem(key, JSON.stringify(draft))
  const { fields, ...rest } = draft
  await put("drafts", { key, ...rest, sealed: await close(key, JSON.stringify(fields)) })
}

export async function find(key) {
  await ready()
  const draft = now.key && (await get("drafts", key))
  if (!draft) return null
  if (draft.id && (await itemOf(draft.id))) return void (await remove("drafts", key))
  return { ...draft, fields: JSON.parse(await disclose(key, draft.sealed)) }
}

export async function forget(key) {
  await ready()
  if (now.vault) await remove("drafts", key)
}

// Sealed drafts lie under the same rules; return the ids that the server has answered.
export async function sweepAll(asked, sweep) {
  await ready()
  if (!now.vault) return []
  const rows = new Map((await all("drafts")).map(row => [row.key, JSON.stringify(row)]))
  const before = [...rows.keys()]
  const store = { ...Object.fromEntries(rows), getItem: key => rows.get(key), removeItem: key => rows.delete(key), setItem: () => null }
  const answered = sweep(store, { ...asked, shared: true })
  for (const key of before) if (!rows.has(key)) await remove("drafts", key)
  return answered
}
