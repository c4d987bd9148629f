// One record of the queue as a row: what it is, how old, in which state, and why it came back.
import { textOf } from "ui/outbox.js"
import { ago } from "ui/plural.js"
import { reasons } from "ui/why.js"

export const isBad = item => ["refused", "aside"].includes(item.state)

export function stateOf(item, ids) {
  if (item.held?.iv === String(item.sealed?.iv)) return "there" // a copy of this very text lies at a hub (hubs/choosing.js)
  if (ids.has(item.after)) return "held"
  return item.tries ? "again" : "waits"
}

const template = (list, name) => list.querySelector(`template[data-row="${name}"]`).content.firstElementChild

// A row that did not change stays, with what is open in it; only its age grows.
export async function rowOf(list, item, ids) {
  const now = [item.id, item.state, item.tries, ids.has(item.after), item.at, Boolean(item.why), stateOf(item, ids)].join()
  const old = list.querySelector(`li[data-id="${item.id}"]`)
  const row = old?.dataset.now === now && !old.dataset.sealed ? old : await made(list, item, ids)
  row.dataset.now = now
  row.querySelector("[data-age]").textContent = ago(item.at)
  return row
}

async function made(list, item, ids) {
  const row = template(list, isBad(item) ? "mend" : "waiting").cloneNode(true)
  const words = template(list, "waiting").querySelector("[data-state]").dataset
  row.dataset.id = item.id
  const label = await textOf(item).then(text => text.label, () => null)
  if (label === null) row.dataset.sealed = "1"
  row.querySelector("[data-label]").textContent = label ?? words.sealed
  if (isBad(item)) await returned(row, item)
  else row.querySelector("[data-state]").textContent = words[stateOf(item, ids)]
  return row
}

async function returned(row, item) {
  row.querySelector("[data-why]").replaceChildren(...(await reasons(item)))
  row.querySelector("[data-mend]").href = `${item.page}#mend=${item.id}`
}
