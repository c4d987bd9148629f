// Who has this code or card: the line as the server makes it, or an empty one where it can't be asked.
import { newId } from "ui/id.js"
import { isCard } from "counter/exchange.js"
import { post } from "counter/sending.js"

const PART = { "HX-Request": "true" }
function panelOf(html) {
  const made = document.createElement("template")
  made.innerHTML = html
  return made.content.querySelector("counter-panel")
}

// Somebody without a code, or whose code could not be asked about.
export function blank(template, code = "") {
  const panel = panelOf(template.innerHTML.replaceAll("BLANK", newId()))
  for (const one of panel.querySelectorAll("input[name=id]")) one.value = newId()
  panel.dataset.code = code
  if (code) {
    panel.querySelector("[name=side]").value = "code"
    panel.querySelector("[name=code]").value = code
    for (const one of panel.querySelectorAll("[data-name]")) one.textContent = code
  }
  return panel
}

// A panel, or what is to be said: as HTML of the server, or by the name of a text.
export async function ask(url, fields, typed, template) {
  const answer = await post(url, fields, PART)
  if (!answer) return isCard(typed) ? { says: "card" } : { panel: blank(template, typed.toUpperCase()), says: "unknown" }
  if (answer.status === 422) return { html: await answer.text() }
  if (!answer.ok) return { says: [0, 401].includes(answer.status) ? "signed-out" : "fault" }
  return { panel: panelOf(await answer.text()) }
}
