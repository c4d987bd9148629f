// Which key means what: arrows, space, numbers, F and Esc. Keys with Ctrl, Alt or Meta belong to the browser.
const PLAIN = { ArrowRight: "next", PageDown: "next", ArrowLeft: "back", PageUp: "back", ArrowDown: "below", ArrowUp: "above", " ": "pause", f: "whole", F: "whole", Escape: "leave" }

export function intent({ key, ctrlKey, altKey, metaKey, target }) {
  if (ctrlKey || altKey || metaKey) return ""
  if (key === " " && target?.closest?.("button")) return "" // there it presses what has the focus
  if (/^[0-9]$/.test(key)) return `class:${(Number(key) + 9) % 10}`
  return PLAIN[key] ?? ""
}
