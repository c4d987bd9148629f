// <toast-done>: what was just done, until it is dismissed. Escape dismisses the last one.

const Base = globalThis.HTMLElement ?? class {}

export class ToastDone extends Base {
  connectedCallback() {
    this.addEventListener("click", event => event.target.closest("[data-dismiss]") && this.remove())
  }
}

globalThis.customElements?.define("toast-done", ToastDone)
globalThis.document?.addEventListener("keydown", event => {
  if (event.key === "Escape") [...document.querySelectorAll("toast-done")].at(-1)?.remove()
})
