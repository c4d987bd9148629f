import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { between, forrest, gone, grams, isCalibrated, promile, seidl, watson } from "../static/encounters/alcohol.js"
import { press } from "../static/encounters/digit-keys.js"

const { rules, drinks, bodies, gone: cases } = JSON.parse(readFileSync(new URL("alcohol.json", import.meta.url)))
const near = (said, found, off) => assert.ok(Math.abs(said - found) <= off, `${said} is not ${found}`)

test("grams of a drink", () => {
  for (const [ml, percent, found] of drinks) near(grams(ml, percent), found, 0.005)
})

test("forty grams by each formula", () => {
  for (const [sex, { kg, cm, years, ...found }] of Object.entries(bodies)) {
    const said = { watson: watson(sex, kg, cm, years), forrest: forrest(sex, kg, cm), seidl: seidl(sex, kg, cm) }
    for (const [name, r] of Object.entries(said)) {
      near(r, found[name][0], 0.00005)
      near(promile(40, kg, r), found[name][1], 0.00006)
    }
    near(promile(40, kg, found.widmark[0]), found.widmark[1], 0.00006)
  }
})

test("when it is probably gone, as the server says", () => {
  for (const { measured, soonest, latest, ...said } of cases) {
    const range = gone(measured, said, rules)
    near(range.soonest, soonest, 0.001)
    near(range.latest, latest, 0.001)
  }
})

test("the range on the clock is rounded outwards and never before now", () => {
  const at = Date.UTC(2026, 6, 5, 10, 44)
  const [first, last] = between(at, { soonest: 0, latest: 144 })
  assert.equal(first, at)
  assert.equal(last, Date.UTC(2026, 6, 5, 13, 10))
})

test("a calibration holds for a year; an unknown one never", () => {
  const at = Date.UTC(2026, 6, 5, 10, 40)
  assert.deepEqual(["2025-07-05", "2025-07-01", "", "2026-07-06"].map(day => isCalibrated(day, at, rules)), [true, false, false, false])
})

test("keys write a value as the device shows it", () => {
  const typed = keys => [...keys].reduce((value, key) => press(value, key === "<" ? "back" : key), "")
  assert.deepEqual(["041", "0", "04<<", "12345", "041<2"].map(typed), ["0,41", "0,", "", "1,234", "0,42"])
})
