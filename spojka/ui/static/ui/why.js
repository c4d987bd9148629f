// Why a record came back: in the server's own words, or in ours when it said none.
import { whyOf } from "ui/outbox.js"
import { now } from "ui/phone.js"

export function reasonOf(item, key) {
  if (!key) return "locked"
  if (item.state === "aside") return item.status ? "broke" : "shut"
  return item.status === 413 ? "long" : "silent"
}

// Paragraphs to show.
export async function reasons(item) {
  const said = await whyOf(item)
  const all = said.length ? said : [document.getElementById("why-words").dataset[reasonOf(item, now.key)]]
  return all.map(text => Object.assign(document.createElement("p"), { textContent: text }))
}
