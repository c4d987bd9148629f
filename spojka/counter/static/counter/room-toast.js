// What was just done in the room, with a way back.
import { post } from "counter/sending.js"

const NOBODY = "00000000-0000-0000-0000-000000000000"

export function toast(room, text, verb = "", deed = null) {
  const made = room.querySelector("[data-saved]").content.querySelector("toast-done").cloneNode(true)
  const button = made.querySelector("[data-back]")
  made.querySelector("[data-text]").textContent = text
  button.querySelector("[data-verb]").textContent = verb
  button.addEventListener("click", () => made.remove() || deed())
  if (!deed) button.remove()
  document.getElementById("toasts").replaceChildren(made)
}

// Take back what was saved.
export async function back(panel, id) {
  const answer = await post(panel.querySelector("outbox-form").dataset.undo.replace(NOBODY, id), [])
  return Boolean(answer?.ok)
}
