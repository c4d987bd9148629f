// Reads a receipt's text (receipts/token.py) and checks its signature, in the browser alone.
const VERSION = 1
const MARK = new TextEncoder().encode("spojka receipt 1\n")
const SHORT = 8, SIGNATURE = 64

export function bytesOf(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"))
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0))
}

function writtenOf(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")
}

// Returns what is signed, by which key; null for what is no receipt.
export function taken(text) {
  let raw
  try {
    raw = bytesOf(text.replace(/\s/g, "").split("#").pop())
  } catch {
    return null
  }
  if (raw[0] !== VERSION || raw.length <= 1 + SHORT + SIGNATURE) return null
  const [short, body] = [raw.slice(1, 1 + SHORT), raw.slice(1 + SHORT + SIGNATURE)]
  const signed = new Uint8Array([...MARK, ...body])
  return { kid: writtenOf(short), signature: raw.slice(1 + SHORT, 1 + SHORT + SIGNATURE), signed, body }
}

// Returns the content of a receipt that one of `keys` signed, null for any other. Throws where Ed25519 is unknown.
export async function read(text, keys) {
  const found = taken(text)
  if (!found || !Object.hasOwn(keys, found.kid)) return null
  const key = await crypto.subtle.importKey("raw", bytesOf(keys[found.kid]), "Ed25519", false, ["verify"])
  if (!(await crypto.subtle.verify("Ed25519", key, found.signature, found.signed))) return null
  const stream = new Blob([found.body]).stream().pipeThrough(new DecompressionStream("deflate-raw"))
  return JSON.parse(await new Response(stream).text())
}
