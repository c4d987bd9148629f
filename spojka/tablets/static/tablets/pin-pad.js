// <pin-pad> around a form with a field `pin`: large digits instead of the system's keyboard.

export function typed(now, key, longest) {
  if (key === "back") return now.slice(0, -1)
  return now.length < longest ? now + key : now
}

const Base = globalThis.HTMLElement ?? class {}

export class PinPad extends Base {
  connectedCallback() {
    this.field = this.querySelector("[name=pin]")
    this.field.inputMode = "none"
    this.querySelector(".pad").hidden = false
    this.querySelector(".pad-else").hidden = true
    this.addEventListener("click", event => {
      const key = event.target.closest("button[type=button]")
      if (key) this.field.value = typed(this.field.value, key.value, this.field.maxLength)
    })
    this.field.focus()
  }
}

globalThis.customElements?.define("pin-pad", PinPad)
