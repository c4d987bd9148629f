// <hub-page>: does the hub answer, and what did all phones of the stand leave there?
import { items } from "ui/outbox.js"
import { now } from "ui/phone.js"
import { choose } from "hubs/choosing.js"
import { hubOf } from "hubs/paired.js"
import { leave, state } from "hubs/relay.js"

const Base = globalThis.HTMLElement ?? class {}
const EVERY = 30_000 // ms

export class HubPage extends Base {
  connectedCallback() {
    document.querySelector("[data-ask]").addEventListener("click", this.ask)
    document.addEventListener("outbox", ({ detail }) => detail?.hub && this.draw())
    this.timer = setInterval(this.ask, EVERY)
    this.ask()
  }

  disconnectedCallback() {
    clearInterval(this.timer)
  }

  ask = () => navigator.locks.request("hub", { ifAvailable: true }, lock => lock && leave({ ask: true })).then(() => this.draw())

  async draw() {
    const { sums } = state
    for (const one of this.querySelectorAll("[data-for]")) one.hidden = one.dataset.for !== state.says && !(one.dataset.for === "sums" && state.says === "ok")
    const left = now.vault && hubOf() ? choose(await items(), hubOf(), () => true).length : 0
    this.querySelector("[data-left]").hidden = !left
    this.querySelector("[data-all]").hidden = Boolean(left)
    const list = this.querySelector("[data-sums]")
    const number = new Intl.NumberFormat(document.documentElement.lang)
    const lines = Object.entries(list.dataset).filter(([kind]) => kind !== "sums" && (sums[kind] || kind === "contact"))
    list.replaceChildren(...lines.map(([kind, words]) => element("div", element("dt", words), element("dd", number.format(sums[kind] ?? 0)))))
    this.give(sums.materials, number)
  }

  give(materials, number) {
    this.querySelector("[data-given]").hidden = !Object.keys(materials).length
    for (const row of this.querySelectorAll("[data-code]")) {
      row.hidden = !materials[row.dataset.code]
      row.querySelector("dd").textContent = number.format(materials[row.dataset.code] ?? 0)
    }
  }
}

function element(name, ...inside) {
  const made = document.createElement(name)
  made.append(...inside)
  return made
}

globalThis.customElements?.define("hub-page", HubPage)
