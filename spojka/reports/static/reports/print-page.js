// <print-page>: a button that prints what is shown. Without script it is not there; the browser's own menu prints too.

const Base = globalThis.HTMLElement ?? class {}

export class PrintPage extends Base {
  connectedCallback() {
    this.hidden = false
    this.addEventListener("click", event => event.target.closest("button") && globalThis.print())
  }
}

globalThis.customElements?.define("print-page", PrintPage)
