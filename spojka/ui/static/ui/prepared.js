// The pages that this phone keeps so that they open without network; the service worker does it (phones/worker.js).
import { now, ready } from "ui/phone.js"
import { who } from "ui/who.js"

const WORKER = "/worker.js"

export async function prepare() {
  if (!navigator.serviceWorker) return
  await ready()
  if (!now.vault) return
  const registration = await navigator.serviceWorker.register(WORKER)
  const worker = (await navigator.serviceWorker.ready).active ?? registration.active
  worker?.postMessage({ kind: "prepare", who: who() })
  if (now.key) worker?.postMessage({ kind: "hold", who: who(), key: now.key })
}

if (globalThis.document) {
  const begin = () => (globalThis.requestIdleCallback ?? setTimeout)(() => prepare().catch(() => null))
  if (document.readyState === "complete") begin()
  else addEventListener("load", begin)
  navigator.serviceWorker?.addEventListener("message", ({ data }) => document.dispatchEvent(new CustomEvent("prepared", { detail: data })))
}
