// One form of the counter on its way, when the computer is not set up as a phone: the same sending as any page makes.
import { whole } from "ui/form-values.js"
import { read } from "ui/token.js"
import { who } from "ui/who.js"
import { verdict } from "counter/exchange.js"

const NO_PAGE = { Prefer: "return=minimal", Accept: "application/json" } // just whether it was taken, and if not, why

export async function post(url, fields, headers = NO_PAGE) {
  const said = { method: "POST", body: new URLSearchParams(fields), redirect: "manual" }
  return fetch(url, { ...said, headers: { ...headers, "X-CSRFToken": read("csrftoken"), "X-Who": who() } }).catch(() => null)
}

// Says what became of it: saved, refused with the errors of its fields and what they lead to, offline, signed-out or fault.
export async function send(form) {
  const answer = await post(form.action, whole(form))
  if (!answer) return { became: "offline", codes: [] }
  const became = verdict(answer.status)
  const { errors = {}, codes = [] } = became === "refused" ? await answer.json() : {}
  return { became, errors, codes }
}
