// <alert-board>: who was called in this shift, and what came of it; #incident=… says what the calls belong to.
import { Board } from "emergencies/board.js"
import { hour, made, put } from "emergencies/card-draw.js"

export class AlertBoard extends Board {
  parent = "alert"

  async connectedCallback() {
    this.addEventListener("click", event => {
      const pressed = event.target.closest("[data-answer]")
      if (pressed) this.answer(pressed.closest("[data-id]").dataset.id, pressed)
    })
    await super.connectedCallback()
    for (const name of ["card", "incident"]) {
      const id = new RegExp(`^#${name}=([0-9a-f-]{36})$`).exec(location.hash)?.[1]
      if (id) this.startForm.elements[name].value = this.startForm.closest("outbox-form").dataset.after = id
    }
  }

  // Nothing is chosen here: an answer says by itself which call it belongs to.
  async choose() {
    this.draw()
  }

  kept() {
    this.draw()
  }

  answer(id, pressed) {
    const { alert, kind } = this.noteForm.elements
    alert.value = this.noteForm.closest("outbox-form").dataset.after = id
    kind.value = pressed.dataset.answer
    this.noteForm.requestSubmit()
  }

  word(code) {
    const button = this.querySelector(`template[data-row="alert"]`).content.querySelector(`[data-answer="${CSS.escape(code)}"]`)
    return button ? { code, name: button.textContent.trim(), kind: code } : super.word(code)
  }

  drawAll(alerts) {
    const rows = alerts.toReversed().map(one => {
      const row = made(this, "alert")
      const last = one.entries.at(-1)
      row.dataset.id = one.id
      row.querySelector("[data-at]").textContent = hour(one.at)
      row.querySelector("[data-name]").textContent = one.name || row.dataset.sealed
      row.querySelector("[data-text]").textContent = one.text ?? ""
      row.querySelector("[data-state]").textContent = last ? `${last.name} ${hour(last.at)}` : ""
      row.querySelector("[data-waits]").hidden = !one.waits && !one.entries.some(entry => entry.waits)
      row.dataset.mark = `${one.id}${one.waits ? "w" : ""}${one.entries.map(entry => entry.id + (entry.waits ? "w" : "")).join()}`
      return row
    })
    put(this.querySelector("[data-calls]"), rows)
    this.querySelector("[data-running]").hidden = !rows.length
  }
}

globalThis.customElements?.define("alert-board", AlertBoard)
