// Where the page of cards learns from: the outbox of this phone, the server, and a sealed copy of what it said last.
import { find, keep, keyOf, lasts } from "ui/drafts.js"
import { isReadable, items, textOf } from "ui/outbox.js"
import { now, ready } from "ui/phone.js"
import { who } from "ui/who.js"
import { heard as told, merge } from "emergencies/card-state.js"

const EVERY = 30_000
const key = () => keyOf(who(), location.pathname, "cards")

// What waits here; of a sealed item only which card it belongs to.
async function waiting(parent) {
  const all = now.vault ? await items() : []
  return Promise.all(all.map(async one => ({ ...one, fields: isReadable(one) ? (await textOf(one)).fields : [[parent, one.after]] })))
}

export class Source {
  constructor(src, paths, draw) {
    Object.assign(this, { src, paths, draw, known: [], items: [], sent: [], seen: new Map() })
    document.addEventListener("outbox", event => this.changed(event.detail))
    document.addEventListener("phone", () => this.begin())
    setInterval(() => this.ask(), EVERY)
  }

  get cards() {
    return merge(this.known, [...this.sent, ...this.items], this.paths)
  }

  // The copy lies sealed as a draft does, and goes with it; a phone without a PIN keeps none.
  async begin() {
    await ready()
    if (!this.known.length && now.key) this.known = (await find(key()))?.fields ?? []
    await this.look()
  }

  async look() {
    this.items = await waiting(this.paths.parent ?? "card")
    for (const one of this.items) this.seen.set(one.id, one)
    this.draw()
  }

  // What the server took stays on the page until an answer that was asked for later tells of it.
  async changed({ heard = [], kept }) {
    const taken = heard.filter(one => one.meant === "sent" && this.seen.has(one.id))
    this.sent.push(...taken.map(one => ({ ...this.seen.get(one.id), sent: true })))
    await this.look()
    if (taken.length) await this.remember()
    if (!kept) this.ask()
  }

  async ask() {
    if (this.asking) return (this.again = true)
    if (document.visibilityState !== "visible") return
    this.asking = true
    const settled = new Set(this.sent)
    const answer = await fetch(this.src, { headers: { Accept: "application/json" } }).then(one => (one.ok && !one.redirected ? one.json() : null), () => null)
    this.asking = false
    if (answer) {
      this.known = told(answer, Date.now())
      this.sent = this.sent.filter(one => !settled.has(one))
      await this.remember()
      await this.look()
    }
    if (this.again) return (this.again = false), this.ask()
  }

  async remember() {
    if (!now.vault) return
    const running = merge(this.known, this.sent, this.paths).filter(one => !one.ended)
    await keep(key(), { fields: running, sent: false, at: Date.now(), lasts: lasts() })
  }
}
