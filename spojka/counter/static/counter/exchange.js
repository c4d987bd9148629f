// What an exchange comes to, and what became of it: without a page.

export const sum = inputs => inputs.reduce((all, one) => all + (Number(one.value) || 0), 0)

// What comes back must be touched where something is given that comes back: [given, back] of each material.
export function needsTouch(pairs, isSaid) {
  const gives = pairs.some(([given]) => Number(given) > 0)
  return gives && !isSaid && pairs.every(([, back]) => back === "")
}

export const over = (value, left) => left !== undefined && Number(value) > Number(left)

const CARD = /^[A-HJ-NP-X]{16}$/ // letters of a card's number: see numbers.py

export const isCard = typed => CARD.test(typed.toUpperCase().replace(/[\s-]/g, ""))

export function verdict(status) {
  if (status >= 200 && status < 300) return "saved"
  if (status === 422) return "refused"
  if (status === 401 || status === 0) return "signed-out" // a redirect that is not followed has no status
  return "fault"
}
