// <left-over> in a <once-form> that is about one person after another: what was left here unsaved may be somebody else's,
// so it is only offered. Typing anew drops it.
import { describe, fill } from "ui/form-values.js"

const Base = globalThis.HTMLElement ?? class {}

export function clock(at, now, lang) {
  const day = new Date(at).toDateString() === new Date(now).toDateString() ? {} : { day: "numeric", month: "numeric" }
  return new Intl.DateTimeFormat(lang, { ...day, hour: "numeric", minute: "2-digit", hourCycle: "h23" }).format(at)
}

export class LeftOver extends Base {
  connectedCallback() {
    this.form = this.closest("form")
    this.form.addEventListener("input", () => (this.hidden = true))
    this.querySelector("[data-go]").addEventListener("click", () => this.go())
    this.querySelector("[data-drop]").addEventListener("click", () => this.drop())
    addEventListener("pageshow", event => event.persisted && this.back())
  }

  get once() {
    return this.closest("once-form")
  }

  offer({ fields, at }) {
    const copy = this.form.cloneNode(true)
    fill(copy, fields)
    this.fields = fields
    this.at = Date.parse(Object.fromEntries(fields).phone_at) || at // when it was measured
    this.querySelector("[data-at]").textContent = clock(this.at, Date.now(), document.documentElement.lang)
    this.querySelector("[data-words]").textContent = describe(copy)
    this.hidden = false
  }

  go() {
    fill(this.form, this.fields)
    this.form.elements.phone_at.value ||= new Date(this.at).toISOString()
    this.form.dispatchEvent(new Event("input", { bubbles: true }))
    this.leave()
  }

  drop() {
    this.once.gone()
    this.leave()
  }

  leave() {
    this.hidden = true
    document.getElementById("main").focus({ preventScroll: true })
  }

  // The browser brought the whole page back as it was left.
  back() {
    if (!this.once.touched) return
    this.form.reset()
    this.once.touched = null
    this.once.restore()
  }
}

globalThis.customElements?.define("left-over", LeftOver)
