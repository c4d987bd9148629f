// What a form lacks, said at the field at once, without network: the form's own sentences (data-needed, data-wrong),
// or the usual ones of #fault-words; never those of the browser, which may speak another language.

const shows = input => input.type !== "hidden" && (input.offsetParent !== null || input.closest("details:not([open])"))
const words = () => document.getElementById("fault-words")

export function faultOf(input) {
  const empty = !input.value.trim()
  if (input.dataset.needed && (input.type === "radio" ? input.validity.valueMissing : empty && !input.validity.badInput)) return input.dataset.needed
  if (input.validity.customError) return input.validationMessage
  return input.validity.valid ? "" : (input.dataset.wrong ?? usual(input, words().dataset))
}

export function usual({ type, min, max, validity }, said) {
  if (validity.valueMissing) return type === "radio" ? said.choose : said.needed
  if (type === "number") return min && max ? said.between.replace("##", max).replace("#", min) : said.number
  return said.wrong
}

export function clear(form) {
  for (const one of form.querySelectorAll("[data-fault]")) one.remove()
  for (const one of form.querySelectorAll(".is-wrong")) lift(one)
}

// Who only hears the page hears what is wrong when they come to the field; what stood beside it before stays.
function lift(input) {
  input.classList.remove("is-wrong")
  input.removeAttribute("aria-invalid")
  document.getElementById(faultId(input))?.remove()
  const rest = beside(input).filter(one => one !== faultId(input))
  if (rest.length) input.setAttribute("aria-describedby", rest.join(" "))
  else input.removeAttribute("aria-describedby")
}

const beside = input => input.getAttribute("aria-describedby")?.split(" ") ?? []
const faultId = input => `${input.id || input.name}-fault`

// One fault with its sign, as the server writes it.
export function fault(text) {
  const said = words().content.firstElementChild.cloneNode(true)
  said.querySelector("span").textContent = text
  return said
}

function say(input, text) {
  const said = Object.assign(fault(text), { id: faultId(input) })
  const field = input.closest(".field") ?? input.parentElement
  input.classList.add("is-wrong")
  input.setAttribute("aria-invalid", "true")
  input.setAttribute("aria-describedby", [...beside(input), said.id].join(" "))
  field.append(said)
  field.addEventListener("input", () => lift(input), { once: true }) // it is being put right
}

// Show all faults and go to the first; true when there is none.
export function check(form) {
  clear(form)
  const wrong = [...form.elements].filter(one => one.willValidate && shows(one) && faultOf(one))
  const first = wrong.filter((one, at) => one.type !== "radio" || wrong.findIndex(other => other.name === one.name) === at)
  for (const one of first) say(one, faultOf(one))
  const details = wrong[0]?.closest("details:not([open])")
  if (details) details.open = true
  wrong[0]?.focus()
  return !wrong.length
}
