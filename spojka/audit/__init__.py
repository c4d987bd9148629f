"""Who did or read what. Append-only.

An Entry is one deed (written in the deed's own transaction) or one page that was read (written after the page
is made and before it is sent). The ids that a page showed stand in Seen, so that 'who has seen this?' is an
indexed question. Names of things only: never a value, never a network address, no foreign keys.
"""
