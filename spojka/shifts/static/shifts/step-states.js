// <step-states src>: the lines of a shift as they stand now, asked for when the page opens and after each sending;
// what was just kept in this phone is told at its line at once. No asking by the clock: it would eat the battery.
const Base = globalThis.HTMLElement ?? class {}

export class StepStates extends Base {
  connectedCallback() {
    this.sent = ({ detail: { heard } }) => heard?.some(one => one.meant === "sent") && this.ask()
    document.addEventListener("outbox", this.sent)
    this.addEventListener("kept", event => this.kept(event))
    addEventListener("hashchange", () => this.open())
    this.open()
    this.ask()
  }

  disconnectedCallback() {
    document.removeEventListener("outbox", this.sent)
  }

  open() {
    const line = [...this.querySelectorAll("details[id]")].find(one => `#${one.id}` === location.hash)
    for (let one = line; one; one = one.parentElement.closest("details")) one.open = true
    line?.scrollIntoView()
  }

  // The form was emptied for a next one; a line that is folded says best that it is done.
  kept({ target }) {
    const line = target.closest("details[id]")
    if (!line) return
    line.querySelector("[data-waits]").hidden = false
    line.open = false
    line.querySelector("summary").focus()
  }

  async ask() {
    const answer = await fetch(this.getAttribute("src"), { headers: { "HX-Request": "true" } }).catch(() => null)
    if (!answer?.ok || answer.redirected) return
    const told = new DOMParser().parseFromString(await answer.text(), "text/html")
    for (const state of told.querySelectorAll("[data-state]")) {
      const line = this.querySelector(`[data-state="${state.dataset.state}"]`)
      line?.replaceChildren(...state.childNodes)
    }
    for (const one of this.querySelectorAll("[data-waits]")) one.hidden = true
  }
}

globalThis.customElements?.define("step-states", StepStates)
