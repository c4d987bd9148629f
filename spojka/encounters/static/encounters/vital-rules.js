// In which range vital signs lie and when to call 155. The same as encounters/vitals.py; nothing says that one need not.

const inside = (bands, value) => bands.find(([, low, high]) => low <= value && (high === null || value <= high))?.[0] ?? ""
const has = value => value !== null && value !== undefined

// The higher of the two numbers decides.
export function pressure({ upper, lower }, rules) {
  if (!has(upper) || !has(lower)) return ""
  const order = rules.upper.map(([code]) => code)
  const found = [inside(rules.upper, upper), inside(rules.lower, lower)].filter(Boolean)
  if (found[0] === order[0]) return order[0] // too low is too low, whatever the other number is
  return found.sort((a, b) => order.indexOf(b) - order.indexOf(a))[0] ?? ""
}

export function isIsolated({ upper, lower }, { upper: bands, alerts }) {
  if (!has(upper) || !has(lower)) return false
  return upper >= bands.find(([code]) => code === "grade_1")[1] && lower < alerts.isolated_under
}

// Whether the pressure is such that one has to ask about symptoms.
export const asks = ({ upper, lower }, { alerts }) => (upper ?? 0) >= alerts.upper_high || (lower ?? 0) >= alerts.lower_high

export function calls(said, rules) {
  const { upper, pulse, temperature, saturation } = said
  const { alerts: at } = rules
  const found = {
    pressure_low: has(upper) && upper < at.upper_low,
    pressure_high: said.symptoms === true && asks(said, rules),
    pulse_slow: has(pulse) && pulse < at.pulse_low,
    pulse_fast: has(pulse) && pulse > at.pulse_high,
    temperature: has(temperature) && temperature >= at.temperature_high,
    saturation: has(saturation) && saturation < at.saturation_low,
    dazed: said.dazed === true,
  }
  return Object.keys(found).filter(code => found[code])
}

export function isChecked(day, at, { alerts }) {
  const age = (at - Date.parse(day)) / 86_400_000
  return age >= 0 && Math.floor(age) <= alerts.months * 30.5
}
