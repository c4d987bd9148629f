// <card-board>: the page of cards, with the clock since the last check.
import { Board } from "emergencies/board.js"
import { drawClock, drawLines, drawList, drawWay } from "emergencies/card-draw.js"

export class CardBoard extends Board {
  async connectedCallback() {
    const { checks, called, minutes } = this.dataset
    Object.assign(this, { checks: checks.split(" "), called: called.split(" "), minutes: Number(minutes) })
    setInterval(() => this.chosen && this.tick(), 1000)
    await super.connectedCallback()
  }

  drawAll(cards) {
    drawList(this, cards)
  }

  drawOne(card) {
    drawLines(this, card)
    drawWay(this, card, this.source.known.some(one => one.id === card.id))
    this.tick()
  }

  tick() {
    if (drawClock(this, this.shown) && navigator.userActivation?.hasBeenActive !== false) navigator.vibrate?.([200, 100, 200])
  }
}

globalThis.customElements?.define("card-board", CardBoard)
