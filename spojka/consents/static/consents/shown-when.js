// <shown-when> shows parts of a form only when they matter: data-when="field=value" or "field!" for any value.
// Without scripts all parts are there.

export function holds(rule, said) {
  if (rule.endsWith("!")) return said.getAll(rule.slice(0, -1)).some(value => value !== "")
  const [name, value] = rule.split("=")
  const all = said.getAll(name)
  return value === "" ? all.every(one => one === "") : all.includes(value)
}

const Base = globalThis.HTMLElement ?? class {}

export class ShownWhen extends Base {
  connectedCallback() {
    this.form = this.querySelector("form")
    this.addEventListener("input", this.look)
    this.addEventListener("change", this.look)
    this.look()
  }

  look = () => {
    const said = new FormData(this.form)
    for (const part of this.querySelectorAll("[data-when]")) part.hidden = !holds(part.dataset.when, said)
  }
}

globalThis.customElements?.define("shown-when", ShownWhen)
