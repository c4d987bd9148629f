// <counter-room>: who is in the room. It lives here alone: nothing of it is kept when the page goes.
import { whole } from "ui/form-values.js"
import { ask, blank } from "counter/asking.js"
import { press } from "counter/room-keys.js"
import { nameOf, tab } from "counter/room-tabs.js"
import { back, toast } from "counter/room-toast.js"
import { ScreenLock } from "counter/screen-lock.js"

const Base = globalThis.HTMLElement ?? class {}

export class CounterRoom extends Base {
  connectedCallback() {
    const find = what => this.querySelector(what)
    const [form, panels, tabs, template] = ["form.counter-find", "[data-panels]", "[data-tabs]", "[data-blank-panel]"].map(find)
    Object.assign(this, { form, panels, tabs, template, typed: form.elements.typed, said: find("[data-said]") })
    this.lock = new ScreenLock(find("dialog"), this.dataset.locked, () => (this.shown ?? this.typed).focus())
    form.addEventListener("submit", this.find)
    this.addEventListener("counter", ({ detail }) => this.done(detail))
    this.addEventListener("kept", ({ target }) => target.querySelector("[data-exchange]") && this.away(target.closest("counter-panel")))
    find("[data-lock-screen]").addEventListener("click", () => this.lock.turn())
    find("[data-blank]").addEventListener("click", () => this.add(blank(template)))
    addEventListener("keydown", event => press(this, event), { capture: true })
    addEventListener("pagehide", () => panels.replaceChildren())
    addEventListener("beforeunload", event => this.all.some(one => one.dirty) && event.preventDefault())
    this.draw(this.all.at(-1))
    this.typed.focus()
  }

  get all() { return [...this.panels.children] }

  text = name => this.querySelector(`[data-for="${name}"]`).textContent

  find = async event => {
    event.preventDefault()
    const typed = this.typed.value.trim()
    if (!typed) return
    const fields = whole(this.form)
    this.form.reset() // whoever comes next may be typed or scanned while this one is asked for
    const { panel, html, says } = await ask(this.dataset.find, fields, typed, this.template)
    if (panel) this.add(panel)
    else this.typed.value ||= typed
    if (html) this.said.innerHTML = html
    if (says) this.said.textContent = this.text(says)
  }

  add(panel) {
    const { code } = panel.dataset
    const there = code && this.all.find(one => one.dataset.code === code)
    if (!there) this.panels.append(panel)
    this.said.replaceChildren()
    this.draw(there || panel)
    if (!this.typed.matches(":focus") || !this.typed.value) this.shown.start() // keys of who types on stay theirs
  }

  show(panel) { this.draw(panel) || panel.start() }

  draw(panel) {
    this.shown = panel
    for (const one of this.all) one.hidden = one !== panel
    this.querySelector("[data-row]").hidden = !this.all.length
    this.querySelector("[data-nobody]").hidden = this.all.length > 0
    this.tabs.replaceChildren(...this.all.map((one, at) => tab(one, at, one === panel, () => this.show(one))))
  }

  away(panel) {
    panel.remove()
    this.draw(this.all.at(-1))
    setTimeout(() => (this.shown ? this.shown.start() : this.typed.focus()))
  }

  done({ what, id, panel }) {
    const say = (text, verb, deed) => toast(this, this.text(text).replace("#", nameOf(panel)), verb && this.text(verb), deed)
    if (what !== "refused") this.away(panel)
    if (what === "refused") say("refused")
    else if (what === "away") say("away", "return", () => this.add(panel))
    else say("saved", "undo", async () => (await back(panel, id)) && say("undone"))
  }
}

globalThis.customElements?.define("counter-room", CounterRoom)
