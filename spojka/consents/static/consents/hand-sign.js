// <hand-sign> around a hidden field: strokes of a finger, a pen or a mouse, kept as whole numbers.
const WIDE = 600
const HIGH = 200

export function path(strokes) {
  return strokes.map(points => points.map(([x, y], n) => `${n ? "L" : "M"}${x} ${y}`).join("")).join("")
}

export function strokesOf(drawn) {
  return drawn.split("M").slice(1).map(stroke => stroke.split("L").map(point => point.split(" ").map(Number)))
}

const Base = globalThis.HTMLElement ?? class {}

export class HandSign extends Base {
  connectedCallback() {
    this.field = this.querySelector("input")
    this.strokes = strokesOf(this.field.value) // an answered form has it still
    const drawn = "http://www.w3.org/2000/svg"
    this.pad = document.createElementNS(drawn, "svg")
    this.pad.setAttribute("viewBox", `0 0 ${WIDE} ${HIGH}`)
    this.pad.setAttribute("role", "img")
    this.pad.setAttribute("aria-label", this.dataset.label)
    this.line = document.createElementNS(drawn, "path")
    this.line.setAttribute("d", this.field.value)
    this.pad.append(this.line)
    this.again = document.createElement("button")
    this.again.type = "button"
    this.again.className = "btn btn-sm"
    this.again.textContent = this.dataset.clear
    this.append(this.pad, this.again)
    this.pad.addEventListener("pointerdown", this.begin)
    this.pad.addEventListener("pointermove", this.draw)
    this.again.addEventListener("click", () => this.write([]))
  }

  at(event) {
    const box = this.pad.getBoundingClientRect()
    const x = Math.round(((event.clientX - box.left) * WIDE) / box.width)
    return [x, Math.round(((event.clientY - box.top) * HIGH) / box.height)]
  }

  begin = event => {
    event.preventDefault()
    this.pad.setPointerCapture(event.pointerId)
    this.write([...this.strokes, [this.at(event)]])
  }

  draw = event => {
    if (!event.buttons || this.strokes.length === 0) return
    this.strokes.at(-1).push(this.at(event))
    this.write(this.strokes)
  }

  write(strokes) {
    this.strokes = strokes
    this.field.value = path(strokes)
    this.line.setAttribute("d", this.field.value)
  }
}

globalThis.customElements?.define("hand-sign", HandSign)
