// Whose page this is: the user's id, nothing for strangers.
export const who = () => globalThis.document?.body?.dataset.who ?? ""
