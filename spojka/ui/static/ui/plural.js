// Words beside a number, as the page's language has them: data-one, data-few, data-other on the element.

export function plural(words, n, lang = document.documentElement.lang) {
  const kind = new Intl.PluralRules(lang).select(n)
  return (words[kind] ?? words.other).replace("#", new Intl.NumberFormat(lang).format(n))
}

// How long ago, in words: minutes, hours, days.
export function ago(at, now = Date.now(), lang = document.documentElement.lang) {
  const minutes = Math.max(0, Math.round((now - at) / 60_000))
  const [n, unit] = minutes < 120 ? [minutes, "minute"] : minutes < 2880 ? [Math.round(minutes / 60), "hour"] : [Math.round(minutes / 1440), "day"]
  return new Intl.NumberFormat(lang, { style: "unit", unit, unitDisplay: "short" }).format(n)
}
