// <incident-board>: first steps of each kind to read; a tap starts the record of an event and others add to it.
import { Board } from "emergencies/board.js"
import { drawLines, drawList, hour } from "emergencies/card-draw.js"

const YOUNG = 30 * 60_000 // who taps twice within half an hour means the same event

export class IncidentBoard extends Board {
  parent = "incident"
  runs = one => !one.ended && one.at !== null && Date.now() - one.at < YOUNG

  drawAll(incidents) {
    drawList(this, incidents)
  }

  // The steps of its kind, with the time of those that were done; without a kind the kinds are asked for.
  drawOne(incident) {
    drawLines(this, incident)
    const { code = "", entries } = incident
    this.querySelector("[data-ask-kind]").open = !code
    this.querySelector("[data-kind-name]").textContent = code ? this.word(`kind.${code}`).name : ""
    for (const one of this.querySelectorAll("[data-steps-of]")) one.hidden = one.dataset.stepsOf !== code
    for (const step of this.querySelectorAll("[data-steps-of] button")) {
      const done = entries.find(one => one.code === step.value)
      step.classList.toggle("is-done", Boolean(done))
      step.querySelector("[data-done]").textContent = done ? hour(done.at) : ""
    }
    for (const link of this.querySelectorAll("a[data-with]")) link.href = `${link.dataset.with}#incident=${incident.id}`
  }
}

globalThis.customElements?.define("incident-board", IncidentBoard)
