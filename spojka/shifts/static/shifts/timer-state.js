// What a lone worker's timer knows: which one it is, how often, when they were well last. No browser here, so that it
// can be proved. Times are of this phone's clock; nothing of it says where anybody is.

const WATCH = /^#watch=([0-9a-f-]{36})\/(\d{1,3})$/

// What the address tells a phone that is not set up: that a timer runs, that all is well, or that it ended.
export function told(hash, state, at) {
  if (hash === "#ended") return null
  const [, watch, every] = WATCH.exec(hash) ?? []
  if (!watch) return state
  const minutes = Number(every) || (state?.watch === watch ? state.every : 0)
  return minutes ? { watch, every: minutes, last: at } : state
}

export const dueAt = state => state.last + state.every * 60_000
export const isDue = (state, at) => Boolean(state) && at >= dueAt(state)

// A clock that was put back must not give more time than was asked for.
export const mended = (state, at) => (state && state.last > at ? { ...state, last: at } : state)

export function clock(ms) {
  const minutes = Math.floor(Math.abs(ms) / 60_000)
  const seconds = Math.floor(Math.abs(ms) / 1000) % 60
  return `${minutes}:${String(seconds).padStart(2, "0")}`
}

// How long until the shown text changes: each second in the last two minutes and when overdue, else once a minute.
export function pause(state, at) {
  const left = dueAt(state) - at
  return left > 120_000 ? Math.min(left - 120_000, 60_000) : 1000
}
