// Sends lines one after the other, each until the server has answered it. Nothing that waits is ever dropped.
import { read as cookie } from "ui/token.js"

export const AGAIN = 2000 // ms until the next try without connection

export class LineSender {
  constructor({ to, lines, order, told, wording, hear, post = send }) {
    Object.assign(this, { to, lines, order, told, wording, hear, post, away: false, why: "" })
  }

  get waiting() {
    return [...this.lines.values()].filter(one => one.dirty || one.flying)
  }

  async go() {
    if (this.busy) return
    this.busy = true
    clearTimeout(this.clock)
    for (let one = this.next(); one; one = this.next()) if (!(await this.sent(one))) break
    this.busy = false
    if (this.away) this.clock = setTimeout(() => this.go(), AGAIN)
    this.told()
  }

  next() {
    const ready = one => one && !one.wrong && (one.dirty || one.flying)
    return this.order().map(line => this.lines.get(line)).find(ready)
  }

  // The same words go under the same id until they are answered, so a lost answer is no second wording.
  async sent(one) {
    if (!one.flying) Object.assign(one, { flying: this.wording(one), dirty: false })
    this.told()
    const answer = await this.post(this.to, one.flying).catch(() => null)
    this.away = !answer || answer.status >= 500
    if (this.away) return false
    if (answer.ok) this.hear(one, answer, one.flying)
    if (answer.ok) Object.assign(one, { own: answer.id, flying: null })
    else Object.assign(one, { flying: null, dirty: true, wrong: answer.why })
    this.why = answer.ok ? this.why : answer.why
    this.told(one)
    return true
  }
}

const words = name => document.querySelector(`[data-${name}]`).textContent

async function send(to, fields) {
  const headers = { Accept: "application/json", "X-CSRFToken": cookie("csrftoken") }
  const answer = await fetch(to, { method: "POST", headers, body: new URLSearchParams(fields), redirect: "manual" })
  if (answer.type === "opaqueredirect") return { ok: false, status: 401, why: words("signed-out") }
  const said = await answer.json().catch(() => ({}))
  return { ...said, ok: answer.ok, status: answer.status, why: said.errors?.join(" ") ?? words("not-taken") }
}
