// How cards look: a row for each that runs, a line for each entry, the clock. Words come from the page's templates.
import { clock, isDue, lastCheck, mustCall } from "emergencies/card-state.js"

export const hour = at => (at ? new Intl.DateTimeFormat(document.documentElement.lang, { hour: "numeric", minute: "2-digit", hourCycle: "h23" }).format(at) : "–")
export const made = (board, name) => board.querySelector(`template[data-row="${name}"]`).content.firstElementChild.cloneNode(true)

export function put(list, rows) {
  const marks = rows.map(one => one.dataset.mark).join()
  if (list.dataset.marks === marks) return // a button under the finger must not go away
  list.dataset.marks = marks
  list.replaceChildren(...rows)
}

export function drawList(board, cards) {
  const rows = cards.filter(one => !one.ended).map(card => {
    const row = made(board, "card")
    row.querySelector("a").href = `#${board.parent}=${card.id}`
    row.querySelector("[data-at]").textContent = hour(card.at)
    const name = card.code && board.word(`kind.${card.code}`).name
    if (name) row.querySelector("[data-name]").textContent = name
    row.dataset.mark = `${card.id}${card.code ?? ""}`
    return row
  })
  put(board.querySelector("[data-cards]"), rows)
  board.querySelector("[data-running]").hidden = !rows.length
}

export function drawLines(board, card) {
  const rows = card.entries.toReversed().map(one => {
    const row = made(board, "line")
    row.querySelector("[data-at]").textContent = hour(one.at)
    row.querySelector("[data-name]").textContent = one.name || row.dataset.sealed
    row.querySelector("[data-text]").textContent = one.text
    row.querySelector("[data-waits]").hidden = !one.waits
    row.dataset.mark = `${one.id}${one.waits ? "w" : ""}${one.name}`
    return row
  })
  put(board.querySelector("[data-lines]"), rows)
  board.querySelector("[data-began]").textContent = hour(card.at)
  const [last, box] = [card.entries.at(-1), board.querySelector("[data-last]")] // that the tap was taken, in sight
  box.hidden = !last
  box.querySelector("[data-words]").textContent = last ? [hour(last.at), last.name || last.text].filter(Boolean).join(" ") : ""
}

// The way to the card's own page once the server knows it. Of an ended card the phone hears no lines: no empty list.
export function drawWay(board, card, known) {
  const way = board.querySelector("[data-whole]")
  way.hidden = !known
  way.href = way.getAttribute("href").replace(/[^/]+\/$/, `${card.id}/`)
  board.querySelector("[data-written]").hidden = card.ended && !card.entries.length
}

// The clock since the last check; true when it has just become due.
export function drawClock(board, card, at = Date.now()) {
  const box = board.querySelector("[data-clock-box]")
  const last = lastCheck(card, board.checks)
  const due = !card.ended && isDue(last, at, board.minutes)
  const turned = due && !box.classList.contains("is-due")
  box.hidden = card.ended
  box.classList.toggle("is-due", due)
  box.querySelector("[data-clock]").textContent = last === null ? "?" : clock(at - last)
  for (const one of box.querySelectorAll("[data-when]")) one.hidden = (one.dataset.when === "due") !== due
  board.querySelector("[data-call]").hidden = card.ended || !mustCall(card, board.called)
  board.querySelector("[data-ended]").hidden = !card.ended
  return turned
}
