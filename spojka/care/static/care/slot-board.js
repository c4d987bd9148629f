// <slot-board src>: the queue, asked for again now and then; it takes neither the focus, nor what was typed, nor what is to be mended.
import { LivePart } from "ui/live-part.js"

export class SlotBoard extends LivePart {
  get isTyped() {
    if (this.querySelector(".faults")) return true
    return [...this.querySelectorAll("input:not([type=hidden])")].some(one => one.value || one === document.activeElement)
  }

  async ask() {
    if (this.asking || this.isTyped) return
    this.asking = true
    const answer = await fetch(this.getAttribute("src"), { headers: { "HX-Request": "true" } }).catch(() => null)
    const text = answer?.ok && !answer.redirected ? await answer.text() : ""
    this.asking = false
    if (!text || this.isTyped) return // meanwhile somebody began to type
    const focused = this.contains(document.activeElement) ? document.activeElement.id : ""
    this.innerHTML = text
    if (focused) document.getElementById(focused)?.focus()
  }
}

globalThis.customElements?.define("slot-board", SlotBoard)
