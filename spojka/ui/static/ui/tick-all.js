// One tap ticks every box of its group. Nothing stands ticked beforehand: what is written down was really done.

export function tickAll(boxes) {
  const off = boxes.filter(box => !box.checked && !box.disabled)
  for (const box of off) box.checked = true
  return off
}

const Base = globalThis.HTMLElement ?? class {}

export class TickAll extends Base {
  connectedCallback() {
    this.hidden = false
    this.querySelector("button").addEventListener("click", this.tap)
  }

  tap = () => {
    const boxes = [...this.closest("fieldset").querySelectorAll("input[type=checkbox]")]
    for (const box of tickAll(boxes)) box.dispatchEvent(new Event("change", { bubbles: true }))
    this.dispatchEvent(new Event("input", { bubbles: true })) // a draft is kept, as after any tick
  }
}

globalThis.customElements?.define("tick-all", TickAll)
