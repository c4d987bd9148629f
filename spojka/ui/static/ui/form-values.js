// What a form holds, and back again: for drafts and for what waits to be sent.

const SECRET = new Set(["password", "file", "submit", "button", "image", "reset"])
const isToken = input => SECRET.has(input.type) || ["csrfmiddlewaretoken", "page_of"].includes(input.name)

// What a draft must not hold: secrets, answers that make a code, and what each page says of itself anew.
export function isSecret(input) {
  return isToken(input) || input.hasAttribute?.("data-ask")
}

export function read(form, leave = isSecret) {
  const left = new Set([...form.elements].filter(leave).map(one => one.name))
  return [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !left.has(name))
}

// What is sent: all but the token, which each sending carries anew, and what was left empty or at nought.
export function whole(form) {
  const counts = new Set([...form.querySelectorAll("count-tile input")].map(one => one.name))
  return read(form, isToken).filter(([name, value]) => value && !(counts.has(name) && value === "0"))
}

export function fill(form, fields) {
  for (const one of form.elements) {
    const values = fields.filter(([name]) => name === one.name).map(([, value]) => value)
    if (isSecret(one)) continue
    if (["radio", "checkbox"].includes(one.type)) one.checked = values.includes(one.value)
    else if (values.length) one.value = values[0]
  }
  for (const one of form.querySelectorAll("count-tile input")) one.dispatchEvent(new Event("input", { bubbles: true }))
  for (const one of form.querySelectorAll("details:has(:checked, .tile-on)")) one.open = true
}

const words = element => element?.textContent.trim().replace(/\s+/g, " ") ?? ""

function said(one) {
  if (!one.name || isSecret(one) || one.type === "hidden" || one.tagName === "SELECT") return ""
  if (["radio", "checkbox"].includes(one.type)) return one.checked && one.value ? words(one.closest("label")) : ""
  const tile = one.closest("count-tile")
  if (tile) return Number(one.value) > 0 ? `${one.value}× ${named(tile)}` : ""
  return one.value.trim()
}

const named = tile => words(tile.querySelector(".tile-name").firstChild)
const above = element => words(element.closest("fieldset")?.querySelector("legend"))

// The same thing may be given and come back: the second heading that has it says which.
function headed(one, first) {
  const text = said(one), tile = text && one.closest("count-tile")
  return tile && first.get(named(tile)) !== above(tile) ? `${above(tile)}: ${text}` : text
}

// Say in the page's own words what was filled in: chosen chips, counts, texts.
export function describe(form) {
  const first = new Map([...form.querySelectorAll("count-tile")].reverse().map(tile => [named(tile), above(tile)]))
  return [...form.elements].map(one => headed(one, first)).filter(Boolean).join(", ").slice(0, 160)
}
