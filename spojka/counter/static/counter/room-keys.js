// Keys of the room, chosen so that they mean nothing to browsers: Alt+1 to 9, F2 hides, F4 and N ask, F8 puts away.
import { isTyping } from "ui/keys.js"

export function wanted(event, isFree, isHidden) {
  if (event.key === "F2") return "hide"
  if (isHidden) return null
  const number = event.altKey && /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
  if (number) return Number(number)
  if (event.key === "F4" || (event.key === "n" && isFree)) return "ask"
  return event.key === "F8" ? "away" : null
}

export function press(room, event) {
  const free = !isTyping(event.target) && !(event.altKey || event.ctrlKey || event.metaKey)
  const key = wanted(event, free, room.lock.isOn)
  const panel = typeof key === "number" && room.all[key - 1]
  if (!key || (typeof key === "number" && !panel)) return
  event.preventDefault()
  event.stopPropagation()
  if (panel) room.show(panel)
  else if (key === "hide") room.lock.turn()
  else if (key === "ask") room.typed.focus()
  else room.shown?.tell("away")
}
