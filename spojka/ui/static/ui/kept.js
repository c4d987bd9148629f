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

const db = () => (opening ??= openDB(NAME, 1, { upgrade, blocking: (now, next, event) => event.target.close() }))

export const get = async (store, key) => (await db()).get(store, key)
export const all = async store => (await db()).getAll(store)
export const itemOf = async id => (await db()).getFromIndex("items", "id", id)

// Write one row, or several stores' rows at once: all or nothing.
export async function put(store, row) {
  const work = (await db()).transaction(store, "readwrite", STRICT)
  const [key] = await Promise.all([work.store.put(row), work.done])
  return key
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
