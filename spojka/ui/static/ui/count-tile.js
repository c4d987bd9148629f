// A number input that counts by taps: the tile adds one, its left edge takes one away. Keyboard: arrows or typing.

export function step(count, by, most = Infinity) {
  const next = Math.max(0, (Number.parseInt(count, 10) || 0) + by)
  return by > 0 && next > most ? { count: Math.max(most, next - by), full: true } : { count: next, full: false }
}

const Base = globalThis.HTMLElement ?? class {}

export class CountTile extends Base {
  connectedCallback() {
    this.input = this.querySelector("input")
    this.classList.add("tile-live")
    this.querySelector(".tile-add").hidden = false
    this.querySelector(".tile-less").hidden = false
    this.addEventListener("click", this.tap)
    this.addEventListener("input", this.show)
    this.input.addEventListener("focus", () => this.input.select())
    this.input.form?.addEventListener("reset", () => setTimeout(this.show))
    this.show()
  }

  tap = event => {
    const button = event.target.closest("button")
    if (!button) return
    const by = button.classList.contains("tile-less") ? -1 : 1
    const { count, full } = step(this.input.value, by, Number(this.dataset.most) || Infinity)
    this.input.value = count
    this.classList.toggle("tile-full", full)
    this.input.dispatchEvent(new Event("input", { bubbles: true }))
  }

  show = event => {
    if (event?.isTrusted) this.classList.remove("tile-full")
    this.classList.toggle("tile-on", Number(this.input.value) > 0)
    this.classList.toggle("tile-long", this.input.value.length > 2)
  }
}

globalThis.customElements?.define("count-tile", CountTile)
