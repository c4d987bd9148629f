// What the pages of cards, of events and of calls share: an empty page becomes that of one thing, filled from this
// phone's outbox and, with network, from the server. #start starts one by itself, #<parent>=<id> shows one, else all.
import { Source } from "emergencies/card-source.js"
import { itemOf } from "ui/kept.js"
import { isSetUp } from "ui/who.js"

const PATIENCE = 1500
const Base = globalThis.HTMLElement ?? class {}
const asked = name => new RegExp(`^#${name}=([0-9a-f-]{36})$`).exec(location.hash)?.[1]

export class Board extends Base {
  parent = "card"

  async connectedCallback() {
    const { src, start, note, alert } = this.dataset
    this.chosen = ""
    ;[this.startForm, this.noteForm] = ["start", "note"].map(name => this.querySelector(`form[data-form="${name}"]`))
    this.source = new Source(src, { start, note, alert, parent: this.parent, word: code => this.word(code) }, () => this.draw())
    this.addEventListener("kept", event => setTimeout(() => this.kept(event.detail)))
    this.addEventListener("submit", this.needsText, { capture: true })
    addEventListener("hashchange", () => this.choose())
    await this.source.begin()
    if (location.hash === "#start") await this.start()
    await this.choose()
    this.source.ask()
  }

  // One tap from the stand. Who comes back to one that runs must not start another one by it: the server is asked, but
  // nobody in a bad state waits for a slow network.
  async start() {
    history.replaceState(null, "", "#all")
    const ready = isSetUp() && customElements.whenDefined("outbox-form")
    await Promise.race([this.source.ask(), new Promise(done => setTimeout(done, PATIENCE))])
    await ready
    if (location.hash === "#all" && !this.source.cards.some(one => this.runs(one))) this.startForm.requestSubmit()
  }

  runs = one => !one.ended

  word(code) {
    const button = code && this.querySelector(`button[value="${CSS.escape(code)}"], [data-to="${CSS.escape(code)}"]`)
    if (!button) return { code, name: "", kind: "" }
    const { kind, name, code: as } = button.dataset
    return { code: as ?? code, name: (name ?? button.textContent).trim(), kind, calls: "calls" in button.dataset }
  }

  async choose() {
    const field = this.noteForm.elements[this.parent]
    const mended = asked("mend") && (await itemOf(asked("mend")))?.after
    this.chosen = location.hash === "#all" ? "" : (asked(this.parent) ?? mended ?? field.value)
    field.value = this.noteForm.closest("outbox-form").dataset.after = this.chosen
    this.draw()
  }

  // What was just kept in the phone: a start leads to its card, a line stays at its card.
  kept({ id, url }) {
    if (url !== this.dataset.start && url !== this.dataset.note) return
    history.replaceState(null, "", `#${this.parent}=${url === this.dataset.start ? id : this.chosen}`)
    this.choose()
  }

  needsText = event => {
    const { text } = event.target.elements
    if (!("needsText" in (event.submitter?.dataset ?? {})) || text.value.trim()) return
    event.preventDefault()
    event.stopImmediatePropagation()
    text.focus()
  }

  draw() {
    const { cards } = this.source
    this.shown = cards.find(one => one.id === this.chosen) ?? { id: this.chosen, at: null, ended: false, entries: [] }
    for (const one of this.querySelectorAll("[data-for]")) one.hidden = (one.dataset.for === "one") !== Boolean(this.chosen)
    this.drawAll(cards)
    if (this.chosen) this.drawOne(this.shown)
  }

  drawAll() {}
  drawOne() {}
}
