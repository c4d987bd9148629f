// A form of a measurement: first it asks, then it shows what follows, then it saves. All is reckoned in the phone.
import { check } from "ui/form-faults.js"

const Base = globalThis.HTMLElement ?? class {}

export class TwoSteps extends Base {
  stays = [] // what the next person starts with: the instrument

  connectedCallback() {
    this.form = this.querySelector("form")
    for (const one of this.querySelectorAll("[data-live]")) one.hidden = false
    this.addEventListener("submit", this.look, { capture: true }) // before the outbox hears of it
    this.addEventListener("kept", this.stay)
    this.addEventListener("reset", () => this.turn("ask"))
    this.addEventListener("click", event => {
      const pressed = event.target.closest("[data-mend], [data-again]")
      if (!pressed) return
      this.form.elements.phone_at.value = ""
      if ("again" in pressed.dataset) this.form.reset()
      else this.turn("ask")
    })
    this.turn("ask")
  }

  turn(step) {
    this.step = step
    for (const one of this.querySelectorAll("[data-when]")) one.hidden = one.dataset.when !== step
    scrollTo({ top: 0 })
  }

  look = event => {
    if (this.step === "show") return
    event.preventDefault()
    event.stopImmediatePropagation()
    this.mind?.() // what one field does not know of another
    if (!check(this.form)) return
    this.turn("show")
    const happened = this.form.elements.phone_at
    happened.value ||= new Date().toISOString()
    this.show(Date.parse(happened.value))
    this.querySelector("[data-range]").focus({ preventScroll: true })
  }

  stay = () => {
    for (const name of this.stays) this.form.elements[name].defaultValue = this.form.elements[name].value
  }

  say(words) {
    for (const [name, text] of Object.entries(words)) for (const one of this.querySelectorAll(`[data-say="${name}"]`)) one.textContent = text
  }

  reveal(has) {
    for (const one of this.querySelectorAll("[data-if]")) one.hidden = !has[one.dataset.if]
  }
}
