// <once-form> around a form: one send at a time, and what was typed survives a reload and a lost session.
import { isSecret, keyOf, lasts, who } from "ui/drafts.js"

export function isSaved({ status, raw }) {
  return status >= 200 && status < 300 && !raw?.redirected // a redirect may have ended at the way in
}

const Base = globalThis.HTMLElement ?? class {}

export class OnceForm extends Base {
  connectedCallback() {
    this.form = this.querySelector("form")
    this.key = keyOf(who(), location.pathname, this.getAttribute("name") ?? "")
    if (!this.hasAttribute("answered")) this.restore()
    this.form.addEventListener("input", () => this.write())
    this.form.addEventListener("submit", this.send)
    this.addEventListener("htmx:after:request", this.heard) // before the swap: the form that comes must not find the draft
    this.addEventListener("htmx:error", () => this.write())
    this.addEventListener("htmx:finally:request", () => this.open(true))
    addEventListener("pageshow", event => event.persisted && this.open(true))
  }

  write(sent = false) {
    const inputs = [...this.form.elements]
    const secret = name => inputs.some(one => one.name === name && isSecret(one))
    const fields = [...new FormData(this.form)].filter(([name, value]) => typeof value === "string" && !secret(name))
    const draft = { fields, sent, at: Date.now(), lasts: lasts(), id: this.form.elements.id?.value }
    sessionStorage.setItem(this.key, JSON.stringify(draft))
  }

  restore() {
    const draft = JSON.parse(sessionStorage.getItem(this.key) ?? "null")
    if (!draft) return
    for (const one of this.form.elements) {
      const values = draft.fields.filter(([name]) => name === one.name).map(([, value]) => value)
      if (isSecret(one)) continue
      if (["radio", "checkbox"].includes(one.type)) one.checked = values.includes(one.value)
      else if (values.length) one.value = values[0]
    }
    for (const one of this.form.querySelectorAll("count-tile input")) one.dispatchEvent(new Event("input", { bubbles: true }))
    for (const one of this.form.querySelectorAll("details:has(:checked, .tile-on)")) one.open = true
  }

  send = event => {
    if (this.busy) return event.preventDefault() || event.stopImmediatePropagation()
    this.write(true)
    this.open(false)
  }

  heard = event => {
    if (isSaved(event.detail.ctx.response)) sessionStorage.removeItem(this.key)
    else this.write()
  }

  // Buttons are not disabled, only told so: a disabled button would lose its name and its focus.
  open(free) {
    this.busy = !free
    for (const one of this.form.querySelectorAll("button:not([type=button])")) one.setAttribute("aria-disabled", String(!free))
  }
}

globalThis.customElements?.define("once-form", OnceForm)
