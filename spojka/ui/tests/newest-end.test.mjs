import assert from "node:assert/strict"
import { test } from "node:test"
import { NewestEnd } from "ui/newest-end.js"

test("a wide table opens at its newest end", () => {
  const box = { scrollLeft: 0, scrollWidth: 640 }
  const end = Object.assign(new NewestEnd(), { querySelector: () => box })

  end.connectedCallback()

  assert.equal(box.scrollLeft, 640)
})

test("a page without a table is left as it is", () => {
  Object.assign(new NewestEnd(), { querySelector: () => null }).connectedCallback()
})
