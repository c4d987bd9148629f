// <live-part src every>: a part of the page that is asked for again after a sending and now and then (so many seconds),
// while there is network.
const Base = globalThis.HTMLElement ?? class {}
const EVERY = 60_000

export class LivePart extends Base {
  connectedCallback() {
    this.look = () => document.visibilityState === "visible" && navigator.onLine && this.ask()
    this.sent = event => event.detail.heard?.some(one => one.meant === "sent") && this.look()
    document.addEventListener("outbox", this.sent)
    document.addEventListener("visibilitychange", this.look)
    this.clock = setInterval(this.look, 1000 * this.getAttribute("every") || EVERY)
    this.look() // a page that lay in the phone is old
  }

  disconnectedCallback() {
    document.removeEventListener("outbox", this.sent)
    document.removeEventListener("visibilitychange", this.look)
    clearInterval(this.clock)
  }

  async ask() {
    if (this.asking) return
    this.asking = true
    const answer = await fetch(this.getAttribute("src"), { headers: { "HX-Request": "true" } }).catch(() => null)
    this.asking = false
    if (answer?.ok && !answer.redirected) this.innerHTML = await answer.text()
  }
}

globalThis.customElements?.define("live-part", LivePart)
