// What of an item is counted at the stand. No browser here, so that it can be proved. Never who, never a word of text.

const KINDS = [[/\/encounters\/new\/$/, "contact"], [/\/refusals\/new\/$/, "refusal"], [/\/breath\/$/, "breath"], [/\/cards\/$/, "card"], [/\/signal\/$/, "signal"]]
const UNDONE = /\/encounters\/([0-9a-f-]{36})\/undo\/$/

export function markOf(url, fields) {
  const path = url.split("?")[0]
  const undone = path.match(UNDONE)
  if (undone) return { undoes: undone[1] }
  const kind = KINDS.find(([pattern]) => pattern.test(path))?.[1]
  if (!kind) return {}
  const said = Object.fromEntries(fields)
  if (kind === "contact" && said.side === "tally") return { kind: "tally", n: Number(said.people) || 0 }
  return { kind, n: 1 }
}

// Sum marks of all phones; the same id counts once, one that was taken back not at all.
export function sumOf(marks) {
  const known = new Map(marks)
  for (const { undoes } of known.values()) if (undoes) known.delete(undoes)
  const sums = {}
  for (const { kind, n } of known.values()) if (kind) sums[kind] = (sums[kind] ?? 0) + n
  return sums
}
