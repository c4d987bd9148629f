// <paper-letters> fills the letters in that follow the # of a square code, and takes them out of the address at once.
export function lettersOf(hash) {
  return /^#[A-Za-z]{24}$/.test(hash) ? hash.slice(1).toUpperCase() : ""
}

const Base = globalThis.HTMLElement ?? class {}

export class PaperLetters extends Base {
  connectedCallback() {
    const letters = lettersOf(location.hash)
    if (location.hash) history.replaceState(null, "", location.pathname)
    if (!letters) return
    this.querySelector("input[name=secret]").value = letters
    this.querySelector("form").requestSubmit()
  }
}

globalThis.customElements?.define("paper-letters", PaperLetters)
