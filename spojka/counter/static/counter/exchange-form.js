// The fields of one exchange: what is given, what came back, and what is said of both.
import { needsTouch, over, sum } from "counter/exchange.js"
import { fault } from "ui/form-faults.js"

export const all = (form, what) => [...form.querySelectorAll(`input[${what}]`)]
const pair = (form, one, from, to) => form.elements[one.name.replace(from, to)]
const outOf = (form, back) => pair(form, back, "taken-", "materials-")
const backOf = (form, out) => pair(form, out, "materials-", "taken-")

// The field where what came back is to be written first.
export const firstBack = form => all(form, "data-back").find(one => Number(outOf(form, one)?.value) > 0)

export function repeat(form) {
  for (const one of all(form, "data-out")) one.value = one.dataset.last ?? ""
  return form
}

export function bring(form, as) {
  for (const one of all(form, "data-back")) one.value = (as === "last" ? one.dataset.last : outOf(form, one)?.value) ?? ""
}

// Nothing came back: said by its box, or by a nought that is typed.
export function settle(form, changed) {
  const box = form.elements.nothing_back
  const back = all(form, "data-back")
  if (!box) return
  if (changed === box && box.checked) for (const one of back) one.value = ""
  if (changed?.matches?.("[data-back]")) box.checked = back.some(one => one.value !== "") && !sum(back)
  const asks = form.querySelector("[data-touch].is-wanted")
  if (!asks || isUntouched(form)) return
  asks.classList.remove("is-wanted") // it was missing and is there: no longer said to be
  refuse(form, {})
}

// Mark what is over the limit; true if something is that asks for a reason.
export function mark(form) {
  const rows = all(form, "data-out").map(one => [one.closest("tr"), one.value])
  for (const [row, value] of rows) row.classList.toggle("is-over", over(value, row.dataset.left))
  return rows.some(([row]) => row.classList.contains("is-over") && !("warns" in row.dataset))
}

export function tellSums(form) {
  const said = form.querySelector("[data-sum]")
  const out = sum(all(form, "data-out").filter(one => backOf(form, one)))
  const back = sum(all(form, "data-back"))
  said.textContent = out || back ? said.dataset.words.replace("##", back).replace("#", out) : ""
}

export function isUntouched(form) {
  const pairs = all(form, "data-back").map(back => [outOf(form, back)?.value, back.value])
  const more = sum([...form.querySelectorAll("[name^=taken_others-], [name^=taken_found-]")])
  return needsTouch(pairs, form.elements.nothing_back?.checked || more > 0)
}

// Say what is wrong, and lead to where it is mended.
export function refuse(form, errors) {
  const texts = Object.values(errors).flat()
  const said = texts.map(text => fault(text))
  const where = ["[data-wrong]", "[data-wrong-over]"].map(one => form.querySelector(one))
  for (const one of where) one?.replaceChildren()
  where[errors.over ? 1 : 0].replaceChildren(...said) // beside what is to be written
  if (errors.taken) firstBack(form)?.focus()
  if (!errors.over) return
  form.querySelector("[data-over]").hidden = false
  form.elements.over.focus()
}
