// Saves what changed by itself. The same words go under the same version until they are answered; nothing is dropped.
const SOON = 800, AGAIN = 2000 // ms after the last key, and until the next try without connection

export class OldSaver {
  constructor(form, told) {
    Object.assign(this, { form, told, dirty: false, away: false, wrong: "" })
    addEventListener("online", () => this.save())
  }

  get state() {
    return this.wrong ? "refused" : this.away ? "offline" : this.flying || this.dirty ? "saving" : "saved"
  }

  changed() {
    Object.assign(this, { dirty: true, wrong: "" })
    this.told()
    clearTimeout(this.soon)
    this.soon = setTimeout(() => this.save(), SOON)
  }

  async save() {
    if (this.busy) return
    this.busy = true
    while (!this.over && (this.flying || (this.dirty && !this.wrong))) if (!(await this.sent())) break
    this.busy = false
    if (this.away) setTimeout(() => this.save(), AGAIN)
    this.told()
  }

  async sent() {
    if (!this.flying) Object.assign(this, { flying: new FormData(this.form), dirty: false })
    const sending = { method: "POST", body: this.flying, headers: { Accept: "application/json" }, redirect: "manual" }
    const answer = await fetch(this.form.action, sending).catch(() => null)
    this.away = !answer || answer.status >= 500
    if (this.away) return false
    this.flying = null
    const said = await answer.json().catch(() => ({}))
    if (answer.ok) for (const name of ["version", "many"]) this.form.elements[name].value = said[name]
    else Object.assign(this, { dirty: true, wrong: this.why(answer, said) })
    return true
  }

  why(answer, said) {
    const isOut = answer.type === "opaqueredirect"
    return isOut ? document.querySelector("[data-signed-out]").textContent : (said.errors ?? [`${answer.status}`]).join(" ")
  }

  // A button waits until what flies has come down: of two sendings of one version the second is refused.
  async leave(event) {
    if (this.over) return
    event.preventDefault()
    clearTimeout(this.soon)
    do await new Promise(done => setTimeout(done, 50)) // at once a form would hear of no second submission
    while (this.busy && !this.away)
    this.over = true
    this.form.requestSubmit(event.submitter)
  }
}
