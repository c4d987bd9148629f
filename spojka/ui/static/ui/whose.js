// A page belongs to who opened it. When somebody else has signed in since, in another tab, it sends nothing in their
// name: it stays as it is, with all that was typed, and says so. See web/middleware/whose.py.
import { read } from "ui/token.js"
import { who } from "ui/who.js"

const FIELD = "page_of"

// Forms of the field (opened_by) ask by themselves, and what lies in the phone goes only as its own worker.
export function isAnothers({ page, now, asks }) {
  return Boolean(page && now && page !== now && !asks)
}

const asks = form => Boolean(form?.elements?.namedItem("opened_by")?.value)
const isFree = form => form.matches("[data-leaves], [data-free]") // signing out, the language: they write nothing

function stop(event, form) {
  if (!isAnothers({ page: who(), now: read("whose"), asks: asks(form) })) return false
  event.preventDefault()
  event.stopImmediatePropagation()
  document.dispatchEvent(new CustomEvent("anothers"))
  return true
}

function mark(form) {
  const field = form.elements.namedItem(FIELD) ?? form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name: FIELD }))
  field.value = who()
}

if (globalThis.document) {
  addEventListener("submit", event => {
    const form = event.target
    if (!who() || (event.submitter?.formMethod || form.method) !== "post" || isFree(form)) return
    if (!stop(event, form)) mark(form)
  }, true) // before anybody collects the fields
  document.addEventListener("htmx:config:request", event => {
    const { request, sourceElement } = event.detail.ctx
    if (!who() || request.method === "GET" || stop(event, sourceElement?.closest?.("form"))) return
    request.headers["X-Who"] = who()
  })
}
