// Goes on by itself: calls `next` after a while, shows how long it will take, and keeps the screen awake meanwhile.
const still = matchMedia("(prefers-reduced-motion: reduce)")

export class Loop {
  constructor(bar, next) {
    Object.assign(this, { bar, next, running: !still.matches })
  }

  run(on) {
    this.running = on
    if (on) navigator.wakeLock?.request("screen").catch(() => {}) // a stand's screen should not fall asleep
  }

  wait(ms) {
    clearTimeout(this.timer)
    this.drawn?.cancel()
    if (!this.running) return
    this.timer = setTimeout(this.next, ms)
    if (!still.matches) this.drawn = this.bar.animate([{ transform: "scaleX(0)" }, { transform: "scaleX(1)" }], ms)
  }
}
