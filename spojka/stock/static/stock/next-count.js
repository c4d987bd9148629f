// <next-count>: Enter in a number leads to the next one, on a phone's keyboard too; Ctrl+Enter saves from anywhere.

export const nextOf = (inputs, input) => inputs[inputs.indexOf(input) + 1]

const Base = globalThis.HTMLElement ?? class {}

class NextCount extends Base {
  connectedCallback() {
    this.addEventListener("keydown", event => this.press(event))
    for (const input of this.numbers) {
      input.enterKeyHint = "next"
      input.addEventListener("focus", () => input.select())
    }
    this.numbers[0]?.focus({ preventScroll: true })
  }

  get numbers() {
    return [...this.querySelectorAll("input[type=number]")].filter(input => !input.closest("details:not([open])"))
  }

  press(event) {
    if (event.key !== "Enter") return
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      this.querySelector("form").requestSubmit()
    } else if (event.target.type === "number") {
      event.preventDefault()
      const next = nextOf(this.numbers, event.target) ?? this.querySelector("button.btn-go")
      next.focus()
    }
  }
}

globalThis.customElements?.define("next-count", NextCount)
