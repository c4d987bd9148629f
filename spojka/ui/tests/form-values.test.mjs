import assert from "node:assert/strict"
import { test } from "node:test"
import { describe } from "ui/form-values.js"

const text = words => ({ textContent: words })

function counted(heading, label, value) {
  const tile = {
    closest: () => ({ querySelector: () => text(heading) }),
    querySelector: () => ({ firstChild: text(label) }),
  }
  return { tile, name: "n", type: "number", value, hasAttribute: () => false, closest: () => tile }
}

const form = inputs => ({ elements: inputs, querySelectorAll: () => inputs.map(one => one.tile) })

test("what came back is told from what was given, where both are the same thing", () => {
  const given = [counted("Vydáno", "Stříkačka 1", "5"), counted("Vydáno", "Voda", "3")]
  const back = [counted("Přijato", "Stříkačka 1", "3"), counted("Přijato", "Jehla", "2")]

  assert.equal(describe(form([...given, ...back])), "5× Stříkačka 1, 3× Voda, Přijato: 3× Stříkačka 1, 2× Jehla")
})

test("it is told also if nothing was given", () => {
  const inputs = [counted("Vydáno", "Stříkačka 1", "0"), counted("Přijato", "Stříkačka 1", "3")]

  assert.equal(describe(form(inputs)), "Přijato: 3× Stříkačka 1")
})
