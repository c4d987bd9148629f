// One envelope to the server and its answer. What it holds is much alike, so it is packed. It says whose items they are:
// somebody else may have signed in meanwhile in another tab.
import { name } from "ui/phone.js"
import { read as cookie } from "ui/token.js"
import { who } from "ui/who.js"

const SEND = "/phone/send/"
const PATIENCE = 30_000 // ms

async function packed(text) {
  if (!globalThis.CompressionStream) return { body: text, headers: {} }
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"))
  return { body: await new Response(stream).arrayBuffer(), headers: { "Content-Encoding": "gzip" } }
}

// Return the status (0: nobody answered), whether the server is well, and the answers for the items.
export async function post(items, { waiting, mend, oldest }) {
  const said = { sent_at: new Date().toISOString(), waiting: waiting - items.length, mend, oldest: oldest && new Date(oldest).toISOString(), items }
  const { body, headers } = await packed(JSON.stringify(said))
  const asked = { ...headers, "Content-Type": "application/json", Accept: "application/json", "X-CSRFToken": cookie("csrftoken"), "X-Phone": name() ?? "", "X-Who": who() }
  try {
    const answer = await fetch(SEND, { method: "POST", headers: asked, body, signal: AbortSignal.timeout(PATIENCE) })
    const healthy = answer.status < 500 || (await isWell())
    return { status: answer.status, healthy, items: answer.status === 200 ? (await answer.json()).items : null }
  } catch { return { status: 0 } }
}

const asks = path => fetch(path, { signal: AbortSignal.timeout(5_000) }).then(one => one.ok && !one.redirected, () => false)
const isWell = () => asks("/healthz")
export const renew = () => asks("/phone/token/")
