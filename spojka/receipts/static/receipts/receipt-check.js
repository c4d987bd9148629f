// <receipt-check> shows a receipt that came after the # of its square code. Nothing is sent: no server hears it.
import { read } from "receipts/reading.js"

export class ReceiptCheck extends HTMLElement {
  connectedCallback() {
    this.check()
    addEventListener("hashchange", () => this.check())
  }

  async check() {
    const text = location.hash.slice(1)
    if (!text) return
    history.replaceState(null, "", location.pathname + location.search) // it stays in no list of visited pages
    this.querySelector("textarea").value = text
    for (const part of this.querySelectorAll("[data-answer]")) part.hidden = true
    let said
    try {
      said = await read(text, JSON.parse(this.dataset.keys))
    } catch {
      return this.show("unable") // an old browser: the form asks the server, when its button is pressed
    }
    if (!said) return this.show("wrong")
    this.fill(said)
    this.show("right")
  }

  show(which) {
    for (const part of this.querySelectorAll(":scope > [data-found]")) part.hidden = part.dataset.found !== which
  }

  fill(said) {
    const put = (name, text) => {
      const slot = this.querySelector(`[data-put="${name}"]`)
      slot.textContent = text
      slot.closest("[data-line]").hidden = !text
    }
    const [language, here] = [document.documentElement.lang, this.querySelector("[data-found=right]")]
    const day = (text) => text && new Date(`${text}T12:00`).toLocaleDateString(language, { dateStyle: "long" })
    const kinds = [...this.querySelector("template").content.children]
    const words = (sum) => kinds.filter((one) => sum & one.value).map((one) => one.textContent)
    put("code", said.c)
    put("number", said.n)
    put("service", `${said.u}, ${said.h}`)
    put("given", day(said.g))
    put("until", day(said.e))
    put("what", [...words(said.k), said.o].filter(Boolean).join(", "))
    const list = here.querySelector("[data-whom]")
    list.replaceChildren(...said.r.map((one) => {
      const line = document.createElement("li")
      line.dir = "auto"
      line.textContent = one.slice(0, 4).filter(Boolean).join(", ")
      if (one[4] !== said.k) line.textContent += ` (${words(one[4]).join(", ")})`
      return line
    }))
    put("more", said.x ? `${said.x}` : "")
  }
}

customElements.define("receipt-check", ReceiptCheck)
