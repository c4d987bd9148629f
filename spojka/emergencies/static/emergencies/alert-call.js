// <alert-call> around links that dial: the same tap writes down whom we called, and when, through the outbox.

const Base = globalThis.HTMLElement ?? class {}

export class AlertCall extends Base {
  connectedCallback() {
    this.addEventListener("click", event => {
      const link = event.target.closest("a[data-to]")
      if (!link) return
      const form = document.querySelector('form[data-form="alert"]') ?? document.querySelector('form[data-form="start"]')
      form.elements.to.value = link.dataset.to
      const card = document.querySelector('form[data-form="note"]').elements.card?.value
      if (card && form.elements.card) form.elements.card.value = form.closest("outbox-form").dataset.after = card
      setTimeout(() => form.requestSubmit()) // the link dials first
    })
  }
}

globalThis.customElements?.define("alert-call", AlertCall)
