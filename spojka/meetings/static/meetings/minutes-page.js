// <minutes-page>: minutes written by several at once, each line by itself; without connection one writes on.
import { find, forget, keep, keyOf, lasts } from "ui/drafts.js"
import { who } from "ui/who.js"
import { following, wording } from "meetings/line-kinds.js"
import { levels, says } from "meetings/line-look.js"
import { begun, hear, inOrder, taken, withThoseAbove } from "meetings/lines.js"
import { LineSender } from "meetings/line-sender.js"
import { LineView } from "meetings/line-view.js"
import { LineWatch } from "meetings/line-watch.js"

const SOON = 500 // ms after the last key
class MinutesPage extends HTMLElement {
  async connectedCallback() {
    const found = { list: this.querySelector("[data-lines]"), template: this.querySelector("template"), names: JSON.parse(this.dataset.names) }
    Object.assign(this, found, { lines: new Map(), views: new Map(), key: keyOf(who(), location.pathname, "minutes") })
    this.sender = new LineSender({ to: this.dataset.to, lines: this.lines, order: this.order, told: this.tell, wording, hear })
    for (const one of JSON.parse(this.dataset.state).lines) this.lines.set(one.line, taken(null, one))
    for (const one of (await find(this.key))?.lines ?? []) this.lines.set(one.line, { time: one.due, ...one, dirty: true, wrong: "" })
    this.querySelector("[data-editor]").hidden = !(this.querySelector("[data-plain]").hidden = true)
    this.querySelector("[data-add]").addEventListener("click", () => this.below(this.shown().at(-1)))
    addEventListener("online", () => this.sender.go())
    this.watch = new LineWatch({ at: this.dataset.at, lines: this.lines, sender: this.sender, isHere: this.isHere, drawn: this.draw })
    this.addEventListener("focusout", () => setTimeout(() => this.watch.adopt()))
    this.draw()
    this.sender.go()
  }

  disconnectedCallback() { this.watch?.stop() }

  order = () => inOrder(new Map([...this.lines].map(([line, { after }]) => [line, after])))
  shown = () => this.order().filter(line => !this.lines.get(line).out)
  isHere = line => this.views.get(line)?.el.contains(document.activeElement) ?? false

  draw = () => {
    this.order().forEach((line, at) => {
      if (!this.views.has(line)) this.views.set(line, new LineView(line, this.template, this.names, this).fill(this.lines.get(line)))
      const view = this.views.get(line)
      if (this.list.children[at] !== view.el) this.list.insertBefore(view.el, this.list.children[at] ?? null)
      view.show(this.lines.get(line))
    })
    levels(this.shown().map(line => [this.views.get(line).el, this.lines.get(line).kind]))
  }

  changed = (line, said) => {
    const one = this.lines.get(line), isOther = said.kind && said.kind !== one.kind
    Object.assign(one, said, { wrong: "", texts: [] })
    withThoseAbove(this.lines, line)
    clearTimeout(this.soon)
    this.soon = setTimeout(() => this.sender.go(), SOON)
    if (isOther) this.draw()
    this.tell()
  }

  below = (after = "", start, end) => {
    const one = begun(this.lines, after, following, end)
    if (one.text) this.views.get(after).put({ text: this.lines.get(after).text.slice(0, start), caret: start })
    this.draw()
    this.views.get(one.line).text.focus()
    if (one.text) this.views.get(one.line).put({ caret: 0 })
  }

  away = line => {
    this.go(line, -1)
    const one = this.lines.get(line)
    if (one.known || one.own || one.flying) this.changed(line, { out: true })
    one.out = true
    this.draw()
  }

  go = (line, by) => this.views.get(this.shown()[this.shown().indexOf(line) + by])?.text.focus()

  tell = one => {
    const waiting = says(this, this.sender)
    for (const { line } of one ? [one, ...waiting] : waiting) this.views.get(line)?.show(this.lines.get(line))
    waiting.length ? keep(this.key, { lines: waiting, at: Date.now(), lasts: lasts() }) : forget(this.key)
  }
}

customElements.define("minutes-page", MinutesPage)
