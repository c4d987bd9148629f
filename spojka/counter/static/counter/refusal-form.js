// The refusal beside the client's line, opened when the service is not for them: on to what was offered instead.
const NAMES = ["ground", "wanted_act", "wanted", "instead", "offered"]

export function lead(box, ground) {
  const { elements } = box.querySelector("form")
  box.open = true
  if (NAMES.every(name => !elements[name].value)) elements.ground.value = ground // never over what somebody chose
  ;(elements.ground.value ? elements.instead : elements.ground).focus()
}
