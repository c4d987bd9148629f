// <client-code data-parts="…">: makes the code from answers on this phone. The answers have no name, so they are
// never sent, kept in a draft, or queued; they go when the page goes.
import { compute } from "clients/codes.js"

const Base = globalThis.HTMLElement ?? class {}

export class ClientCode extends Base {
  connectedCallback() {
    const answers = [...this.querySelectorAll("[data-ask]")]
    for (const one of answers) one.removeAttribute("name") // without scripts the server computes; with them it never hears
    const code = this.querySelector("input[name=code]")
    this.addEventListener("input", event => {
      if (!event.target.dataset.ask) return
      event.stopPropagation()
      code.value = compute(JSON.parse(this.dataset.parts), Object.fromEntries(answers.map(one => [one.dataset.ask, one.value])))
      code.dispatchEvent(new Event("input", { bubbles: true }))
    })
  }
}

globalThis.customElements?.define("client-code", ClientCode)
