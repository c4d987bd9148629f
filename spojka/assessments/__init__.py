"""What is known of a client, written with them piece by piece: entry form, basic assessment, evaluation of a child.

Terms: form (formulář) = one of the three; section (oddíl) = a part of it that is saved on its own and tells one kind
of information; part (AssessmentPart) = one version of a section; ecomap (ekomapa) = who is around the client, drawn.

- Nothing is overwritten: each save adds a version that says which one it was written after. Two that were written
  after the same one, or came together when clients were merged, are shown field by field until somebody joins them.
- A section tells one kind, so a consent that names the kind opens just those sections.
- Everything may be left empty, and "does not want to say" is an answer. No names: who it is lies in `identities`.
- All words lie sealed, search never sees them; while an address is secret, nothing of this leaves the service.
"""
