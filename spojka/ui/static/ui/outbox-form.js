// <outbox-form> around a form of the field: it saves into the phone first and is ready for the next one at once.
// A phone that is not set up sends as any page does. data-undo: where a saved one is taken back; data-then: where to
// go; data-behind: what waits for that address goes first; data-page: where it is mended, if not on this page;
// data-name: what it is called in the queue.
import { describe, whole } from "ui/form-values.js"
import { check } from "ui/form-faults.js"
import { flush } from "ui/flush.js"
import { newId } from "ui/id.js"
import { empty, mend } from "ui/mending.js"
import { saved } from "ui/feel.js"
import { keep, waitingFor } from "ui/outbox.js"
import { now, ready } from "ui/phone.js"
import { show } from "ui/kept-toast.js"

const Base = globalThis.HTMLElement ?? class {}

export class OutboxForm extends Base {
  connectedCallback() {
    this.form = this.querySelector("form")
    this.addEventListener("submit", this.send, { capture: true })
    ready().then(() => this.open())
    document.addEventListener("phone", () => this.open())
  }

  open() {
    this.known = true
    if (now.vault) this.form.autocomplete = "off" // else the browser itself writes what was typed on the disk
    if (now.key && !this.mending) mend(this.form).then(done => (this.mending ||= done))
  }

  send = event => {
    if (this.known && !now.vault) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (!this.known) return void ready().then(() => this.form.requestSubmit(event.submitter))
    if (!this.busy && check(this.form)) this.save(event.submitter)
  }

  async save(submitter) {
    this.busy = true
    const { id, phone_at: at } = this.form.elements
    if (at && !at.value) at.value = new Date().toISOString()
    const pressed = submitter?.name ? [[submitter.name, submitter.value]] : []
    const page = this.dataset.page ?? location.pathname + location.search
    const item = { id: id.value, url: this.form.getAttribute("action") || page, page, after: this.dataset.after || (await waitingFor(this.dataset.behind)), fields: [...whole(this.form), ...pressed], label: [this.dataset.name, pressed.length && submitter.textContent.trim(), describe(this.form)].filter(Boolean).join(", ") }
    try {
      await keep(item)
    } catch (fault) {
      document.dispatchEvent(new CustomEvent("outbox", { detail: { full: fault.name } }))
      return (this.busy = false)
    }
    this.saved(item)
  }

  saved(item) {
    saved()
    this.dispatchEvent(new CustomEvent("kept", { bubbles: true, detail: item }))
    show(item, this.dataset.undo?.replace("00000000-0000-0000-0000-000000000000", item.id))
    flush()
    if (this.dataset.then) return location.assign(this.dataset.then)
    this.clear()
  }

  clear() {
    empty(this.form)
    this.form.reset()
    this.form.elements.id.value = newId()
    for (const name of ["phone_at", "sent_at"]) if (this.form.elements[name]) this.form.elements[name].value = ""
    for (const one of this.form.querySelectorAll("details[open]")) one.open = false
    this.mending = this.busy = false
    scrollTo({ top: 0 })
    document.getElementById("main").focus({ preventScroll: true })
  }
}

globalThis.customElements?.define("outbox-form", OutboxForm)
