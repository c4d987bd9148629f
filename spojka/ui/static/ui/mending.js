// A record that came back is mended in its own form: #mend=<id> in the address fills it in and says what was wrong.
import { fill } from "ui/form-values.js"
import { itemOf } from "ui/kept.js"
import { textOf } from "ui/outbox.js"
import { reasons } from "ui/why.js"

const ASKED = /^#mend=([0-9a-f-]{36})$/
const said = form => form.querySelector("[data-returned]")

// True when the form holds a returned record now.
export async function mend(form) {
  const id = ASKED.exec(location.hash)?.[1]
  const item = id && (await itemOf(id))
  const own = form.getAttribute("action") || location.pathname + location.search
  if (item?.url !== own) return false // a page may have several forms
  fill(form, (await textOf(item)).fields)
  form.elements.id.value = id
  for (let one = form.closest("details"); one; one = one.parentElement.closest("details")) one.open = true
  said(form)?.replaceChildren(...(await reasons(item)))
  return true
}

export function empty(form) {
  history.replaceState(null, "", location.pathname + location.search)
  said(form)?.replaceChildren()
}
