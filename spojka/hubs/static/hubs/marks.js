// What of an item is counted at the stand. No browser here, so that it can be proved. Never who, never a word of text.

const KINDS = [[/\/encounters\/new\/$/, "contact"], [/\/refusals\/new\/$/, "refusal"], [/\/breath\/$/, "breath"], [/\/cards\/$/, "card"], [/\/signal\/$/, "signal"]]
const UNDONE = /\/encounters\/([0-9a-f-]{36})\/undo\/$/

export function markOf(url, fields) {
  const path = url.split("?")[0]
  const undone = path.match(UNDONE)
  if (undone) return { undoes: undone[1] }
  const kind = KINDS.find(([pattern]) => pattern.test(path))?.[1]
  if (!kind) return {}
  if (kind !== "contact") return { kind, n: 1 }
  const { side, people } = Object.fromEntries(fields)
  return { ...(side === "tally" ? { kind: "tally", n: Number(people) || 0 } : { kind, n: 1 }), materials: given(fields) }
}

function given(fields) {
  const counts = fields.filter(([name]) => name.startsWith("materials-")).map(([name, n]) => [name.slice("materials-".length), Number(n) || 0])
  return Object.fromEntries(counts.filter(([, n]) => n > 0))
}

// Sum marks of all phones; the same id counts once, one that was taken back not at all.
export function sumOf(marks) {
  const known = new Map(marks)
  for (const { undoes } of known.values()) if (undoes) known.delete(undoes)
  const [sums, materials] = [{}, {}]
  const add = (to, name, n) => (to[name] = (to[name] ?? 0) + n)
  for (const { kind, n } of known.values()) if (kind) add(sums, kind, n)
  for (const one of known.values()) for (const [code, n] of Object.entries(one.materials ?? {})) add(materials, code, n)
  return { ...sums, materials }
}
