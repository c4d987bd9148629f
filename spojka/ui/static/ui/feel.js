// What one feels or hears when something was saved: a short buzz, a short tone, or nothing. Kept in this phone alone.
// Both go through the phone's own settings, so a muted phone stays silent.
const KEY = "feel"
export const WAYS = ["buzz", "tone", "nothing"]
let sound

export const chosen = () => (WAYS.includes(globalThis.localStorage?.getItem(KEY)) ? localStorage.getItem(KEY) : "buzz")
export const choose = way => localStorage.setItem(KEY, way)

// Tones of so many milliseconds one after another. A page may sound only after it was touched.
export function tone(lengths, pitch = 880) {
  const Context = globalThis.AudioContext ?? globalThis.webkitAudioContext
  if (!Context) return
  sound ??= new Context()
  sound.resume?.().catch(() => null)
  let [at, last] = [sound.currentTime, null]
  for (const ms of lengths) {
    const [voice, volume] = [sound.createOscillator(), sound.createGain()]
    voice.frequency.value = pitch
    volume.gain.value = 0.4
    voice.connect(volume).connect(sound.destination)
    voice.start(at)
    voice.stop((at += ms / 1000))
    at += 0.1
    last = voice
  }
  last.onended = () => sound.suspend().catch(() => null) // silence that is played costs battery too
}

export const buzz = lengths => navigator.userActivation?.hasBeenActive !== false && navigator.vibrate?.(lengths)

export function saved() {
  const way = chosen()
  if (way === "buzz") buzz(40)
  if (way === "tone") tone([90])
}
