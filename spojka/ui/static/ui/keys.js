// `/` goes to the search, `n` opens a new contact; not while one types. Faults are shown to the reader at once.

export function wanted(event, typing) {
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null
  return ["/", "n"].includes(event.key) ? event.key : null
}

export function isTyping(element) {
  return Boolean(element?.closest?.("input:not([type=radio],[type=checkbox]), textarea, select, [contenteditable]"))
}

function press(event) {
  const key = wanted(event, isTyping(event.target))
  const goal = key && document.querySelector(`[data-key="${key}"]`)
  if (!goal) return
  event.preventDefault()
  if (goal.matches("input, select, textarea")) goal.focus()
  else goal.click()
}

const focusFaults = () => document.querySelector("[data-focus], .filters .is-wrong")?.focus()

if (globalThis.document) {
  document.addEventListener("keydown", press)
  document.addEventListener("htmx:after:swap", focusFaults)
  focusFaults()
}
