// <copy-text> around a text area: its button copies the whole text. Without scripts one marks it and copies it by hand.
const Base = globalThis.HTMLElement ?? class {}

export async function copy(text, { clipboard } = globalThis.navigator ?? {}) {
  if (!clipboard) return false // only behind https and on this very computer
  return clipboard.writeText(text).then(() => true, () => false)
}

export class CopyText extends Base {
  connectedCallback() {
    this.area = this.querySelector("textarea")
    this.button = this.querySelector("button")
    this.said = this.querySelector("[role=status]")
    this.button.hidden = false
    this.button.addEventListener("click", this.press)
  }

  press = async () => {
    const isCopied = await copy(this.area.value)
    if (!isCopied) this.area.select()
    this.said.textContent = isCopied || document.execCommand("copy") ? this.dataset.done : this.dataset.marked
  }
}

globalThis.customElements?.define("copy-text", CopyText)
