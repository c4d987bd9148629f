// A form while it is being sent: nothing more can be typed into it, for the answer would wipe it, and no undo can be
// pressed that meant what was saved before. Returns where the focus was; given back, it goes there again.
// Buttons are not disabled, only told so: a disabled button would lose its name.
export function still(form, sending, at) {
  const focused = form.contains(document.activeElement) ? document.activeElement : at
  for (const one of form.querySelectorAll("button:not([type=button])")) one.setAttribute("aria-disabled", String(sending))
  for (const one of [form, ...document.querySelectorAll("toast-done")]) one.inert = sending
  if (!sending && focused?.isConnected) focused.focus({ preventScroll: true })
  return sending ? focused : null
}
