// One line on the page: its controls, its keys, what is shown while two wordings stand.
import { isMatter, picked, prefixed } from "meetings/line-kinds.js"
import { keyed } from "meetings/line-keys.js"
import { look } from "meetings/line-look.js"
import { LineOffer } from "meetings/line-offer.js"
import { SAID } from "meetings/lines.js"

export class LineView {
  constructor(line, template, names, deeds) {
    this.el = template.content.firstElementChild.cloneNode(true)
    this.el.dataset.line = line
    this.field = name => this.el.querySelector(`[data-field="${name}"]`)
    this.part = name => this.el.querySelector(`[data-part="${name}"]`)
    Object.assign(this, { line, deeds, text: this.field("text"), heard: "" })
    this.part("offer").id = `offer-${line}`
    this.text.setAttribute("aria-controls", `offer-${line}`)
    this.offer = new LineOffer(this.text, this.part("offer"), names, choice => this.put(picked(this.read(), choice)))
    this.el.addEventListener("input", () => this.typed())
    this.text.addEventListener("keydown", event => keyed(this, event))
    this.part("out").addEventListener("click", () => deeds.away(line))
    this.part("holds").addEventListener("click", () => this.typed())
    this.part("more").addEventListener("click", () => look(this, (this.isWide = !this.isWide)))
  }

  typed() {
    const said = prefixed(this.text.value)
    if (said) this.set(said)
    look(this)
    this.deeds.changed(this.line, this.read())
  }

  set(said) {
    for (const name of SAID) if (name in said && name !== "time" && this.field(name).value !== said[name]) this.field(name).value = said[name]
  }

  put({ caret, ...said }) {
    this.set(said)
    this.text.setSelectionRange(caret, caret)
    this.typed()
  }

  read() {
    return { ...Object.fromEntries(SAID.map(name => [name, this.field(name).value])), heard: this.heard }
  }

  fill(one) {
    this.set(Object.fromEntries(SAID.map(name => [name, one[name] ?? ""])))
    look(this)
    if (this.field("time").value !== (one.time ?? "")) this.field("time").value = one.time ?? ""
    this.heard = one.heard ?? ""
    return this
  }

  // What others wrote is shown at once, but never under the fingers of who is writing here.
  show(one) {
    this.el.hidden = one.out
    if (!one.dirty && !one.flying && !(this.text === document.activeElement && this.text.value !== one.text)) this.fill(one)
    const clash = (one.texts?.length ?? 0) > 1 && !one.dirty && !one.flying
    this.part("clash").hidden = !clash
    this.part("by").textContent = clash ? one.texts.map(text => text.by).filter(Boolean).join(", ") : ""
    this.part("wrong").hidden = !one.wrong
    this.part("wrong").textContent = one.wrong ?? ""
    this.part("history").hidden = !one.at || !isMatter(one.kind)
    for (const name of one.at ? ["history", "on"] : []) this.part(name).href = one.at
    look(this)
  }

  kind(kind) {
    this.field("kind").value = kind
    this.typed()
  }
}
