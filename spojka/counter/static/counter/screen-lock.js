// Hides the whole screen at once from who stands by; the same key shows it again.

export class ScreenLock {
  constructor(dialog, title, then) {
    const before = document.title
    Object.assign(this, { dialog, title })
    dialog.addEventListener("close", () => {
      document.title = before
      then()
    })
  }

  get isOn() {
    return this.dialog.open
  }

  turn() {
    if (this.isOn) return this.dialog.close()
    document.title = this.title
    this.dialog.showModal()
  }
}
