"""Meetings, once for all users: series, invitations, attendance, agenda, minutes, and what comes back until answered.

Terms: series (řada setkání) = meetings by a rule; planned date = a day that the rule gives; meeting (setkání) = one
that was called, on that day or moved; invited (pozvaný) = a member, or anybody by name, house and e-mail; line (řádek
zápisu) = one thing that was said, of one kind; matter (úkol, otázka) = a line that waits for an answer; held for =
what the meeting is about (a case, a group: packages above register in `beside`), or only its own service.

- A planned date that hits a holiday is offered for moving; none is left out by itself, none is counted away.
- A line is never overwritten by another writer: of two wordings that began from one, both stand until joined.
- Minutes are locked once; what comes later is an amendment. A matter may be answered at any time.
- Letters and calendars name no case, no title and no person but the one who reads them.
"""
