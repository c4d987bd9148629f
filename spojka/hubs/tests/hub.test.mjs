import assert from "node:assert/strict"
import { test } from "node:test"
import { boxOf, markKey, newKey, openMark, sealMark, text64 } from "../static/hubs/box.js"
import { choose, heldAt, isHeld } from "../static/hubs/choosing.js"
import { markOf, sumOf } from "../static/hubs/marks.js"
import { make, unseal } from "ui/vault.js"

const hub = { id: "h", house: "podchod" }
const item = (id, more = {}) => ({ id, state: "waiting", after: "", url: "/podchod/x/", sealed: { iv: [1] }, ...more })
const ids = (all, readable = () => true) => choose(all, hub, readable).map(one => one.id)
const NEW = "/podchod/shifts/x/encounters/new/"

test("an item is left once, and again when its text was mended", () => {
  const held = { ...item("a"), ...heldAt(item("a"), hub, 1) }
  assert.deepEqual(ids([held, item("b")]), ["b"])
  assert.deepEqual(ids([{ ...held, sealed: { iv: [2] } }]), ["a"])
  assert.equal(isHeld(held, { id: "another" }), false)
})

test("what builds on another goes after it; what is refused, sealed or of another house does not go", () => {
  assert.deepEqual(ids([item("a"), item("b", { after: "a" })]), ["a", "b"])
  assert.deepEqual(ids([item("b", { after: "a" }), item("a", { state: "refused" })]), [])
  assert.deepEqual(ids([item("c", { after: "delivered" })]), ["c"])
  assert.deepEqual(ids([item("a", { url: "/jinde/x/" }), item("b", { url: "/podchod2/x/" })]), [])
  assert.deepEqual(ids([item("a")], () => false), [])
})

test("sums count each id once, and not what was taken back", () => {
  const marks = [["a", markOf(NEW, [["side", "anonymous"]])], ["a", { kind: "contact", n: 1 }], ["b", markOf(NEW, [["materials-water", "2"], ["materials-leaflet", ""]])]]
  const tally = ["c", markOf(NEW, [["side", "tally"], ["people", "37"], ["materials-water", "30"]])]
  const id = "01a22160-c66f-76b9-914d-52d1254e5759"
  const undone = [[id, { kind: "contact", n: 1 }], ["d", markOf(`/podchod/encounters/${id}/undo/`, [])]]
  assert.deepEqual(sumOf([...marks, tally, ...undone, ["e", markOf("/podchod/shifts/x/cards/entries/", [])]]), { contact: 2, tally: 37, materials: { water: 32 } })
})

test("a mark holds nothing that was written", () => {
  assert.deepEqual(markOf(NEW, [["side", "code"], ["code", "MOL 91 T"], ["note", "x"]]), { kind: "contact", n: 1, materials: {} })
})

test("a box opens with the hub's key alone; its mark with the stand's key, for its own item", async () => {
  const { slot, key } = await make("274913", 1000)
  const signing = await newKey()
  const { body } = await boxOf({ id: "h", slot: text64(slot), key: signing.key }, "p", "i", { url: "/x/" })
  const { from, iv, box } = JSON.parse(body)
  const raw = text => Uint8Array.from(Buffer.from(text, "base64"))
  const parts = { from: raw(from), iv: raw(iv), box: raw(box) }
  assert.equal(await unseal(key, "h:p:i", parts), '{"url":"/x/"}')
  await assert.rejects(unseal(key, "h:p:another", parts))
  await assert.rejects(crypto.subtle.exportKey("pkcs8", signing.key))

  const stand = await markKey(text64(new Uint8Array(32)))
  const mark = await sealMark(stand, "i", { kind: "contact", n: 1 })
  assert.deepEqual(await openMark(stand, "i", mark), { kind: "contact", n: 1 })
  await assert.rejects(openMark(stand, "another", mark))
})
