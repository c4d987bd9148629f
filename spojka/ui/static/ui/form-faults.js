// What a form lacks, said at the field at once, without network: the form's own sentences (data-needed, data-wrong).

const shows = input => input.type !== "hidden" && (input.offsetParent !== null || input.closest("details:not([open])"))

export function faultOf(input) {
  const empty = !input.value.trim()
  if (input.dataset.needed && (input.type === "radio" ? input.validity.valueMissing : empty && !input.validity.badInput)) return input.dataset.needed
  if (input.validity.customError) return input.validationMessage
  return input.validity.valid ? "" : (input.dataset.wrong ?? input.validationMessage)
}

export function clear(form) {
  for (const one of form.querySelectorAll("[data-fault]")) one.remove()
  for (const one of form.querySelectorAll(".is-wrong")) one.classList.remove("is-wrong")
}

// One fault with its sign, as the server writes it.
export function fault(text) {
  const said = document.getElementById("fault-words").content.firstElementChild.cloneNode(true)
  said.querySelector("span").textContent = text
  return said
}

function say(input, text) {
  input.classList.add("is-wrong")
  ;(input.closest(".field") ?? input.parentElement).append(fault(text))
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
