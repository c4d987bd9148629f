// Talks with the service worker, which keeps pages and, while it lives, the phone's key (phones/worker/worker.js).

const worker = () => globalThis.navigator?.serviceWorker?.controller

export const tell = message => worker()?.postMessage(message)

// Ask, and wait for the answer a second at most; null when there is nobody to ask.
export function ask(message) {
  return new Promise(resolve => {
    if (!worker()) return resolve(null)
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = event => resolve(event.data)
    worker().postMessage(message, [port2])
    setTimeout(resolve, 1000, null)
  })
}
