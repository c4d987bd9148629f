// Which items are left at the hub. No browser here, so that it can be proved.

// Held is the text that lies here now: one that was mended since has another seal and goes again.
export const isHeld = (item, hub) => item.held?.hub === hub.id && item.held.iv === String(item.sealed.iv)
export const heldAt = (item, hub, at) => ({ held: { hub: hub.id, iv: String(item.sealed.iv), at } })

// Those of this hub's house, readable, not held yet, and none before the one that it builds on.
export function choose(all, hub, readable) {
  const there = new Set(all.filter(one => isHeld(one, hub)).map(one => one.id))
  const here = new Set(all.map(one => one.id))
  const chosen = []
  for (const one of all) {
    const tooSoon = here.has(one.after) && !there.has(one.after)
    if (one.state !== "waiting" || there.has(one.id) || tooSoon || !one.url.startsWith(`/${hub.house}/`) || !readable(one)) continue
    there.add(one.id)
    chosen.push(one)
  }
  return chosen
}
