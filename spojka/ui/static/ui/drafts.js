// What was typed and not yet saved. It stays in this tab (sessionStorage), belongs to who typed it, and is gone
// when the server has it, when somebody else's page is opened, or when who typed it is signed out by time anyway.
import { noteAnswered } from "ui/id.js"
import { read as cookie } from "ui/token.js"

export const LONGEST = 36 * 3600 * 1000 // as long as one may stay signed in at all: members/data/lasting.toml
const SECRET = new Set(["password", "file", "submit", "button", "image", "reset"])

export function isSecret(input) {
  return SECRET.has(input.type) || input.name === "csrfmiddlewaretoken" || input.hasAttribute?.("data-ask")
}

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
export const who = () => globalThis.document?.body?.dataset.who ?? ""

if (globalThis.document) {
  const came = performance.getEntriesByType("navigation")[0]?.type
  const unsent = Boolean(cookie("unsent"))
  for (const id of sweep(sessionStorage, { who: who(), came, unsent, shared: "shared" in document.body.dataset, now: Date.now() })) noteAnswered(id)
  if (unsent) document.cookie = "unsent=; Max-Age=0; Path=/; SameSite=Lax"
}
