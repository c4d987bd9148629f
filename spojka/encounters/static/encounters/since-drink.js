// How many minutes ago the last drink was: typed minutes, else a typed time of the day, else the chip.

const DAY = 1440

// Minutes from a time of the clock to `at` (ms), over midnight too: what has not come yet was yesterday.
export function minutesFrom(clock, at) {
  const [hours, minutes] = clock.split(":").map(Number)
  const now = new Date(at)
  return (now.getHours() * 60 + now.getMinutes() - hours * 60 - minutes + DAY) % DAY
}

export function minutesSince({ since_minutes: minutes, since_at: clock, since_drink: chip }, at) {
  if (minutes.value.trim()) return Number(minutes.value)
  if (clock.value) return minutesFrom(clock.value, at)
  return chip.value === "" ? null : Number(chip.value)
}
