// Names that are offered below a line after @ and #: arrows and Enter choose, Escape leaves the words as they are.
const TOKEN = /(^|\s)([@#])([^\s@#][^@#\n]{0,59})$/
const MOST = 6
const plain = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()

// What is typed after a sign before the caret, if anything; what is offered to it, one's own words last.
export const tokenOf = before => {
  const [, , sign, said] = TOKEN.exec(before) ?? []
  return sign ? { sign, said, start: before.length - said.length - 1 } : null
}
export function offered(said, names) {
  const asked = plain(said)
  const first = names.filter(name => plain(name).startsWith(asked))
  const within = names.filter(name => !first.includes(name) && plain(name).split(/[\s,]+/).some(word => word.startsWith(asked)))
  const found = [...first, ...within].slice(0, MOST)
  const own = said.trim()
  return own.length < 2 || own.includes(" ") || found.some(name => plain(name) === asked) ? found : [...found, own]
}

export class LineOffer {
  constructor(text, list, names, chosen) {
    Object.assign(this, { text, list, names, chosen, at: 0, found: [] })
    text.addEventListener("input", () => this.look())
    text.addEventListener("blur", () => this.close())
    list.addEventListener("pointerdown", event => {
      event.preventDefault() // the line keeps the focus
      const option = event.target.closest("[role=option]")
      if (option) this.take([...list.children].indexOf(option))
    })
  }

  look() {
    const { selectionStart: caret, value } = this.text
    this.token = tokenOf(value.slice(0, caret))
    this.found = this.token ? offered(this.token.said, this.names[this.token.sign === "@" ? "who" : "places"]) : []
    this.at = 0
    this.draw()
  }

  draw() {
    this.list.hidden = !this.found.length
    this.list.replaceChildren(...this.found.map((name, at) => {
      const option = Object.assign(document.createElement("li"), { role: "option", textContent: name, id: `${this.list.id}-${at}`, dir: "auto" })
      option.setAttribute("aria-selected", at === this.at)
      return option
    }))
    if (this.found.length) this.text.setAttribute("aria-activedescendant", `${this.list.id}-${this.at}`)
    else this.text.removeAttribute("aria-activedescendant")
  }

  close() {
    this.found = []
    this.draw()
  }

  // Says whether the key was for what is offered.
  key({ key, isComposing }) {
    if (!this.found.length || isComposing) return false
    const many = this.found.length
    if (key === "Escape") this.close()
    else if (key === "Enter" || key === "Tab") this.take(this.at)
    else if (key === "ArrowDown" || key === "ArrowUp") this.at = (this.at + (key === "ArrowDown" ? 1 : many - 1)) % many
    else return false
    this.draw()
    return true
  }

  take(at) {
    const { sign, said, start } = this.token
    const name = this.found[at]
    this.close()
    this.chosen({ sign, name, start, end: start + 1 + said.length })
  }
}
