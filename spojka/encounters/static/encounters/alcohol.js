// When alcohol is probably gone, from the soonest to the latest: never a promise. The same as encounters/alcohol.py.

const WIDMARK = { man: 0.68, woman: 0.55 }
const OLDEST = 80 // years; nobody is asked for the age
const KG = [40, 200]
const CM = [140, 210]
const LEAST = 0.4
const STEP = 10 * 60_000

export const grams = (ml, percent) => (ml * percent / 100) * 0.789

export const promile = (drunk, kg, r, { hours = 0, rate = 0 } = {}) => Math.max(0, drunk / (kg * r) - rate * hours)

export function watson(sex, kg, cm, years = OLDEST) {
  const water = sex === "man" ? 2.447 - 0.09516 * years + 0.1074 * cm + 0.3362 * kg : -2.097 + 0.1069 * cm + 0.2466 * kg
  return (1.055 * water) / (0.8 * kg)
}

export function forrest(sex, kg, cm) {
  const bmi = kg / (cm / 100) ** 2
  return sex === "man" ? 1.0178 - 0.012127 * bmi : 0.9367 - 0.0124 * bmi
}

export function seidl(sex, kg, cm) {
  return sex === "man" ? 0.31608 - 0.004821 * kg + 0.004632 * cm : 0.31223 - 0.006446 * kg + 0.004466 * cm
}

// r × kg of the smallest body that what is known allows; what is not known is taken at both its ends.
function smallest({ sex, kg, cm }) {
  const all = (WIDMARK[sex] ? [sex] : ["man", "woman"]).flatMap(sex =>
    (kg ? [kg] : KG).flatMap(kg =>
      (cm ? [cm] : CM).flatMap(cm =>
        [WIDMARK[sex], watson(sex, kg, cm), forrest(sex, kg, cm), seidl(sex, kg, cm)].map(r => kg * Math.max(r, LEAST))
      )
    )
  )
  return Math.min(...all)
}

export function stillRises(said, rules) {
  const left = Math.max(0, 1 - (said.since ?? 0) / rules.absorbed)
  return (rules.drink * left) / smallest(said)
}

// Minutes until all is probably gone, and the levels they are counted from.
export function gone(measured, said, rules) {
  const off = rules.deviation * (said.isCalibrated ? 1 : rules.stale)
  const low = Math.max(0, measured - off)
  const high = measured + off + stillRises(said, rules)
  return { low, high, soonest: (low / rules.fast) * 60, latest: (high / rules.slow) * 60 }
}

// The range on the clock, rounded outwards to ten minutes, never before `at` (ms).
export function between(at, { soonest, latest }) {
  const first = Math.floor((at + soonest * 60_000) / STEP) * STEP
  return [Math.max(at, first), Math.ceil((at + latest * 60_000) / STEP) * STEP]
}

export function isCalibrated(day, at, rules) {
  const age = (at - Date.parse(day)) / 86_400_000
  return age >= 0 && Math.floor(age) <= rules.months * 30.5
}
