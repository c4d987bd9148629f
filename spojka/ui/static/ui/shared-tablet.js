// <shared-tablet>: asks who writes when nobody touched the tablet for a while, and says that somebody works at it.
import { read as cookie } from "ui/token.js"

const EVERY = 60_000 // how often the server hears that a long contact is being written

// What is due after a touch: nothing, telling the server, or locking.
export function due({ now, touched, told, seconds }) {
  if (now - touched >= seconds * 1000) return "lock"
  return touched > told && now - told >= EVERY ? "awake" : null
}

const Base = globalThis.HTMLElement ?? class {}

export class SharedTablet extends Base {
  connectedCallback() {
    this.touched = this.told = Date.now()
    for (const kind of ["pointerdown", "keydown", "input"]) document.addEventListener(kind, () => (this.touched = Date.now()))
    this.clock = setInterval(() => this.look(), 5000)
  }

  disconnectedCallback() {
    clearInterval(this.clock)
  }

  look() {
    if (!navigator.onLine) return // the page with what was typed is all there is; the server asks when the signal is back
    const { touched, told } = this
    const what = due({ now: Date.now(), touched, told, seconds: Number(this.dataset.seconds) })
    if (what === "lock") this.querySelector("form").requestSubmit()
    if (what === "awake") this.tell()
  }

  tell() {
    this.told = Date.now()
    fetch(this.dataset.awake, { method: "POST", headers: { "X-CSRFToken": cookie("csrftoken") } }).catch(() => null)
  }
}

globalThis.customElements?.define("shared-tablet", SharedTablet)
