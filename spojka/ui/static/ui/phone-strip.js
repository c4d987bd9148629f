// <phone-strip>: how many records wait in this phone and since when, what hinders them, what must be mended.
import { count } from "ui/outbox.js"
import { state } from "ui/flush.js"
import { ago, plural } from "ui/plural.js"
import { now, ready } from "ui/phone.js"
import { LATER } from "ui/who.js"

const Base = globalThis.HTMLElement ?? class {}

// Which lines show: pure, so that it can be proved.
export function lines({ waiting, mend }, { vault, key, offline, says, full, later }) {
  return {
    setup: !vault && says !== "wiped" && !later,
    full: Boolean(full),
    wiped: says === "wiped",
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
    for (const kind of ["outbox", "phone"]) document.addEventListener(kind, this.draw)
    for (const kind of ["online", "offline"]) addEventListener(kind, this.draw)
    setInterval(this.draw, 30_000)
    this.draw()
  }

  draw = async event => {
    if (event?.type === "phone" && event.detail === "wiped") this.wiped = true
    if (event?.detail?.full || event?.detail?.kept) this.full = event.detail.full
    this.soon ??= setTimeout(this.count, 100) // many records come and go at once
  }

  count = async () => {
    this.soon = null
    await ready()
    if (now.off) return
    const sums = now.vault ? await count() : { waiting: 0, mend: 0 }
    const shown = lines(sums, { ...now, offline: !navigator.onLine, says: this.wiped ? "wiped" : state.says, full: this.full, later: localStorage.getItem(LATER) })
    for (const one of this.querySelectorAll("[data-for]")) one.hidden = !shown[one.dataset.for]
    for (const one of this.querySelectorAll("[data-count]")) one.textContent = plural(one.dataset, sums[one.dataset.count])
    this.querySelector("[data-oldest]").textContent = sums.oldest ? ago(sums.oldest) : ""
    this.hidden = !Object.values(shown).some(Boolean)
    document.body.classList.toggle("is-offline", shown.offline)
  }
}

globalThis.customElements?.define("phone-strip", PhoneStrip)
