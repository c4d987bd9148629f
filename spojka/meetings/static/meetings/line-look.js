// How lines look: which fields of one are shown, how deep each stands, and how it is with their saving.
import { depths, isMatter } from "meetings/line-kinds.js"

// What is filled, what its kind asks for, and all while one wants them.
export function look(view) {
  const { kind, speaker, places } = view.read()
  const isTimed = isMatter(kind) || kind === "notice", time = view.field("time")
  suit(view, time, kind === "notice" ? "datetime-local" : "date")
  const shown = { speaker: speaker || view.isWide, who: isMatter(kind), time: isTimed, places: places || view.isWide }
  for (const name of Object.keys(shown)) view.part(name).hidden = !shown[name]
  view.part("on").hidden = !view.isWide || !view.part("on").href || isMatter(kind)
  view.part("about").hidden = !Object.values(shown).some(Boolean)
  view.part("next").hidden = !isMatter(kind) || Boolean(time.value)
  view.part("time").toggleAttribute("data-heard", Boolean(time.value) && time.value === view.heard)
  view.part("more").setAttribute("aria-expanded", Boolean(view.isWide))
  view.el.dataset.kind = kind
  if (CSS.supports("field-sizing", "content")) return
  view.text.style.height = "auto"
  view.text.style.height = `${view.text.scrollHeight + 2}px`
}

// A time that fits another kind is none of this one: it is heard anew.
function suit(view, time, type) {
  if (time.type === type) return
  Object.assign(time, { type, value: "" })
  view.heard = ""
}

export function levels(shown) {
  depths(shown.map(([, kind]) => kind)).forEach((depth, at) => (shown[at][0].dataset.depth = depth))
}

export function says(page, { waiting, away, why }) {
  const now = away ? "offline" : waiting.some(one => one.wrong) ? "refused" : waiting.length ? "saving" : "saved"
  for (const one of page.querySelectorAll("[data-says]")) one.hidden = one.dataset.says !== now
  for (const one of page.querySelectorAll("[data-many]")) one.textContent = waiting.length
  page.querySelector("[data-why]").textContent = why
  return waiting
}
