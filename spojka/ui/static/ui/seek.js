// The search: `/` or its field opens it over any page; arrows walk through what was found, Escape goes back.

const Base = globalThis.HTMLElement ?? class {}

export function next(places, now, key) {
  const at = places.indexOf(now)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[key]
  return to === undefined || to >= places.length ? null : places[Math.max(to, 0)]
}

export class SeekBox extends Base {
  connectedCallback() {
    this.input = this.querySelector("input[type=search]")
    this.addEventListener("keydown", this.press)
    this.addEventListener("htmx:after:swap", this.say)
    if (!this.closest("dialog")) this.input.focus()
  }

  press = event => {
    const goal = next([this.input, ...this.querySelectorAll("[data-hit]")], document.activeElement, event.key)
    if (event.key === "Escape") this.leave(event)
    if (!goal) return
    event.preventDefault()
    goal.focus()
  }

  leave(event) {
    const over = this.closest("dialog")
    if (over) {
      this.input.blur() // else the next key still goes to the closed box
      over.close()
    } else if (document.activeElement !== this.input) this.input.focus()
    else return
    event.preventDefault()
  }

  say = () => {
    const heads = [...this.querySelectorAll("#found h2, #found .nothing strong")].map(head => head.textContent)
    this.querySelector("[data-said]").textContent = heads.join(", ")
  }
}

let help // what an empty box says

function open(over) {
  const [input, found] = [over.querySelector("input[type=search]"), over.querySelector("#found")]
  help ??= found.innerHTML
  const clear = () => Object.assign(input, { value: "" }) && (found.innerHTML = help)
  clear()
  over.onclose = () => over.open || clear() // the event comes late: somebody may be typing again
  over.showModal()
  input.focus()
}

function click(event) {
  const link = event.target.closest?.("a[data-seek]")
  if (event.target.matches?.("dialog.seek-over")) event.target.close() // beside the box
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  const over = document.querySelector("dialog.seek-over")
  if (over) open(over)
  else document.querySelector("seek-box input[type=search]").focus() // the page of the search itself
  event.preventDefault()
}

if (globalThis.document) {
  document.addEventListener("click", click)
  globalThis.customElements.define("seek-box", SeekBox)
}
