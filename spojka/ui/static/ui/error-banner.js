// One banner for all that htmx could not do; what was typed stays where it is.

export function reason(status) {
  if (!status) return "network"
  if (status === 401) return "signed-out"
  if (status === 403) return "stale"
  if (status === 409) return "another"
  if (status === 413) return "long"
  if (status >= 500 || status === 429) return "server"
  return [404, 405].includes(status) ? "gone" : null
}

const Base = globalThis.HTMLElement ?? class {}

export class ErrorBanner extends Base {
  connectedCallback() {
    this.addEventListener("click", event => event.target.closest("[data-dismiss]") && this.show(null))
    document.addEventListener("htmx:error", event => event.detail.ctx && this.show("network"))
    document.addEventListener("htmx:after:request", ({ detail: { ctx } }) => {
      this.show(reason(ctx.response.status), ctx.response.headers.get("X-Reference"))
    })
    document.addEventListener("anothers", () => this.show("another"))
    addEventListener("online", () => this.show(null))
  }

  show(why, reference = "") {
    for (const line of this.querySelectorAll("[data-for]")) line.hidden = line.dataset.for !== why
    const note = this.querySelector("[data-reference]")
    note.hidden = !why || !reference
    note.querySelector("span").textContent = reference ?? ""
    this.hidden = !why
  }
}

globalThis.customElements?.define("error-banner", ErrorBanner)
