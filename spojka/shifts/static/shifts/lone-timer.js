// <lone-timer>: rings in this phone when its worker has not said in time that they are well; needs no signal. It lies in
// the browser's own store as three numbers, so that it goes on after a reload. It rings only while this page is open.
import { buzz, tone } from "ui/feel.js"
import { who } from "ui/who.js"
import { canStayAwake, stayAwake } from "shifts/awake.js"
import { clock, dueAt, isDue, mended, pause, told } from "shifts/timer-state.js"

const Base = globalThis.HTMLElement ?? class {}
const AGAIN = 6_000 // ms between two rings

export class LoneTimer extends Base {
  connectedCallback() {
    this.key = `alone:${who()}:${this.dataset.shift}`
    this.forms = Object.fromEntries([...this.querySelectorAll("form[data-form]")].map(one => [one.dataset.form, one]))
    this.addEventListener("kept", ({ target, detail }) => setTimeout(() => this.kept(target.querySelector("form").dataset.form, detail)))
    addEventListener("hashchange", () => this.read())
    document.addEventListener("visibilitychange", () => this.seen())
    this.querySelector("[data-awake]").addEventListener("change", () => this.seen())
    this.querySelector("[data-no-lock]").hidden = canStayAwake
    this.read()
  }

  disconnectedCallback() {
    clearTimeout(this.turn)
    stayAwake(false)
  }

  read() {
    const state = told(location.hash, JSON.parse(localStorage.getItem(this.key)), Date.now())
    if (location.hash) history.replaceState(null, "", location.pathname)
    this.set(mended(state, Date.now()))
  }

  // A form of this page lies in the phone now; the timer believes it at once.
  kept(form, item) {
    const every = Number(item.fields.find(([name]) => name === "every")?.[1])
    if (form === "start") this.set({ watch: item.id, every, last: Date.now() })
    if (form === "well") this.set({ ...this.state, last: Date.now() })
    if (form === "back") this.set(null)
  }

  set(state) {
    this.state = state
    if (state) localStorage.setItem(this.key, JSON.stringify(state))
    else localStorage.removeItem(this.key)
    for (const form of ["well", "back"]) {
      this.forms[form].elements.watch.value = state?.watch ?? ""
      this.forms[form].closest("outbox-form").dataset.after = state?.watch ?? ""
    }
    for (const one of this.querySelectorAll("[data-for]")) one.hidden = (one.dataset.for === "runs") !== Boolean(state)
    this.seen()
  }

  seen() {
    clearTimeout(this.turn)
    stayAwake(this.state && this.querySelector("[data-awake]").checked)
    if (this.state) this.tick()
  }

  tick() {
    const [now, due] = [Date.now(), isDue(this.state, Date.now())]
    const box = this.querySelector("[data-box]")
    box.classList.toggle("is-due", due)
    box.querySelector("[data-clock]").textContent = clock(dueAt(this.state) - now)
    for (const one of box.querySelectorAll("[data-when]")) one.hidden = (one.dataset.when === "due") !== due
    if (due && !(now - this.rang < AGAIN)) this.ring(now)
    this.turn = setTimeout(() => this.tick(), due ? 1000 : pause(this.state, now))
  }

  ring(now) {
    this.rang = now
    buzz([600, 200, 600, 200, 600])
    tone([300, 300, 600], 1200)
  }
}

globalThis.customElements?.define("lone-timer", LoneTimer)
