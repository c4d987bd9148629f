// <eco-map> around the drawing of an ecomap: people are moved by mouse, finger or arrow keys; the server saves the place
// and draws anew. Without scripts the drawing stands as it is, and the table beside it says the same.
const STEP = 15 // per mille of the drawing
const PAUSE = 500 // ms after the last arrow
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
const within = number => Math.min(1000, Math.max(0, Math.round(number)))

export function moved([x, y], key, far) {
  const way = WAYS[key]
  return way && [within(x + way[0] * STEP * (far ? 4 : 1)), within(y + way[1] * STEP * (far ? 4 : 1))]
}

const Base = globalThis.HTMLElement ?? class {}

export class EcoMap extends Base {
  connectedCallback() {
    this.form = this.querySelector("form")
    if (!this.form) return
    this.said = this.querySelector("[role=status]")
    this.querySelector("[data-can-move]").hidden = false
    this.addEventListener("pointerdown", this.take)
    this.addEventListener("keydown", this.press)
    this.addEventListener("focusout", () => this.waiting && this.save())
    for (const picture of this.querySelectorAll(".picture")) this.ready(picture)
  }

  ready(picture) {
    const about = Object.entries({ tabindex: 0, role: "button", "aria-describedby": "how-to-move" })
    for (const who of picture.querySelectorAll(".who")) about.forEach(([name, value]) => who.setAttribute(name, value))
  }

  take = event => {
    const who = event.target.closest?.(".who")
    if (!who || event.button) return
    const svg = who.ownerSVGElement
    const point = ({ clientX, clientY }) => new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM().inverse())
    const { width, height } = svg.dataset
    who.setPointerCapture(event.pointerId)
    who.onpointermove = now => this.put(who, [within(point(now).x / width * 1000), within(point(now).y / height * 1000)])
    who.onpointerup = who.onpointercancel = () => (who.onpointermove = null) || (this.waiting && this.save())
  }

  press = event => {
    const who = event.target.closest?.(".who")
    const place = who && moved([Number(who.dataset.x), Number(who.dataset.y)], event.key, event.shiftKey)
    if (!place) return
    event.preventDefault()
    this.put(who, place)
    clearTimeout(this.clock)
    this.clock = setTimeout(() => this.save(), PAUSE)
  }

  put(who, [x, y]) {
    const { width, height } = who.ownerSVGElement.dataset
    Object.assign(who.dataset, { x, y })
    who.setAttribute("transform", `translate(${x * width / 1000} ${y * height / 1000})`)
    who.ownerSVGElement.querySelector(`[data-of="${who.dataset.tie}"]`)?.setAttribute("visibility", "hidden")
    this.waiting = who
  }

  async save() {
    const who = this.waiting
    const picture = who.closest(".picture")
    clearTimeout(this.clock)
    this.waiting = null
    const body = new FormData(this.form)
    for (const [name, value] of Object.entries({ x: who.dataset.x, y: who.dataset.y, size: picture.dataset.size })) body.set(name, value)
    const at = this.form.action.replace(/[^/]+\/move\/$/, `${who.dataset.tie}/move/`)
    const answer = await fetch(at, { method: "POST", body, redirect: "manual" }).catch(() => null)
    if (!answer?.ok) return void (this.said.textContent = this.dataset.lost)
    if (this.waiting) return // it is being moved already: the next drawing is for it
    const isHere = who === document.activeElement
    picture.innerHTML = await answer.text()
    this.ready(picture)
    if (isHere) picture.querySelector(`[data-tie="${who.dataset.tie}"]`)?.focus()
    this.said.textContent = this.dataset.saved
  }
}

globalThis.customElements?.define("eco-map", EcoMap)
