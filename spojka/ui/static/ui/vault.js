// The phone's vault: anybody may put something in, only the worker's PIN opens it. What is written is sealed by a
// public key (ECDH P-256, HKDF, AES-GCM); the private one lies here wrapped by the PIN (PBKDF2), never in the clear.

export const ROUNDS = 600_000 // of HMAC-SHA-256: OWASP, Password Storage Cheat Sheet, 2023
const CURVE = { name: "ECDH", namedCurve: "P-256" }
const GCM = { name: "AES-GCM", length: 256 }
const subtle = globalThis.crypto.subtle
const random = length => crypto.getRandomValues(new Uint8Array(length))
const bytes = text => new TextEncoder().encode(text)

// Six digits or more, not all alike and not in a row.
export function isWeak(pin) {
  const steps = [...pin].slice(1).map((digit, at) => digit - pin[at])
  return !/^\d{6,12}$/.test(pin) || [0, 1, -1].some(same => steps.every(step => step === same))
}

async function slow(pin, { salt, rounds }) {
  const typed = await subtle.importKey("raw", bytes(pin), "PBKDF2", false, ["deriveKey"])
  return subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds }, typed, GCM, false, ["wrapKey", "unwrapKey"])
}

// A new vault and its key. { lock, slot } are stored; the key stays in memory.
export async function make(pin, rounds = ROUNDS) {
  const pair = await subtle.generateKey(CURVE, true, ["deriveBits"])
  const lock = { salt: random(16), iv: random(12), rounds }
  lock.wrapped = await subtle.wrapKey("pkcs8", pair.privateKey, await slow(pin, lock), { name: "AES-GCM", iv: lock.iv })
  const slot = await subtle.exportKey("raw", pair.publicKey)
  return { lock, slot, key: await open(lock, pin) }
}

// The key, which no script can take out; null when the PIN is another one.
export async function open(lock, pin) {
  const opened = [lock.wrapped, await slow(pin, lock), { name: "AES-GCM", iv: lock.iv }, CURVE, false, ["deriveBits"]]
  return subtle.unwrapKey("pkcs8", ...opened).catch(() => null)
}

async function shared(mine, theirs, info) {
  const bits = await subtle.deriveBits({ name: "ECDH", public: theirs }, mine, 256)
  const base = await subtle.importKey("raw", bits, "HKDF", false, ["deriveKey"])
  return subtle.deriveKey({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(32), info }, base, GCM, false, ["encrypt", "decrypt"])
}

const known = raw => subtle.importKey("raw", raw, CURVE, false, [])

// `about` is bound to the text: what was sealed for one record can't be put in another one's place.
export async function seal(slot, about, text) {
  const once = await subtle.generateKey(CURVE, false, ["deriveBits"])
  const from = await subtle.exportKey("raw", once.publicKey)
  const key = await shared(once.privateKey, await known(slot), from)
  const iv = random(12)
  const box = await subtle.encrypt({ name: "AES-GCM", iv, additionalData: bytes(about) }, key, bytes(text))
  return { from, iv, box }
}

export async function unseal(key, about, { from, iv, box }) {
  const one = await shared(key, await known(from), new Uint8Array(from))
  return new TextDecoder().decode(await subtle.decrypt({ name: "AES-GCM", iv, additionalData: bytes(about) }, one, box))
}
