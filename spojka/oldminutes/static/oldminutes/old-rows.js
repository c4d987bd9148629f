// Rows of old minutes on the page: what each says, made two, joined, and how they look.
import { depths, following, isMatter } from "meetings/line-kinds.js"

export const COLUMNS = ["key", "last", "kind", "text", "speaker", "who", "time", "places", "state"]
const TIMED = { notice: "datetime-local", task: "date", question: "date" }

export const field = (row, name) => row.querySelector(`[name="${name}"]`)
export const read = row => COLUMNS.map(name => field(row, name).value)
export const all = list => [...list.querySelectorAll("[data-row]")]

export function look(list) {
  const rows = all(list), levels = depths(rows.map(row => field(row, "kind").value))
  rows.forEach((row, at) => {
    const kind = field(row, "kind").value
    for (const one of [row, row.querySelector(".minutes-line")]) Object.assign(one.dataset, { kind, depth: levels[at] })
    suit(field(row, "time"), TIMED[kind])
    grow(field(row, "text"))
  })
}

// A day stays when a moment is asked for, and the other way round.
function suit(time, type) {
  if (!type || time.type === type) return
  const day = time.value.slice(0, 10)
  time.type = type
  time.value = day && type === "datetime-local" ? `${day}T00:00` : day
}

function grow(text) {
  if (CSS.supports("field-sizing", "content")) return
  text.style.height = "auto"
  text.style.height = `${text.scrollHeight + 2}px`
}

export function copied(row, values) {
  const made = row.cloneNode(true)
  COLUMNS.forEach((name, at) => {
    if (name === "time") field(made, name).type = TIMED[values[2]] ?? "date"
    field(made, name).value = values[at]
  })
  return made
}

// What stands behind the caret goes along to a new row of the same lines.
export function split(row, start, end) {
  const text = field(row, "text"), said = Object.fromEntries(COLUMNS.map(name => [name, field(row, name).value]))
  const kind = following(said.kind), more = { kind, text: text.value.slice(end).trimStart(), time: "", places: "", state: "open" }
  if (isMatter(said.kind)) Object.assign(more, { speaker: said.who, who: "" })
  text.value = text.value.slice(0, start).trimEnd()
  row.after(copied(row, COLUMNS.map(name => ({ ...said, ...more })[name])))
  return row.nextElementSibling
}

// All that the lower row says goes into the upper one: a speaker that differs stays as a word.
export function join(upper, row) {
  const [one, two] = [upper, row].map(each => name => field(each, name))
  const isOther = two("speaker").value && one("speaker").value && two("speaker").value !== one("speaker").value
  const words = [isOther && two("text").value ? `${two("speaker").value}: ` : "", two("text").value].join("")
  const caret = one("text").value.length
  one("text").value = [one("text").value, words].filter(Boolean).join(" ")
  for (const name of ["speaker", "who", "time"]) one(name).value ||= two(name).value
  one("places").value = [...new Set(`${one("places").value};${two("places").value}`.split(";").map(place => place.trim()).filter(Boolean))].join("; ")
  one("last").value = Math.max(one("last").value, two("last").value)
  const here = new Set([...upper.querySelectorAll(".old-lines li")].map(line => line.value))
  upper.querySelector(".old-lines ol").append(...[...row.querySelectorAll(".old-lines li")].filter(line => !here.has(line.value)))
  upper.querySelector(".old-lines").append(...row.querySelectorAll(".old-warning"))
  row.remove()
  return caret
}
