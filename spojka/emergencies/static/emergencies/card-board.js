// <card-board>: the empty page of cards becomes that of one person: filled from this phone's outbox and, with network,
// from the server. #start starts a card by itself unless one runs, #card=<id> shows one, #cards shows which run.
import { drawClock, drawLines, drawList } from "emergencies/card-draw.js"
import { Source } from "emergencies/card-source.js"
import { itemOf } from "ui/kept.js"
import { isSetUp } from "ui/who.js"

const Base = globalThis.HTMLElement ?? class {}
const asked = name => new RegExp(`^#${name}=([0-9a-f-]{36})$`).exec(location.hash)?.[1]

export class CardBoard extends Base {
  async connectedCallback() {
    const { src, start, note, checks, called, minutes } = this.dataset
    Object.assign(this, { checks: checks.split(" "), called: called.split(" "), minutes: Number(minutes), card: "" })
    ;[this.startForm, this.noteForm] = ["start", "note"].map(name => this.querySelector(`form[data-form="${name}"]`))
    this.source = new Source(src, { start, note, word: code => this.word(code) }, () => this.draw())
    this.addEventListener("kept", event => setTimeout(() => this.kept(event.detail)))
    this.addEventListener("submit", this.needsText, { capture: true })
    addEventListener("hashchange", () => this.choose())
    setInterval(() => this.card && this.tick(), 1000)
    await this.source.begin()
    if (location.hash === "#start") this.start()
    await this.choose()
    this.source.ask()
  }

  // One tap from the stand. Who comes back to a card that runs must not start another one by it.
  start() {
    history.replaceState(null, "", "#cards")
    const ready = isSetUp() ? customElements.whenDefined("outbox-form") : Promise.resolve()
    if (this.source.cards.every(one => one.ended)) ready.then(() => this.startForm.requestSubmit())
  }

  word(code) {
    const button = code && this.querySelector(`button[value="${CSS.escape(code)}"]`)
    return button ? { code, name: button.textContent.trim(), kind: button.dataset.kind, calls: "calls" in button.dataset } : { code, name: "", kind: "" }
  }

  async choose() {
    const { card } = this.noteForm.elements
    const mended = asked("mend") && (await itemOf(asked("mend")))?.after
    this.card = location.hash === "#cards" ? "" : (asked("card") ?? mended ?? card.value)
    card.value = this.noteForm.closest("outbox-form").dataset.after = this.card
    this.draw()
  }

  // What was just kept in the phone: a start leads to its card, a line stays at its card.
  kept({ id, url }) {
    history.replaceState(null, "", `#card=${url === this.dataset.start ? id : this.card}`)
    this.choose()
  }

  needsText = event => {
    const { text } = event.target.elements
    if (event.submitter?.value !== "note" || text.value.trim()) return
    event.preventDefault()
    event.stopImmediatePropagation()
    text.focus()
  }

  draw() {
    const { cards } = this.source
    this.shown = cards.find(one => one.id === this.card) ?? { id: this.card, at: null, ended: false, entries: [] }
    for (const one of this.querySelectorAll("[data-for]")) one.hidden = (one.dataset.for === "card") !== Boolean(this.card)
    drawList(this, cards)
    if (this.card) (drawLines(this, this.shown), this.tick())
  }

  tick() {
    if (drawClock(this, this.shown) && navigator.userActivation?.hasBeenActive !== false) navigator.vibrate?.([200, 100, 200])
  }
}

globalThis.customElements?.define("card-board", CardBoard)
