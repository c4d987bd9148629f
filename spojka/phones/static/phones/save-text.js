// Keep one record in a file on this phone, in plain words: for when it can't be sent at all.

export function plainOf({ label, fields }, { at, url }) {
  return [new Date(at).toISOString(), url, label, "", ...fields.filter(([, value]) => value).map(([name, value]) => `${name}: ${value}`), ""].join("\n")
}

export function saveText(name, text, item) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(new Blob([plainOf(text, item)], { type: "text/plain" }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
