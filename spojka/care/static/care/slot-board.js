// <slot-board src>: the queue, asked for again now and then; it takes neither the focus nor a number that is being typed.
import { LivePart } from "ui/live-part.js"

export class SlotBoard extends LivePart {
  async ask() {
    const focused = document.activeElement
    const mine = this.contains(focused) ? focused.id : ""
    if (mine && focused.matches("input")) return
    await super.ask()
    if (mine) document.getElementById(mine)?.focus()
  }
}

globalThis.customElements?.define("slot-board", SlotBoard)
