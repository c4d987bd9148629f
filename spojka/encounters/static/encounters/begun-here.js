// <begun-here data-behind>: whether a planned shift was begun in this phone and its start still waits here.
import { waitingFor } from "ui/outbox.js"
import { now, ready } from "ui/phone.js"

const Base = globalThis.HTMLElement ?? class {}

export class BegunHere extends Base {
  connectedCallback() {
    this.look = () => this.show()
    document.addEventListener("outbox", this.look)
    this.show()
  }

  disconnectedCallback() {
    document.removeEventListener("outbox", this.look)
  }

  async show() {
    await ready()
    const waits = now.vault && (await waitingFor(this.dataset.behind))
    if (waits) this.begun = true // once sent it is begun, too: this page is only older than that
    for (const one of this.querySelectorAll("[data-when]")) one.hidden = (one.dataset.when === "begun") !== Boolean(this.begun)
  }
}

globalThis.customElements?.define("begun-here", BegunHere)
