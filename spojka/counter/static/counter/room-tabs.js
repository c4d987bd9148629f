// The row of those who are in the room.

export const nameOf = panel => panel.dataset.code || panel.dataset.anonymous

export function tab(panel, at, isShown, show) {
  const [line, button, key] = ["li", "button", "kbd"].map(name => document.createElement(name))
  Object.assign(button, { type: "button", className: "in-room num", textContent: `${nameOf(panel)} ` })
  if (isShown) button.setAttribute("aria-current", "true")
  button.addEventListener("click", show)
  key.textContent = `Alt ${at + 1}`
  if (at < 9) button.append(key)
  line.append(button)
  return line
}
