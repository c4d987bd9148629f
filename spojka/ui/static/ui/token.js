// Signing in changes the token of forms, and a page may be older than that: each send carries the cookie's own.

export function read(name, cookies = document.cookie) {
  const found = cookies.split("; ").find(one => one.startsWith(`${name}=`))
  return found ? decodeURIComponent(found.slice(name.length + 1)) : ""
}

function refresh(form) {
  const field = form.elements.namedItem("csrfmiddlewaretoken")
  const now = read("csrftoken")
  if (field && now) field.value = now
}

if (globalThis.document) {
  addEventListener("submit", event => refresh(event.target), true) // before anybody collects the fields
  document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
    const now = read("csrftoken")
    if (now && ctx.request.method !== "GET") ctx.request.headers["X-CSRFToken"] = now
  })
}
