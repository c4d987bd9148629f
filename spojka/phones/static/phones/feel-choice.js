// <feel-choice>: how this phone says that something was saved. A choice is tried out at once.
import { choose, chosen, saved } from "ui/feel.js"

const Base = globalThis.HTMLElement ?? class {}

export class FeelChoice extends Base {
  connectedCallback() {
    this.hidden = false
    const now = this.querySelector(`[value="${chosen()}"]`)
    if (now) now.checked = true
    this.addEventListener("change", event => {
      choose(event.target.value)
      saved()
    })
  }
}

globalThis.customElements?.define("feel-choice", FeelChoice)
