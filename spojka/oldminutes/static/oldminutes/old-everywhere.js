// A name that was corrected in one row is corrected in all others of the page by one more press.
import { all, field } from "oldminutes/old-rows.js"

const NAMES = ["speaker", "who"]

export function everywhere(page) {
  const button = page.querySelector("[data-everywhere]")
  const part = name => button.querySelector(`[data-part="${name}"]`)
  let was = ""
  page.form.addEventListener("focusin", ({ target }) => NAMES.includes(target.name) && (was = target.value))
  page.form.addEventListener("change", ({ target }) => {
    if (!NAMES.includes(target.name)) return
    const many = was && target.value && was !== target.value ? holding(page, was).length : 0
    button.hidden = !many
    if (many) for (const [name, said] of Object.entries({ was, is: target.value, many })) part(name).textContent = said
    was = target.value
  })
  button.addEventListener("click", () => {
    for (const one of holding(page, part("was").textContent)) one.value = part("is").textContent
    button.hidden = true
    page.changed()
  })
}

// The fields that hold a name, and headings that are nothing else.
function holding(page, name) {
  const fields = row => [...NAMES, ...(field(row, "kind").value === "heading" ? ["text"] : [])].map(one => field(row, one))
  return all(page.list).flatMap(fields).filter(one => one.value === name)
}
