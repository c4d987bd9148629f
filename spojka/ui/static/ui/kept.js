// What lies in this phone: vaults (one for each worker), items that wait to be sent, drafts. All texts are sealed.
import { deleteDB, openDB } from "ui/vendor/idb.js"

const NAME = "spojka"
const STRICT = { durability: "strict" } // said to be kept only when it lies on the disk
let opening

function upgrade(db) {
  db.createObjectStore("vaults", { keyPath: "who" })
  db.createObjectStore("items", { keyPath: "order", autoIncrement: true }).createIndex("id", "id", { unique: true })
  db.createObjectStore("drafts", { keyPath: "key" })
}

const gone = () => (opening = undefined)
const blocking = (now, next, event) => (event.target.close(), gone())
const db = () => (opening ??= openDB(NAME, 1, { upgrade, blocking, terminated: gone }))

export const get = async (store, key) => (await db()).get(store, key)
export const all = async store => (await db()).getAll(store)
export const itemOf = async id => (await db()).getFromIndex("items", "id", id)

// Write one row, or several stores' rows at once: all or nothing.
export async function put(store, row) {
  const work = (await db()).transaction(store, "readwrite", STRICT)
  const [key] = await Promise.all([work.store.put(row), work.done])
  return key
}

// Write a new row; fails when there is one: what another tab has set up stays.
export const add = async (store, row) => (await db()).add(store, row)

// Write an item only beside the lock that opens it: another tab may have wiped this phone meanwhile.
export async function putLocked(item) {
  const work = (await db()).transaction(["vaults", "items"], "readwrite", STRICT)
  const lies = await work.objectStore("vaults").get(item.who)
  if (lies) work.objectStore("items").put(item)
  await work.done
  if (!lies) throw new Error("wiped")
}

// Change items, or take them away (null), if they still are as `test` wants; return how many were.
export async function amend(items, change, test = () => true) {
  const work = (await db()).transaction("items", "readwrite", STRICT)
  const lie = await Promise.all(items.map(item => work.store.get(item.order)))
  const found = lie.filter((row, at) => row && test(row, items[at]))
  for (const row of found) change ? work.store.put({ ...row, ...change }) : work.store.delete(row.order)
  await work.done
  return found.length
}

// Take rows away, all at once: each sentence to the disk costs as much as a hundred.
export async function remove(store, ...keys) {
  const work = (await db()).transaction(store, "readwrite", STRICT)
  await Promise.all([...keys.map(key => work.store.delete(key)), work.done])
}

// All of one worker's goes, the others' stays; the last one takes the whole store away.
export async function wipe(who) {
  const open = await db()
  const work = open.transaction(["vaults", "items", "drafts"], "readwrite", STRICT)
  const [vaults, items, drafts] = ["vaults", "items", "drafts"].map(name => work.objectStore(name))
  const [all, waiting, typed] = await Promise.all([vaults.getAllKeys(), items.getAll(), drafts.getAllKeys()])
  vaults.delete(who)
  for (const item of waiting) if (item.who === who) items.delete(item.order)
  for (const key of typed) if (key.startsWith(`draft:${who}:`)) drafts.delete(key)
  await work.done
  if (all.every(one => one === who)) await (open.close(), (opening = undefined), deleteDB(NAME))
}
