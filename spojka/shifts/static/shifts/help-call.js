// <help-call>: one tap dials, by the phone itself, and writes down that it was tapped. Dialling never waits for that.
import { now } from "ui/phone.js"

const Base = globalThis.HTMLElement ?? class {}

export class HelpCall extends Base {
  connectedCallback() {
    this.addEventListener("click", event => {
      const number = event.target.closest("a[data-called]")
      if (!number) return
      const form = this.querySelector("form")
      form.elements.called.value = number.dataset.called
      if (now.vault) form.requestSubmit()
      else this.send(form)
    })
  }

  // A phone that is not set up sends it beside the page, which must not go away under the finger.
  send(form) {
    fetch(form.action, { method: "POST", body: new FormData(form), headers: { Accept: "text/html" }, keepalive: true }).catch(() => null)
  }
}

globalThis.customElements?.define("help-call", HelpCall)
