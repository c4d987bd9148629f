// <flag-end>: an instruction or a message is done; it goes from the line without leaving the room.
import { post } from "counter/sending.js"

export class FlagEnd extends (globalThis.HTMLElement ?? class {}) {
  connectedCallback() {
    this.addEventListener("submit", this.end, { capture: true })
  }

  end = async event => {
    event.preventDefault() || event.stopPropagation() // it is no exchange that the panel would save
    const [room, panel] = ["counter-room", "counter-panel"].map(one => this.closest(one))
    const answer = await post(event.target.action, [])
    const says = !answer ? "offline" : [0, 401].includes(answer.status) ? "signed-out" : answer.ok ? "" : "fault"
    room.said.textContent = says && room.text(says)
    if (says) return
    this.closest("li").remove()
    panel.start()
  }
}

globalThis.customElements?.define("flag-end", FlagEnd)
