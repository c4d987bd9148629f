// <old-minutes>: rows corrected by keyboard; what changed is saved by itself, and lies in the browser until it is.
import { find, forget, keep, keyOf, lasts } from "ui/drafts.js"
import { who } from "ui/who.js"
import { everywhere } from "oldminutes/old-everywhere.js"
import { keyed } from "oldminutes/old-keys.js"
import { COLUMNS, all, copied, field, look, read } from "oldminutes/old-rows.js"
import { OldSaver } from "oldminutes/old-saver.js"

const HEAD = ["day", "hour", "place", "present", "writer"]
const NARROW = "(max-width: 899.98px)"

class OldMinutes extends HTMLElement {
  async connectedCallback() {
    const form = this.querySelector("form"), list = this.querySelector("[data-rows]")
    if (!list) return
    const key = keyOf(who(), `${location.pathname}#${form.elements.at.value}`, "old")
    Object.assign(this, { form, list, key, saver: new OldSaver(form, () => this.tell()) })
    this.querySelector(".old-state").hidden = false
    if (matchMedia(NARROW).matches) for (const one of list.querySelectorAll("details")) one.open = false
    form.addEventListener("formdata", event => this.pack(event.formData))
    form.addEventListener("input", () => this.changed())
    form.addEventListener("keydown", event => keyed(this, event))
    form.addEventListener("submit", event => this.saver.leave(event))
    everywhere(this)
    await this.restore()
    look(list)
    this.dataset.ready = ""
  }

  // A form may send but few fields: the rows go in one.
  pack(data) {
    for (const name of COLUMNS) data.delete(name)
    data.set("rows", JSON.stringify(all(this.list).map(read)))
  }

  changed() {
    look(this.list)
    this.saver.changed()
  }

  tell() {
    const { state, wrong } = this.saver
    for (const one of this.querySelectorAll("[data-says]")) one.hidden = one.dataset.says !== state
    this.querySelector("[data-why]").textContent = wrong
    if (state === "saved") return void forget(this.key)
    const head = HEAD.map(name => this.form.elements[name]?.value), rows = all(this.list).map(read)
    keep(this.key, { version: this.form.elements.version.value, head, rows, at: Date.now(), lasts: lasts() })
  }

  // What lay here unsaved stands again, unless somebody corrected the minutes meanwhile.
  async restore() {
    const kept = await find(this.key), rows = all(this.list)
    if (!kept || kept.version !== this.form.elements.version.value) return
    const of = values => rows.find(row => field(row, "key").value === values[0]) ?? rows[0]
    this.list.replaceChildren(...kept.rows.map(values => copied(of(values), values)))
    HEAD.forEach((name, at) => this.form.elements[name] && (this.form.elements[name].value = kept.head[at]))
    this.changed()
  }
}

customElements.define("old-minutes", OldMinutes)
