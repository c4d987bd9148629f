// <phone-lock>: the dialog that sets this phone up with a PIN, and opens it again. [data-lock] on a page shows it.
import { newId } from "ui/id.js"
import { now, readAgain, setUp, unlock } from "ui/phone.js"
import { prepare } from "ui/prepared.js"
import { plural } from "ui/plural.js"

const Base = globalThis.HTMLElement ?? class {}

export class PhoneLock extends Base {
  connectedCallback() {
    this.dialog = this.querySelector("dialog")
    document.addEventListener("click", event => event.target.closest?.("[data-lock]") && this.show())
    this.addEventListener("submit", event => event.target.matches("[data-do]") && this.answer(event))
    this.addEventListener("click", event => event.target.closest("[data-close]") && this.dialog.close())
  }

  async show() {
    await readAgain()
    for (const one of this.querySelectorAll("[data-do]")) one.hidden = (one.dataset.do === "open") !== Boolean(now.vault)
    this.say("")
    if (!this.dialog.open) this.dialog.showModal()
    this.querySelector("[data-do]:not([hidden]) input").focus()
  }

  say(kind, left) {
    for (const one of this.querySelectorAll("[data-wrong]")) {
      one.hidden = one.dataset.wrong !== kind
      const count = one.querySelector("[data-left]")
      if (count && left) count.textContent = plural(count.dataset, left)
    }
  }

  async answer(event) {
    event.preventDefault()
    if (this.busy) return
    this.busy = true
    const form = event.target
    const [pin, again] = [...form.querySelectorAll("input")].map(one => one.value)
    const said = form.dataset.do === "open" ? await this.tryOpen(pin) : await this.trySetUp(pin, again)
    form.reset()
    this.busy = false
    if (said) return form.querySelector("input").focus()
    this.dialog.close()
  }

  async tryOpen(pin) {
    const left = await unlock(pin)
    if (left === "open" || left <= 0) return "" // the strip says that all is wiped
    this.say("pin", left)
    return "pin"
  }

  async trySetUp(pin, again) {
    const done = pin === again && (await setUp(pin, newId()).catch(() => null))
    if (done === null) return await this.show(), "there" // another tab was first
    const wrong = pin !== again ? "differ" : done ? "" : "weak"
    this.say(wrong)
    if (!wrong) prepare()
    return wrong
  }
}

globalThis.customElements?.define("phone-lock", PhoneLock)
