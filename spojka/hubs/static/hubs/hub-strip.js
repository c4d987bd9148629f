// <hub-strip>: how much of what waits here lies at the stand's hub too.
import { items } from "ui/outbox.js"
import { now, ready } from "ui/phone.js"
import { plural } from "ui/plural.js"
import { isHeld } from "hubs/choosing.js"
import { hubOf } from "hubs/paired.js"
import "hubs/relay.js"

const Base = globalThis.HTMLElement ?? class {}

export class HubStrip extends Base {
  connectedCallback() {
    for (const kind of ["outbox", "phone"]) document.addEventListener(kind, this.soon)
    this.soon()
  }

  soon = () => (this.waits ??= setTimeout(() => ((this.waits = null), this.draw()), 200))

  async draw() {
    await ready()
    const hub = now.vault && hubOf()
    const held = hub ? (await items()).filter(one => isHeld(one, hub)).length : 0
    this.hidden = !held
    if (!held) return
    const words = this.querySelector("[data-held]")
    words.textContent = plural(words.dataset, held)
    this.querySelector("a").href = `/phone/hub/${hub.id}/`
  }
}

globalThis.customElements?.define("hub-strip", HubStrip)
