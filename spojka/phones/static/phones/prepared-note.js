// <prepared-note>: says whether the pages of this phone are ready for work without network, and since when.
import { prepare } from "ui/prepared.js"

const Base = globalThis.HTMLElement ?? class {}

export class PreparedNote extends Base {
  connectedCallback() {
    document.addEventListener("prepared", ({ detail }) => this.say(detail))
    prepare()
  }

  say({ kind, at }) {
    for (const one of this.querySelectorAll("[data-for]")) one.hidden = one.dataset.for !== kind
    if (at) this.querySelector("[data-at]").textContent = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "numeric", minute: "2-digit" }).format(at)
  }
}

globalThis.customElements?.define("prepared-note", PreparedNote)
