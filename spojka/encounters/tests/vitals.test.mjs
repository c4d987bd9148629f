import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"
import { isFull, pressed } from "../static/encounters/sign-keys.js"
import { minutesFrom, minutesSince } from "../static/encounters/since-drink.js"
import { asks, calls, isChecked, isIsolated, pressure } from "../static/encounters/vital-rules.js"

const vectors = JSON.parse(readFileSync(new URL("vitals.json", import.meta.url)))
const band = (code, low, high) => [code, low, high]
const rules = {
  upper: [band("low", 0, 89), band("optimal", 90, 119), band("normal", 120, 129), band("high_normal", 130, 139), band("grade_1", 140, 159), band("grade_2", 160, 179), band("grade_3", 180, null)],
  lower: [band("optimal", 0, 79), band("normal", 80, 84), band("high_normal", 85, 89), band("grade_1", 90, 99), band("grade_2", 100, 109), band("grade_3", 110, null)],
  alerts: { upper_low: 90, upper_high: 180, lower_high: 110, isolated_under: 90, pulse_low: 50, pulse_high: 120, temperature_high: 39, saturation_low: 94, months: 24 },
}

test("every boundary of the ranges, as the server says", () => {
  for (const [upper, lower, found] of vectors.pressure) assert.equal(pressure({ upper, lower }, rules), found, `${upper}/${lower}`)
  for (const [upper, lower, found] of vectors.isolated) assert.equal(isIsolated({ upper, lower }, rules), found)
  for (const [upper, lower, found] of vectors.asks) assert.equal(asks({ upper, lower }, rules), found)
})

test("every boundary of what calls", () => {
  for (const [said, found] of vectors.calls) assert.deepEqual(calls(said, rules), found, JSON.stringify(said))
})

test("an inspection holds for its months", () => {
  const at = Date.parse("2026-07-04T20:00:00Z")
  assert.deepEqual(["", "2026-07-04", "2024-07-10", "2024-06-01", "2026-07-05"].map(day => isChecked(day, at, rules)), [false, true, true, false, false])
})

test("keys fill a number and know when it is full", () => {
  const whole = { high: 300, places: 0, comma: "," }
  const warm = { high: 43, places: 1, comma: "," }
  const typed = (keys, about) => [...keys].reduce((value, key) => pressed(value, key, about), "")
  assert.equal(typed("142", whole), "142")
  assert.equal(typed("378", warm), "37,8")
  assert.deepEqual(["", "8", "80", "12", "142"].map(value => isFull(value, whole)), [false, false, true, false, true])
  assert.deepEqual(["37", "37,8"].map(value => isFull(value, warm)), [false, true])
  assert.deepEqual([pressed("37,8", "back", warm), pressed("142", "9", whole)], ["37", "9"])
})

test("the last drink: typed minutes come before a time, and a time before the chip", () => {
  const at = new Date(2026, 6, 5, 0, 20).getTime()
  const of = (minutes, clock, chip) => minutesSince({ since_minutes: { value: minutes }, since_at: { value: clock }, since_drink: { value: chip } }, at)
  assert.equal(minutesFrom("23:50", at), 30)
  assert.deepEqual([of("7", "23:50", "60"), of("", "23:50", "60"), of("", "", "60"), of("", "", "")], [7, 30, 60, null])
})
