// <opens-part>: a link to a closed part of the page opens it and goes to its first field.

const Base = globalThis.HTMLElement ?? class {}

export class OpensPart extends Base {
  connectedCallback() {
    this.addEventListener("click", event => {
      const part = document.querySelector(event.target.closest("a[href^='#']")?.getAttribute("href") ?? "#none")
      const details = part?.querySelector("details")
      if (!details) return
      event.preventDefault()
      details.open = true
      details.scrollIntoView({ block: "start" })
      details.querySelector("input:not([type=hidden]):not([type=radio]), textarea, summary")?.focus({ preventScroll: true })
    })
  }
}

globalThis.customElements?.define("opens-part", OpensPart)
