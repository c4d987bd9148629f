// UUIDv7 made on the phone, so that a repeated send is recognised (twin: base/ids.py; RFC 9562, 5.7).

export function newId(now = Date.now(), random = crypto.getRandomValues(new Uint8Array(10))) {
  const bytes = new Uint8Array(16)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(now) << 16n)
  bytes.set(random, 6)
  bytes[6] = 0x70 | (bytes[6] & 0x0f)
  bytes[8] = 0x80 | (bytes[8] & 0x3f)
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, "0")).join("")
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
}

// <new-id> fills its empty hidden input. An id that was sent and answered is replaced when the page comes back.
const Base = globalThis.HTMLElement ?? class {}

export class NewId extends Base {
  connectedCallback() {
    const input = this.querySelector("input")
    if (!input.value) input.value = newId()
    this.back = event => {
      if (event.persisted && answered().includes(input.value)) input.value = newId()
    }
    addEventListener("pageshow", this.back)
  }

  disconnectedCallback() {
    removeEventListener("pageshow", this.back)
  }
}

export function answered(store = globalThis.sessionStorage) {
  return JSON.parse(store.getItem("answered") ?? "[]")
}

export function noteAnswered(id, store = globalThis.sessionStorage) {
  store.setItem("answered", JSON.stringify([...answered(store), id].slice(-50)))
}

globalThis.customElements?.define("new-id", NewId)
