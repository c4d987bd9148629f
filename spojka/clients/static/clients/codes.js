// Codes from answers, computed on the phone. Twin of codes.py; both pass data/examples.json.

const NUMBERS = new Set(["birth_day", "birth_month", "birth_year"])

export function compute(parts, answers) {
  return parts.map(({ ask, take }) => piece(ask, take, answers[ask] ?? "")).join("")
}

function piece(question, take, answer) {
  if (NUMBERS.has(question)) {
    const digits = answer.replace(/[^0-9]/g, "")
    return digits ? digits.slice(-take).padStart(take, "0") : "X".repeat(take)
  }
  const letters = answer.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase().replace(/[^A-Z]/g, "")
  return letters.slice(0, take).padEnd(take, "X")
}
