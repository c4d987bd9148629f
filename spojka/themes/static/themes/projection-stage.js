// The projection: shows one slide after another by itself, and obeys keys, buttons and fingers at once.
// Without this script all slides stand below each other; it only chooses one and tells the drawing how to move.
import { intent } from "themes/projection-keys.js"
import { Loop } from "themes/projection-loop.js"

const EACH = 11_000 // ms a slide stays; long enough to be read from afar
const QUIET = 45_000 // ms after the last touch until it goes on by itself

class ProjectionStage extends HTMLElement {
  connectedCallback() {
    this.slides = [...this.querySelectorAll(".slide")]
    this.loop = new Loop(this.querySelector(".run i"), () => this.show(this.index + 1))
    this.across = Number(this.dataset.across)
    this.classList.add("live")
    addEventListener("keydown", event => this.obey(intent(event), event))
    addEventListener("hashchange", () => this.show(this.at(location.hash.slice(1)), true))
    this.addEventListener("click", event => this.obey(event.target.closest("[data-intent]")?.dataset.intent, event))
    this.addEventListener("pointerdown", event => (this.from = event.clientX))
    this.addEventListener("pointerup", event => this.swipe(event.clientX - this.from))
    for (const event of ["keydown", "pointerdown"]) addEventListener(event, () => this.loop.wait(QUIET))
    this.run(this.loop.running)
    this.show(this.at(location.hash.slice(1)))
  }

  at(id) {
    return Math.max(0, this.slides.findIndex(one => one.id === id))
  }

  show(index, asked) {
    const many = this.slides.length
    this.index = (index + many) % many
    this.slides.forEach((one, place) => one.classList.toggle("is-on", place === this.index))
    const { id, dataset } = this.slides[this.index]
    const system = dataset.system
    Object.assign(this.dataset, { class: dataset.class, system, brain: dataset.brain, heart: dataset.heart, heat: dataset.heat })
    this.classList.toggle("in-heat", system === "heat")
    for (const link of this.querySelectorAll(".classes a")) this.mark(link, link.dataset.class === dataset.class)
    for (const link of this.querySelectorAll(".systems a")) {
      link.hash = `#${dataset.class}-${link.dataset.system}`
      this.mark(link, link.dataset.system === system)
    }
    this.querySelector(".words").setAttribute("aria-live", asked ? "polite" : "off") // it must not talk all night
    history.replaceState(null, "", `#${id}`)
    this.loop.wait(asked ? QUIET : EACH)
  }

  mark(link, on) {
    if (!on) return link.removeAttribute("aria-current")
    link.setAttribute("aria-current", "true")
    link.parentElement.scrollLeft = link.offsetLeft - link.parentElement.clientWidth / 2
  }

  run(on) {
    this.loop.run(on)
    this.dataset.does = on ? "go" : "stop"
    this.loop.wait(EACH)
  }

  swipe(by) {
    if (Math.abs(by) > 60) this.show(this.index + (by < 0 ? 1 : -1), true)
  }

  obey(what, event) {
    if (!what) return
    const [word, number] = what.split(":")
    const { across, index } = this
    const step = { next: 1, back: -1, below: across, above: -across }[word]
    if (step) this.show(index + step, true)
    else if (word === "class") this.show(Number(number) * across, true)
    else if (word === "pause") this.run(!this.loop.running)
    else if (word === "whole") document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.()
    else if (word === "leave" && !document.fullscreenElement) location.href = this.dataset.back
    if (event.type === "keydown") event.preventDefault()
  }
}

globalThis.customElements?.define("projection-stage", ProjectionStage)
