// <counter-panel>: the line of one client. M repeats what was given last; what came back is typed or said to be nothing.
import { all, bring, firstBack, isUntouched, mark, refuse, repeat, settle, tellSums } from "counter/exchange-form.js"
import { lead } from "counter/refusal-form.js"
import { send } from "counter/sending.js"

const WRITES = "input:not([type=number],[type=checkbox],[type=radio]), textarea, select"

export class CounterPanel extends (globalThis.HTMLElement ?? class {}) {
  connectedCallback() {
    if (this.form) return
    this.form = this.querySelector("form[data-exchange]")
    this.addEventListener("submit", this.check, { capture: true }) // before the phone's own outbox takes it
    this.addEventListener("submit", this.save)
    this.addEventListener("input", ({ target }) => this.count(target))
    this.addEventListener("click", this.press)
    this.addEventListener("keydown", this.key)
    this.count()
  }

  find = what => this.querySelector(what)
  start = () => (this.find("[data-repeat]") ?? all(this.form, "data-out")[0] ?? this).focus()
  text = name => this.closest("counter-room").text(name)

  press = ({ target }) => {
    const as = target.closest("[data-as]")?.dataset.as
    if (target.closest("[data-repeat]")) this.repeat()
    else if (target.closest("[data-away]")) this.tell("away")
    else if (as) this.come(() => bring(this.form, as), all(this.form, "data-back")[0])
  }

  key = event => {
    const box = this.form.elements.nothing_back
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.matches(WRITES)) return
    if (event.key.toLowerCase() === "m" && this.find("[data-repeat]")) this.repeat()
    else if (event.key === "0" && box && !event.target.matches("[type=number]")) this.come(() => (box.checked = true), box)
    else return
    event.preventDefault()
  }

  repeat() {
    this.count(repeat(this.form))
    ;(firstBack(this.form) ?? this.find("[type=submit]")).focus()
  }

  come(how, changed) {
    how() // then only saving is left
    this.count(changed)
    this.find("[type=submit]").focus()
  }

  count(changed) {
    settle(this.form, changed)
    if (mark(this.form)) this.find("[data-over]").hidden = false
    this.dirty ||= Boolean(changed)
    tellSums(this.form)
  }

  check = event => {
    if (event.target !== this.form || !isUntouched(this.form)) return
    event.preventDefault() || event.stopImmediatePropagation()
    this.find("[data-touch]").classList.add("is-wanted")
    refuse(this.form, { taken: [this.text("touch")] })
  }

  save = async event => {
    const form = event.target
    if (event.preventDefault() || this.busy) return
    this.busy = true // until there is an answer: two presses are one sending
    const { became, errors, codes } = await send(form).finally(() => (this.busy = false))
    if (became === "saved") return this.tell(form === this.form ? "saved" : "refused", form.elements.id.value)
    refuse(form, became === "refused" ? errors : { "": [this.text(became)] })
    if (form === this.form && codes.includes("not_eligible")) lead(this.find("[data-refuse]"), "not_eligible")
  }

  tell(what, id = "") {
    this.dispatchEvent(new CustomEvent("counter", { bubbles: true, detail: { what, id, panel: this } }))
  }
}

globalThis.customElements?.define("counter-panel", CounterPanel)
