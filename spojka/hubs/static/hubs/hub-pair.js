// <hub-pair>: makes this phone's signing key and pairs it with the hub. The key stays in this browser.
import { name, now, ready, wipe } from "ui/phone.js"
import { prepare } from "ui/prepared.js"
import { read as cookie } from "ui/token.js"
import { who } from "ui/who.js"
import { newKey } from "hubs/box.js"
import { pairWith } from "hubs/paired.js"

const Base = globalThis.HTMLElement ?? class {}

export class HubPair extends Base {
  connectedCallback() {
    this.form = this.querySelector("form")
    if (!this.form) return
    this.form.addEventListener("submit", this.pair)
    document.addEventListener("phone", () => this.draw())
    this.draw()
  }

  async draw() {
    await ready()
    this.show("bare", !now.vault)
    this.show("set-up", Boolean(now.vault))
  }

  show(kind, shown) {
    this.querySelector(`[data-for="${kind}"]`).hidden = !shown
  }

  pair = async event => {
    event.preventDefault()
    event.stopImmediatePropagation()
    if (this.busy) return
    this.busy = true
    this.show("wrong", false)
    const { key, shown } = await newKey()
    const answer = await this.post(new URLSearchParams({ phone: name(), key: shown }))
    this.busy = false
    if (answer?.status === 410) return wipe()
    if (!answer?.ok) return this.wrong(answer)
    await pairWith(await answer.json(), key)
    await prepare().catch(() => null) // all pages anew: only new ones may connect to the hub
    location.assign(this.dataset.then)
  }

  post(body) {
    const headers = { "X-CSRFToken": cookie("csrftoken"), Accept: "application/json", "X-Who": who() }
    return fetch(location.pathname, { method: "POST", body, headers, redirect: "manual" }).catch(() => null)
  }

  async wrong(answer) {
    const words = this.querySelector('[data-for="wrong"]')
    const said = answer?.status === 422 ? (await answer.json().catch(() => ({}))).says : ""
    words.querySelector("[data-said]").textContent = said || (answer ? words.dataset.server : words.dataset.network)
    words.hidden = false
  }
}

globalThis.customElements?.define("hub-pair", HubPair)
