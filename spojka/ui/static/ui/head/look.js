// Sets the look before the first paint; a classic script in the head, so nothing flashes in the dark.
(() => {
  const looks = ["light", "dark", "night"]
  const root = document.documentElement
  const kept = () => { try { return localStorage.getItem("look") } catch { return null } }
  const isDark = matchMedia("(prefers-color-scheme: dark)")
  const wished = () => (isDark.matches ? "dark" : "light")
  const now = () => (looks.includes(kept()) ? kept() : wished())

  function show(look) {
    root.dataset.bsTheme = look === "light" ? "light" : "dark"
    if (look === "night") root.dataset.light = "red"
    else delete root.dataset.light
  }

  show(now())
  addEventListener("storage", () => show(now()))
  isDark.addEventListener("change", () => show(now())) // at dusk the device changes, the page stays open
  addEventListener("click", event => {
    if (!event.target.closest?.("[data-next-look]")) return
    const next = looks[(looks.indexOf(now()) + 1) % looks.length]
    try { localStorage.setItem("look", next) } catch { /* private mode: it lasts for this page */ }
    show(next)
  })
})()
