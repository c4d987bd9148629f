// <digit-keys for="…">: big keys for a value such as 0,41. After the first digit the comma comes by itself.

export function press(value, key, comma = ",") {
  if (key === "back") return value.length === 2 ? "" : value.slice(0, -1)
  if (!value) return key + comma
  return /[.,]\d{3}$/.test(value) ? value : value + key
}

const Base = globalThis.HTMLElement ?? class {}

export class DigitKeys extends Base {
  connectedCallback() {
    const input = document.getElementById(this.getAttribute("for"))
    const comma = document.documentElement.lang === "cs" ? "," : "."
    this.hidden = false
    this.addEventListener("click", event => {
      const key = event.target.closest("[data-key-of]")?.dataset.keyOf
      if (!key) return
      input.value = press(input.value, key, comma)
      input.dispatchEvent(new Event("input", { bubbles: true }))
    })
  }
}

globalThis.customElements?.define("digit-keys", DigitKeys)
