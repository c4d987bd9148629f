// The keys of a row: between rows, what a row is, two rows of one and one of two. Tab goes on as everywhere.
import { prefixed } from "meetings/line-kinds.js"
import { all, field, join, split } from "oldminutes/old-rows.js"

export function keyed(page, event) {
  const text = event.target, row = text.closest("[data-row]")
  if (!row || text.name !== "text" || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
  const { selectionStart: start, selectionEnd: end, value } = text
  const rows = all(page.list), at = rows.indexOf(row), isFirst = start === 0 && end === 0
  const go = to => to && focus(to, 0)
  const kind = isFirst && event.key.length === 1 && prefixed(`${event.key} `)?.kind
  const act = {
    ArrowUp: isFirst && rows[at - 1] && (() => go(rows[at - 1])),
    ArrowDown: (isFirst || start === value.length) && rows[at + 1] && (() => go(rows[at + 1])),
    Enter: !event.shiftKey && (() => focus(split(row, start, end), 0)),
    Backspace: isFirst && rows[at - 1] && (() => focus(rows[at - 1], join(rows[at - 1], row))),
  }[event.key] || (kind && (() => (field(row, "kind").value = kind)))
  if (!act) return
  event.preventDefault()
  act()
  if (!event.key.startsWith("Arrow")) page.changed()
}

function focus(row, caret) {
  const text = field(row, "text")
  text.focus()
  text.setSelectionRange(caret, caret)
}
