// A box for headquarters: sealed with the hub's public key, signed by this phone. The laptop can neither open nor make one.
// The other half is hubs/sealing.py.
import { seal } from "ui/vault.js"

const SIGN = { name: "ECDSA", hash: "SHA-256" }
const subtle = globalThis.crypto.subtle
const bytes = text => new TextEncoder().encode(text)
export const text64 = data => btoa(Array.from(new Uint8Array(data), one => String.fromCharCode(one)).join(""))
export const bytes64 = text => Uint8Array.from(atob(text), one => one.charCodeAt(0))

// A key pair that signs; the private half can't be taken out by any script.
export async function newKey() {
  const pair = await subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign", "verify"])
  return { key: pair.privateKey, shown: text64(await subtle.exportKey("raw", pair.publicKey)) }
}

export async function boxOf(hub, phone, id, inner) {
  const { from, iv, box } = await seal(bytes64(hub.slot), `${hub.id}:${phone}:${id}`, JSON.stringify(inner))
  const body = JSON.stringify({ hub: hub.id, phone, id, from: text64(from), iv: text64(iv), box: text64(box) })
  return { body, sig: text64(await subtle.sign(SIGN, hub.key, bytes(body))) }
}

// Marks are read by the stand's other phones: one key for all of them, which the laptop does not have.
export const markKey = text => subtle.importKey("raw", bytes64(text), "AES-GCM", false, ["encrypt", "decrypt"])

export async function sealMark(key, id, mark) {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const box = await subtle.encrypt({ name: "AES-GCM", iv, additionalData: bytes(id) }, key, bytes(JSON.stringify(mark)))
  return text64(iv) + text64(box)
}

export async function openMark(key, id, text) {
  const [iv, box] = [bytes64(text.slice(0, 16)), bytes64(text.slice(16))]
  return JSON.parse(new TextDecoder().decode(await subtle.decrypt({ name: "AES-GCM", iv, additionalData: bytes(id) }, key, box)))
}
