// The screen that goes off takes a timer with it on most phones, so it is kept on while one is wanted and looked at.
export const canStayAwake = Boolean(globalThis.navigator?.wakeLock)
let lock

export async function stayAwake(wanted) {
  const on = canStayAwake && wanted && document.visibilityState === "visible"
  if (on && (!lock || lock.released)) lock = await navigator.wakeLock.request("screen").catch(() => null)
  if (!on && lock) lock = void (await lock.release().catch(() => null))
}
