// A wide table of months opens at its newest end: on a phone one would see half a year ago otherwise.

export class NewestEnd extends (globalThis.HTMLElement ?? class {}) {
  connectedCallback() {
    const box = this.querySelector(".data-box")
    if (box) box.scrollLeft = box.scrollWidth
  }
}

globalThis.customElements?.define("newest-end", NewestEnd)
