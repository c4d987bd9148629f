import assert from "node:assert/strict"
import { test } from "node:test"
import { bytes, text } from "../static/members/pass-key.js"

test("what a passkey says survives the way to the server and back", () => {
  const said = Uint8Array.from([251, 255, 0, 1, 62]).buffer
  assert.equal(text(said), "-_8AAT4")
  assert.deepEqual(new Uint8Array(bytes(text(said))), new Uint8Array(said))
})
