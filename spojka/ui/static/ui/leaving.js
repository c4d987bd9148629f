// Signing out while records wait in this phone would leave them behind: it says so and stays.
import { tell } from "ui/keeper.js"
import { isSetUp, who } from "ui/who.js"


async function leave(event) {
  const form = event.target
  if (!form.matches?.("[data-leaves]") || form.dataset.sure) return
  if (isSetUp()) event.preventDefault()
  else return void tell({ kind: "leave" })
  const { count } = await import("ui/outbox.js")
  const { waiting, mend } = await count()
  const stay = document.getElementById("stay-words")
  if (waiting + mend && stay) return stay.showModal()
  tell({ kind: "leave" })
  form.dataset.sure = "1"
  form.requestSubmit()
}

if (globalThis.document) {
  document.addEventListener("submit", leave, true)
  if (who()) tell({ kind: "here", who: who() }) // somebody else's pages go
}
