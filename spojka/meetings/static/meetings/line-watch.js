// Looks now and then at what others wrote, and takes it over where nobody writes here.
import { taken } from "meetings/lines.js"

const EVERY = 3000 // ms

export class LineWatch {
  constructor({ at, lines, sender, isHere, drawn, ask = fetch.bind(globalThis) }) {
    Object.assign(this, { at, lines, sender, isHere, drawn, ask, told: [] })
    this.clock = setInterval(() => this.look(), EVERY)
  }

  stop() {
    clearInterval(this.clock)
  }

  async look() {
    if (document.visibilityState === "hidden" || this.sender.busy) return
    const headers = this.tag ? { "If-None-Match": this.tag } : {}
    const answer = await this.ask(this.at, { headers, redirect: "manual" }).catch(() => null)
    if (!answer?.ok) return
    this.tag = answer.headers.get("ETag")
    this.told = (await answer.json()).lines
    this.adopt()
  }

  adopt() {
    for (const one of this.told) this.lines.set(one.line, taken(this.lines.get(one.line), one, this.isHere(one.line)))
    this.drawn()
  }
}
