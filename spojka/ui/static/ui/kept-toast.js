// What was just saved: first 'in the phone', then 'saved' when the server has it, or that it came back; with a way back.
import { flush } from "ui/flush.js"
import { newId } from "ui/id.js"
import { itemOf } from "ui/kept.js"
import { changed, keep, takeBack } from "ui/outbox.js"

const words = () => document.getElementById("kept-words").content
const hour = at => new Intl.DateTimeFormat(document.documentElement.lang, { hour: "numeric", minute: "2-digit" }).format(at)

export function show(item, undo) {
  const toast = words().querySelector("toast-done").cloneNode(true)
  toast.dataset.item = item.id
  toast.querySelector("[data-at]").textContent = hour(new Date())
  const back = toast.querySelector("[data-undo]")
  if (undo) back.addEventListener("click", () => undoIt(toast, item, undo))
  else back.remove()
  document.getElementById("toasts").replaceChildren(toast)
}

// One that may have come to the server or to a hub is undone there, after it went.
async function undoIt(toast, item, undo) {
  const lies = await itemOf(item.id)
  if (!lies || !(await takeBack(lies))) await keep({ id: newId(), url: undo, page: item.page, after: lies ? item.id : "", undoes: true, fields: [], label: `${toast.dataset.undone}: ${item.label}` })
  toast.querySelector("[data-said]").textContent = toast.dataset.undone
  toast.querySelector("[data-undo]").remove()
  changed()
  flush()
}

globalThis.document?.addEventListener("outbox", ({ detail: { heard = [] } }) => {
  for (const { id, meant } of heard) {
    const toast = document.querySelector(`toast-done[data-item="${id}"]`)
    if (toast && meant === "sent") toast.querySelector("[data-said]").textContent = toast.dataset.sent
    if (toast && ["refused", "aside"].includes(meant)) toast.remove()
  }
})
