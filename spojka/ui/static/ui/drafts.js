// What was typed and not yet saved. It belongs to who typed it, and is gone when the server has it, when somebody
// else's page is opened, or when who typed it is signed out by time anyway. A phone that is set up keeps it sealed, and
// longer than the tab lives.
import { noteAnswered } from "ui/id.js"
import { read as cookie } from "ui/token.js"
import { isSetUp, who } from "ui/who.js"

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
const sealed = () => (isSetUp() ? import("ui/sealed-drafts.js") : null)

export async function keep(key, draft) {
  const phone = await sealed()
  return phone ? phone.keep(key, draft) : sessionStorage.setItem(key, JSON.stringify(draft))
}

export async function find(key) {
  const phone = await sealed()
  return phone ? phone.find(key) : JSON.parse(sessionStorage.getItem(key) ?? "null")
}

export async function forget(key) {
  sessionStorage.removeItem(key)
  await (await sealed())?.forget(key)
}

if (globalThis.document) {
  const came = performance.getEntriesByType("navigation")[0]?.type
  const unsent = Boolean(cookie("unsent"))
  const asked = { who: who(), came, unsent, shared: "shared" in document.body.dataset, now: Date.now() }
  for (const id of sweep(sessionStorage, asked)) noteAnswered(id)
  sealed()?.then(phone => phone.sweepAll(asked, sweep)).then(ids => ids.forEach(id => noteAnswered(id)))
  if (unsent) document.cookie = "unsent=; Max-Age=0; Path=/; SameSite=Lax"
}
