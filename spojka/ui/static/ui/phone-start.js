// What a field page needs of the phone at once: little, until the phone is set up; then all of it, from the phone itself.
import { isSetUp, LATER } from "ui/who.js"

const load = () => Promise.all(["outbox-form", "phone-strip", "phone-lock", "prepared"].map(name => import(`ui/${name}.js`)))

// Offer to set the phone up, unless the worker said not now.
function offer() {
  const strip = document.querySelector("phone-strip")
  if (!strip || localStorage.getItem(LATER)) return
  strip.hidden = strip.querySelector("[data-for=setup]").hidden = false
  strip.querySelector("[data-later]").addEventListener("click", () => {
    localStorage.setItem(LATER, "1")
    strip.hidden = true
  })
}

async function open(event) {
  if (!event.target.closest?.("[data-lock]")) return
  document.removeEventListener("click", open)
  await load()
  document.querySelector("phone-lock").show()
}

if (isSetUp()) load()
else if (globalThis.indexedDB && globalThis.crypto?.subtle) {
  offer()
  document.addEventListener("click", open)
}
