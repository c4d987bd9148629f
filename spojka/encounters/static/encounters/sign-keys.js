// <sign-keys for="…">: big keys that fill one field after the other; a number that is full leads to the next field.

// Nothing more can follow: one more digit would be over what the field takes.
export const isFull = (value, { high, places }) => (places ? /[.,]\d$/.test(value) : Boolean(value) && Number(value) * 10 > high)

export function pressed(value, key, about) {
  if (key === "back") return value.slice(0, -1).replace(/[.,]$/, "")
  if (isFull(value, about)) return key
  return about.places && /^\d\d$/.test(value) ? `${value}${about.comma}${key}` : value + key
}

const Base = globalThis.HTMLElement ?? class {}

export class SignKeys extends Base {
  connectedCallback() {
    this.inputs = this.getAttribute("for").split(" ").map(id => document.getElementById(id))
    this.comma = document.documentElement.lang === "cs" ? "," : "."
    for (const input of this.inputs) {
      input.inputMode = "none" // our keys stand in for the phone's
      input.addEventListener("focus", () => this.choose(input))
    }
    const { form } = this.inputs[0]
    form.addEventListener("reset", () => this.choose(this.inputs[0]))
    form.addEventListener("input", event => event.target === form && this.choose(this.inputs.find(one => !one.value) ?? this.inputs[0])) // filled in at once
    this.addEventListener("click", event => {
      const key = event.target.closest("[data-key-of]")?.dataset.keyOf
      if (key) this.press(key)
    })
    this.hidden = false
    this.choose(this.inputs[0])
  }

  choose(input) {
    this.chosen = input
    for (const one of this.inputs) one.classList.toggle("is-chosen", one === input)
  }

  press(key) {
    const input = this.chosen
    const about = { high: Number(input.dataset.high), places: input.pattern.includes("[.,]") ? 1 : 0, comma: this.comma }
    if (key !== "next") {
      input.value = pressed(input.value, key, about)
      input.dispatchEvent(new Event("input", { bubbles: true }))
    }
    if (key === "next" || (key !== "back" && isFull(input.value, about))) this.choose(this.inputs[(this.inputs.indexOf(input) + 1) % this.inputs.length])
  }
}

globalThis.customElements?.define("sign-keys", SignKeys)
