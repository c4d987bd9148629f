// <breath-estimate data-rules="…"> around the form of a measurement: first it asks, then it shows the estimate, then it
// saves. All is reckoned here, so it needs no network; weight and height never leave this page.
import { between, gone, isCalibrated } from "encounters/alcohol.js"
import { TwoSteps } from "encounters/two-steps.js"
import { minutesSince } from "encounters/since-drink.js"

export class BreathEstimate extends TwoSteps {
  stays = ["device", "calibrated_on"]

  connectedCallback() {
    super.connectedCallback()
    this.rules = JSON.parse(this.dataset.rules)
    this.addEventListener("kept", () => {
      for (const one of this.form.querySelectorAll("[name=unit]")) one.defaultChecked = one.checked
    })
  }

  show(at) {
    const { value, unit, sex, calibrated_on } = this.form.elements
    const level = Number(value.value.replace(",", ".")) * this.rules.factors[unit.value]
    const [kg, cm] = ["kg", "cm"].map(name => Number(this.querySelector(`#breath-${name}`).value) || null)
    const since = minutesSince(this.form.elements, at)
    const fresh = isCalibrated(calibrated_on.value, at, this.rules)
    const found = gone(level, { since, sex: sex.value, kg, cm, isCalibrated: fresh }, this.rules)
    const [first, last] = between(at, found)
    const lang = document.documentElement.lang
    const today = new Date(at).toDateString()
    const clock = when => new Intl.DateTimeFormat(lang, { hour: "numeric", minute: "2-digit", hourCycle: "h23", ...(new Date(when).toDateString() !== today && { day: "numeric", month: "short" }) }).format(when).replaceAll(/(?<=\d\.) (?=\d+\.)/g, "\u00a0")
    const number = new Intl.NumberFormat(lang, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(level)
    const shown = this.rules.factors[unit.value] === 1 ? "‰" : "mg/l"
    const words = { value: value.value, unit: shown, level: number, now: clock(at), first: clock(first), last: clock(last), device: this.form.elements.device.value.trim() || "–" }
    this.say(words)
    this.reveal({ soon: since !== null && since < this.rules.wait, since: since === null, stale: !fresh, zero: level === 0, some: level > 0, danger: level >= this.rules.danger })
    draw(this.querySelector("svg.fan"), found)
  }
}

// Two lines from now to nought: fast from the lowest level that fits, slow from the highest.
function draw(fan, { low, high, soonest, latest }) {
  const x = 14 + 264 * (soonest / latest)
  const y = 128 - 100 * (low / high)
  const to = { fast: `M14 ${y}L${x} 128`, slow: "M14 28L278 128", area: `M14 28L14 ${y}L${x} 128H278Z`, band: `M${x} 128H278`, tick: `M${x} 122v14M278 122v14` }
  for (const [name, d] of Object.entries(to)) fan.querySelector(`.fan-${name}`).setAttribute("d", d)
  const first = fan.querySelector("[data-at=first]")
  first.setAttribute("x", Math.max(x, 40, 8 + first.getComputedTextLength() / 2)) // past midnight it says the day, too
  fan.querySelector("[data-at=now]").toggleAttribute("hidden", x < 110)
}

globalThis.customElements?.define("breath-estimate", BreathEstimate)
