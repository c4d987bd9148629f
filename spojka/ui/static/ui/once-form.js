// <once-form> around a form: one send at a time, and what was typed survives a reload and a lost session.
import { find, forget, keep, keyOf, lasts } from "ui/drafts.js"
import { fill, read } from "ui/form-values.js"
import { isSetUp, who } from "ui/who.js"
import { still } from "ui/still.js"

const PAUSE = 300 // ms between sealings while one types

export function isSaved({ status, raw }) {
  return status >= 200 && status < 300 && !raw?.redirected // a redirect may have ended at the way in
}

const Base = globalThis.HTMLElement ?? class {}

export class OnceForm extends Base {
  connectedCallback() {
    this.form = this.querySelector("form")
    this.key = keyOf(who(), location.pathname, this.getAttribute("name") ?? "")
    if (!this.hasAttribute("answered")) this.restore()
    this.form.addEventListener("input", () => this.soon())
    this.form.addEventListener("submit", this.send)
    const keeper = this.closest("outbox-form") ?? this // it lies around this one, and what it says rises only
    keeper.addEventListener("kept", this.gone)
    this.addEventListener("htmx:after:request", this.heard) // before the swap: the form that comes must not find the draft
    this.addEventListener("htmx:error", () => this.write())
    this.addEventListener("htmx:finally:request", () => this.open(true))
    addEventListener("pageshow", event => event.persisted && this.open(true))
    document.addEventListener("visibilitychange", () => this.waits && this.write())
    document.addEventListener("phone", event => event.detail === "open" && !this.touched && this.restore())
  }

  soon() {
    this.touched = true
    if (!isSetUp()) return void this.write()
    this.waits ??= setTimeout(() => this.write(), PAUSE)
  }

  write(sent = false) {
    clearTimeout(this.waits)
    this.waits = null
    const draft = { fields: read(this.form), sent, at: Date.now(), lasts: lasts(), id: this.form.elements.id?.value }
    return this.turn(() => keep(this.key, draft))
  }

  // One after the other: a draft that is being sealed must not land after it was forgotten.
  turn(work) {
    return (this.last = (this.last ?? Promise.resolve()).then(work, work))
  }

  async restore() {
    const draft = await find(this.key)
    const left = this.querySelector("left-over")
    if (left) await customElements.whenDefined("left-over")
    if (draft && !this.touched && !location.hash.startsWith("#mend=")) left ? left.offer(draft) : fill(this.form, draft.fields)
  }

  send = event => {
    if (this.busy) return event.preventDefault() || event.stopImmediatePropagation()
    this.write(true)
    this.open(false)
  }

  gone = () => {
    clearTimeout(this.waits)
    this.waits = this.touched = null
    this.turn(() => forget(this.key))
  }

  heard = event => {
    if (isSaved(event.detail.ctx.response)) this.gone()
    else this.write()
  }

  open(free) {
    this.busy = !free
    this.at = still(this.form, !free, this.at)
  }
}

globalThis.customElements?.define("once-form", OnceForm)
