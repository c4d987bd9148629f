// With which hub this phone is paired. It lies beside the vault and goes with it when the phone is wiped.
import { get, put } from "ui/kept.js"
import { now } from "ui/phone.js"
import { who } from "ui/who.js"
import { markKey } from "hubs/box.js"

const CLOCK = 10 * 60_000 // ms until the clock is compared with headquarters again
const SLOW = 5_000 // ms; an answer that came later says nothing about the time
export const hubOf = () => now.vault?.hub ?? null

async function remember(hub) {
  const lies = await get("vaults", who()) // how often the PIN was wrong must not be forgotten
  if (!lies || !now.vault) return
  now.vault = { ...lies, hub }
  await put("vaults", now.vault)
}

// What the pairing answered, and the phone's own key.
export async function pairWith({ marking, at, ...hub }, key) {
  await remember({ ...hub, key, marks: await markKey(marking), ahead: at - Date.now(), compared: Date.now() })
}

// Headquarters has just answered: by how much is this phone's clock behind its own? The hub must not be the one to say.
async function compare() {
  const hub = hubOf()
  if (!hub || Math.abs(Date.now() - hub.compared) < CLOCK) return
  const began = Date.now()
  const answer = await fetch("/healthz", { cache: "no-store" }).catch(() => null)
  const [theirs, ended] = [Date.parse(answer?.headers.get("Date")), Date.now()]
  if (theirs && ended - began < SLOW) await remember({ ...hub, ahead: Math.round(theirs - (began + ended) / 2), compared: ended })
}

globalThis.document?.addEventListener("outbox", ({ detail }) => detail?.heard && compare())
