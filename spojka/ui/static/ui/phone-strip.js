// <phone-strip>: how many records wait in this phone and since when, what hinders them, what must be mended.
import { count } from "ui/outbox.js"
import { state } from "ui/flush.js"
import { ago, plural } from "ui/plural.js"
import { now, ready } from "ui/phone.js"

const Base = globalThis.HTMLElement ?? class {}

// Which lines show: pure, so that it can be proved.
export function lines({ waiting, mend }, { vault, key, offline, says, full }) {
  return {
    full: Boolean(full),
    wiped: says === "wiped",
    setup: !vault && says !== "wiped",
    waiting: Boolean(vault && waiting),
    offline: Boolean(vault && (offline || says === "network")),
    "signed-out": Boolean(vault && says === "signed-out"),
    server: Boolean(vault && waiting && says === "server"),
    locked: Boolean(vault && waiting && !key),
    mend: Boolean(vault && mend),
  }
}

export class PhoneStrip extends Base {
  connectedCallback() {
    this.later = localStorage.getItem("phone-later") === "1"
    for (const kind of ["outbox", "phone"]) document.addEventListener(kind, this.draw)
    for (const kind of ["online", "offline"]) addEventListener(kind, this.draw)
    this.addEventListener("click", event => event.target.closest("[data-later]") && this.wait())
    setInterval(this.draw, 30_000)
    this.draw()
  }

  wait() {
    localStorage.setItem("phone-later", "1")
    this.later = true
    this.draw()
  }

  draw = async event => {
    if (event?.type === "phone" && event.detail === "wiped") this.wiped = true
    if (event?.detail?.full || event?.detail?.kept) this.full = event.detail.full
    await ready()
    if (now.off) return
    const sums = now.vault ? await count() : { waiting: 0, mend: 0 }
    const shown = lines(sums, { ...now, offline: !navigator.onLine, says: this.wiped ? "wiped" : state.says, full: this.full })
    if (this.later) shown.setup = false
    for (const one of this.querySelectorAll("[data-for]")) one.hidden = !shown[one.dataset.for]
    for (const one of this.querySelectorAll("[data-count]")) one.textContent = plural(one.dataset, sums[one.dataset.count])
    this.querySelector("[data-oldest]").textContent = sums.oldest ? ago(sums.oldest) : ""
    this.hidden = !Object.values(shown).some(Boolean)
    document.body.classList.toggle("is-offline", shown.offline)
  }
}

globalThis.customElements?.define("phone-strip", PhoneStrip)
