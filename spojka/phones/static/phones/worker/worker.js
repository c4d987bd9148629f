// The service worker: keeps the empty pages of running shifts so that they open without network, and holds the phone's
// key in its memory while it lives. It keeps what the server lists for this worker and nothing else, never a client's page.

const LIST = "/phone/pages/"
const HOME = "/phone/"
const FRESH = 10 * 60_000 // ms that a page is not asked for again, unless the list of pages is another one
const prefix = who => `field-${who}-`
let held = null // { who, key }

self.addEventListener("install", () => self.skipWaiting())
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()))

const nameOf = ({ who, release }) => `${prefix(who)}${release}`
const ours = async () => (await caches.keys()).filter(name => name.startsWith("field-"))
const drop = async test => Promise.all((await ours()).filter(test).map(name => caches.delete(name)))

async function add(cache, path, release) {
  const answer = await fetch(path)
  if (answer.ok && !answer.redirected && answer.headers.get("X-Release") === release) await cache.put(path, answer)
  return answer.ok && !answer.redirected
}

async function isFresh(cache, path) {
  const lies = await cache.match(path, { ignoreVary: true })
  return lies && Date.now() - new Date(lies.headers.get("Date")).getTime() < FRESH
}

// New ones first: a renewed page may lead to them, and the signal may be lost in between.
const order = (pages, lies) => [...pages].sort((one, other) => lies.has(one) - lies.has(other))

// Fetch all that is listed; a new release comes whole, beside the old one, before it takes its place.
async function prepare(who) {
  const answer = await fetch(LIST, { headers: { Accept: "application/json" } })
  if (!answer.ok || answer.redirected) return { kind: "unprepared", status: answer.status }
  const text = await answer.text()
  const list = JSON.parse(text)
  if (list.who !== who) return { kind: "unprepared", status: 409 }
  const cache = await caches.open(nameOf(list))
  const lies = new Set((await cache.keys()).map(request => new URL(request.url).pathname))
  await cache.addAll(list.assets.filter(path => !lies.has(path)))
  const same = (await (await cache.match(LIST))?.text()) === text
  for (const path of order(list.pages, lies)) if (!same || !(await isFresh(cache, path))) await add(cache, path, list.release)
  for (const path of lies) if (path !== LIST && !list.pages.includes(path) && !list.assets.includes(path)) await cache.delete(path)
  await cache.put(LIST, new Response(text)) // last: who was cut off in between renews all again
  await drop(name => name !== nameOf(list))
  return { kind: "prepared", pages: list.pages.length, at: Date.now() }
}

const turns = {
  prepare: async ({ who }) => prepare(who).catch(() => ({ kind: "unprepared", status: 0 })),
  hold: async ({ who, key }) => void (held = { who, key }),
  held: async ({ who }) => (held?.who === who ? held : {}),
  drop: async () => void (held = null),
  forget: async () => void ((held = null), await drop(() => true), await self.registration.unregister()),
  leave: async () => void ((held = null), await drop(() => true)),
  here: async ({ who }) => void (await drop(name => !name.startsWith(prefix(who)))),
}

self.addEventListener("message", event => {
  const turn = turns[event.data?.kind]
  if (!turn) return
  event.waitUntil(
    turn(event.data).then(answer => {
      if (event.ports[0]) event.ports[0].postMessage(answer ?? {})
      else if (answer) event.source?.postMessage(answer)
    })
  )
})

self.addEventListener("fetch", event => {
  const url = new URL(event.request.url)
  if (event.request.method !== "GET" || url.origin !== location.origin) return
  if (event.request.mode === "navigate") event.respondWith(page(event.request, url))
  else if (url.pathname.startsWith("/static/")) event.respondWith(kept(url.pathname).then(found => found ?? fetch(event.request)))
})

const kept = path => caches.match(path, { ignoreVary: true })

async function page(request, url) {
  const found = await kept(url.pathname)
  if (found) return found
  return fetch(request).catch(async fault => (await kept(HOME)) ?? Promise.reject(fault))
}
