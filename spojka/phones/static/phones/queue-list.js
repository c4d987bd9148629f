// <queue-list>: what waits in this phone: each record with its age, state and reason; retry, mend, keep in a file, drop.
import { flush, state } from "ui/flush.js"
import { again, changed, drop, items, textOf } from "ui/outbox.js"
import { now, ready } from "ui/phone.js"
import { isBad, rowOf } from "phones/queue-row.js"
import { saveText } from "phones/save-text.js"

const Base = globalThis.HTMLElement ?? class {}
// Only what changed is moved: a button under the finger must not go away.
function fill(list, rows) {
  if (rows.length === list.children.length && rows.every((row, at) => row === list.children[at])) return
  list.replaceChildren(...rows)
}

export class QueueList extends Base {
  connectedCallback() {
    for (const kind of ["outbox", "phone"]) document.addEventListener(kind, this.soon)
    for (const kind of ["online", "offline"]) addEventListener(kind, this.soon)
    document.querySelector("[data-flush]").addEventListener("click", this.send)
    this.addEventListener("click", this.press)
    this.draw()
  }

  soon = () => (this.waits ??= setTimeout(() => ((this.waits = null), this.draw()), 100))

  send = async ({ currentTarget: button }) => {
    await Promise.all((await items()).filter(one => one.state === "waiting").map(again))
    await flush()
    const said = document.querySelector("[data-flushed]")
    said.textContent = (await items()).length ? said.dataset.wait : said.dataset.ok
    button.focus()
  }

  async draw() {
    const turn = (this.turn = (this.turn ?? 0) + 1)
    await ready()
    const all = now.vault ? await items() : []
    const ids = new Set(all.map(one => one.id))
    const rows = await Promise.all(all.map(one => rowOf(this, one, ids)))
    if (turn !== this.turn) return
    for (const list of this.querySelectorAll("[data-list]")) fill(list, rows.filter((_, at) => isBad(all[at]) === (list.dataset.list === "mend")))
    const mend = all.filter(isBad).length
    const shown = { mend, waiting: all.length - mend, empty: now.vault && !all.length, none: !now.vault, locked: now.vault && !now.key && all.length, offline: !navigator.onLine || state.says === "network" }
    for (const one of this.querySelectorAll("[data-for]")) one.hidden = !shown[one.dataset.for]
  }

  press = async event => {
    const button = event.target.closest("button")
    const id = button?.closest("[data-id]")?.dataset.id
    const item = id && (await items()).find(one => one.id === id)
    if (!item) return
    if ("retry" in button.dataset) await again(item).then(flush)
    if ("export" in button.dataset) saveText(`spojka-${id}.txt`, await textOf(item), item)
    if ("drop" in button.dataset) await this.drop(button, item)
  }

  // Twice, so that a glove does not do it.
  async drop(button, item) {
    if (!button.dataset.asked) return (button.querySelector("span").textContent = button.dataset.sure), (button.dataset.asked = "1")
    await drop([item, ...(await items()).filter(one => one.undoes && one.after === item.id)]) // nothing is left to undo
    changed()
  }
}

globalThis.customElements?.define("queue-list", QueueList)
