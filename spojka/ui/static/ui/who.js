// Whose page this is (the user's id, nothing for strangers), and whether this phone is set up for them.
export const who = () => globalThis.document?.body?.dataset.who ?? ""
export const nameOf = user => `phone:${user}`
export const LATER = "phone-later" // the worker does not want to set it up now
export const isSetUp = () => Boolean(who() && globalThis.localStorage?.getItem(nameOf(who())))
