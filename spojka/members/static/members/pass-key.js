// <pass-key> around a form: asks the device for a passkey and sends its answer. `does` is create or get; the question
// lies in `data-options`, or is fetched from `data-from` when it is needed. Without script the element stays hidden.
import { read as cookie } from "ui/token.js"

export function bytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"))
  return Uint8Array.from(plain, letter => letter.charCodeAt(0)).buffer
}

export function text(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer))
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "")
}

const known = list => (list ?? []).map(one => ({ ...one, id: bytes(one.id) }))

export function question({ publicKey }) {
  const asked = { ...publicKey, challenge: bytes(publicKey.challenge) }
  if (publicKey.user) asked.user = { ...publicKey.user, id: bytes(publicKey.user.id) }
  if (publicKey.excludeCredentials) asked.excludeCredentials = known(publicKey.excludeCredentials)
  if (publicKey.allowCredentials) asked.allowCredentials = known(publicKey.allowCredentials)
  if (publicKey.authenticatorSelection) { // kept in the device and opened by its lock: then no password is needed
    asked.authenticatorSelection = { ...publicKey.authenticatorSelection, residentKey: "required", requireResidentKey: true, userVerification: "required" }
  }
  return { publicKey: asked }
}

export function answer(credential) {
  const said = {}
  for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (credential.response[name]) said[name] = text(credential.response[name])
  }
  const { id, type } = credential
  return { id, type, rawId: text(credential.rawId), response: said, clientExtensionResults: credential.getClientExtensionResults() }
}

const Base = globalThis.HTMLElement ?? class {}

export class PassKey extends Base {
  connectedCallback() {
    if (!globalThis.PublicKeyCredential) return
    this.hidden = false
    this.form = this.querySelector("form")
    this.form.addEventListener("submit", event => {
      event.preventDefault()
      if (!this.busy) this.ask()
    })
  }

  async ask() {
    this.busy = true
    this.say(null)
    try {
      const asked = question(this.dataset.options ? JSON.parse(this.dataset.options) : await this.fetch())
      const given = await navigator.credentials[this.getAttribute("does")](asked)
      this.form.elements.credential.value = JSON.stringify(answer(given))
      this.form.submit()
    } catch (fault) {
      this.say(fault.name === "InvalidStateError" ? "known" : "failed")
    } finally {
      this.busy = false
    }
  }

  async fetch() {
    const headers = { Accept: "application/json", "X-CSRFToken": cookie("csrftoken") }
    const response = await fetch(this.dataset.from, { method: "POST", headers })
    if (!response.ok) throw new Error("no question came")
    return response.json()
  }

  say(what) {
    for (const line of this.querySelectorAll("[data-for]")) line.hidden = line.dataset.for !== what
  }
}

globalThis.customElements?.define("pass-key", PassKey)
