// The keys of a line. Tab is taken in an empty line alone, and there only while it changes the level: nobody is held.
import { deeper, shallower } from "meetings/line-kinds.js"

export function keyed(view, event) {
  const { selectionStart: start, selectionEnd: end, value } = view.text
  const { away, below, go } = view.deeds, kind = view.field("kind").value
  const level = value ? "" : event.key === "Tab" && !event.shiftKey ? deeper(kind) : shallower(kind)
  const act = view.offer.key(event) ? () => {} : {
    Enter: !event.shiftKey && !event.isComposing && (level ? () => view.kind(level) : () => below(view.line, start, end)),
    Tab: level && (() => view.kind(level)),
    Backspace: !value && (() => away(view.line)),
    ArrowUp: !event.altKey && end === 0 && (() => go(view.line, -1)),
    ArrowDown: !event.altKey && start === value.length && (() => go(view.line, 1)),
  }[event.key]
  if (!act) return
  event.preventDefault()
  act()
}
