// <vital-signs data-rules="…"> around the form of vital signs: it asks, then says the ranges and when to call, then saves.
import { TwoSteps } from "encounters/two-steps.js"
import { asks, calls, isChecked, isIsolated, pressure } from "encounters/vital-rules.js"

const NAMES = ["upper", "lower", "pulse", "temperature", "saturation"]
const read = input => (input.value.trim() ? Number(input.value.replace(",", ".")) : null)

export class VitalSigns extends TwoSteps {
  stays = ["device", "checked_on"]

  connectedCallback() {
    super.connectedCallback()
    this.rules = JSON.parse(this.dataset.rules)
    this.addEventListener("change", event => this.step === "show" && event.target.name === "symptoms" && this.show(Date.parse(this.form.elements.phone_at.value)))
  }

  get said() {
    const { is_dazed: dazed, symptoms } = this.form.elements
    const found = Object.fromEntries(NAMES.map(name => [name, read(this.form.elements[name])]))
    return { ...found, dazed: dazed.checked, symptoms: { yes: true, no: false }[symptoms.value] ?? null }
  }

  // Limits, both numbers of a pressure, and something at all.
  mind() {
    const { said } = this
    const { both, something } = this.dataset
    for (const name of NAMES) {
      const input = this.form.elements[name]
      const { low, high, wrong } = input.dataset
      input.setCustomValidity(said[name] !== null && (said[name] < low || said[name] > high) ? wrong : "")
    }
    const { upper, lower } = this.form.elements
    const needs = (said.upper === null) !== (said.lower === null) || (said.upper !== null && said.upper <= said.lower)
    if (needs && upper.validity.valid && lower.validity.valid) (said.upper === null ? upper : lower).setCustomValidity(both)
    if (!said.dazed && NAMES.every(name => said[name] === null)) upper.setCustomValidity(something)
  }

  show(at) {
    const { said, rules } = this
    const reasons = calls(said, rules)
    const form = this.form.elements
    const high = asks(said, rules)
    this.say({ pressure: said.upper === null ? "" : `${said.upper}/${said.lower}`, pulse: form.pulse.value, temperature: form.temperature.value, saturation: form.saturation.value, device: form.device.value.trim() || "–" })
    for (const one of this.querySelectorAll("[data-band]")) one.hidden = one.dataset.band !== pressure(said, rules)
    for (const one of this.querySelectorAll("[data-call]")) one.hidden = !reasons.includes(one.dataset.call)
    for (const one of this.querySelectorAll("[data-calls]")) one.hidden = !reasons.includes(one.dataset.calls)
    for (const one of this.querySelectorAll("[data-well]")) one.hidden = one.dataset.well.split(" ").some(code => reasons.includes(code))
    this.reveal({ upper: said.upper !== null, pulse: said.pulse !== null, temperature: said.temperature !== null, saturation: said.saturation !== null, call: reasons.length > 0, asks: high, unasked: high && said.symptoms === null, none: high && said.symptoms === false, isolated: isIsolated(said, rules), stale: !isChecked(form.checked_on.value, at, rules), quiet: !reasons.length })
  }
}

globalThis.customElements?.define("vital-signs", VitalSigns)
