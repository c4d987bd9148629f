// This phone and who works with it: set up with a PIN, locked, open, wiped. The key lies in the memory of this page and
// of the service worker alone, which hands it to the next page; when both are gone, the PIN is asked for again.
import { add, all, get, put, wipe as wipeAll } from "ui/kept.js"
import { isWeak, make, open, seal, unseal } from "ui/vault.js"
import { ask, tell as keeper } from "ui/keeper.js"
import { nameOf, who } from "ui/who.js"

const TRIES = 10
export const now = { key: null, vault: null, off: false }
const tell = kind => document.dispatchEvent(new CustomEvent("phone", { detail: kind }))
export const name = () => localStorage.getItem(nameOf(who())) // which phone it is, for the office: random, its own

let reading
export function ready() {
  return (reading ??= (async () => {
    try {
      now.vault = who() && !("shared" in document.body.dataset) ? await get("vaults", who()) : null
    } catch { now.off = true } // a browser that keeps nothing: the page sends as ever
    if (now.vault) now.key = (await ask({ kind: "held", who: who() }))?.key ?? null
    return now
  })())
}

// Another tab may have set this phone up since the page was opened.
export async function readAgain() {
  if (!(await ready()).vault && !now.off) reading = null
  return ready()
}

export async function setUp(pin, id) {
  if (isWeak(pin)) return false
  const { lock, slot, key } = await make(pin)
  const vault = { who: who(), lock, slot, wrong: 0 }
  await add("vaults", vault) // never over one that another tab has set up: its items would stay shut for good
  if (!name()) localStorage.setItem(nameOf(who()), id)
  await navigator.storage?.persist?.().catch(() => null)
  hold(vault, key)
  for (const key of Object.keys(sessionStorage)) if (key.startsWith("draft:")) sessionStorage.removeItem(key)
  return true
}

function hold(vault, key) {
  Object.assign(now, { vault, key })
  keeper({ kind: "hold", who: who(), key })
  tell("open")
}

// Open with the PIN: "open", or how many tries are left; after the last one all that waits here is gone.
export async function unlock(pin) {
  const vault = await get("vaults", who())
  await put("vaults", { ...vault, wrong: vault.wrong + 1 }) // before the try: pulling the battery gives no other one
  const key = await open(vault.lock, pin)
  if (key) {
    await put("vaults", { ...vault, wrong: 0 })
    return hold(vault, key) ?? "open"
  }
  if (vault.wrong + 1 >= TRIES) await wipe()
  return TRIES - vault.wrong - 1
}

export async function wipe() {
  Object.assign(now, { vault: null, key: null })
  keeper({ kind: "forget" })
  await wipeAll(who())
  localStorage.removeItem(nameOf(who()))
  tell("wiped")
  tabs?.postMessage(who())
}

// Pages in other tabs must keep nothing more under a lock that is gone.
const tabs = globalThis.document && new BroadcastChannel("wiped")
if (tabs) tabs.onmessage = ({ data }) => data === who() && now.vault && (Object.assign(now, { vault: null, key: null }), tell("wiped"))

export const close = (about, text) => seal(now.vault.slot, about, text)
export const disclose = (about, sealed) => unseal(now.key, about, sealed)
export const mine = async store => (await all(store)).filter(row => row.who === who())
