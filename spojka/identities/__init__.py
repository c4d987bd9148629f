"""Who a client is, apart from the record: names lie sealed under a key outside the database.

Terms: identity = a client's surname, first name, day of birth and phone, as one sealed text; mark = a keyed hash of
one of them, by which it is found again when it is typed whole (of a surname its first three letters too).

- Nothing else tells a name: no search words, no log, no address, no draft, no file of figures. A test reads them all.
- Marks are keyed by service: the same name in two services has two marks, so neither tells of the other.
- Only key workers and heads of the service see a name, one client at a time or those that were asked for by name.
- Erased is erased: the sealed text and the marks go, that there was an identity and who erased it stays.
"""
