"""Finding by a few words over what one may see. It knows no domain: packages register what is found.

Terms: form = a word without its Czech ending and diacritics; words = the column of a row that holds its forms, beside
what they come from and under the same rights; source = one kind of things that is found, registered by the package
that has them in its `findable.py`; hit = one line of an answer; asked = what somebody typed, taken apart.

- The index proposes, `allowed` decides: no row, count or suggestion comes by another way.
- Private text (a note that stays in its service) is found by those who own the row alone.
- The query is sent in the body and kept nowhere: not in an address, a log, the audit or the session.
- Words change with their row, in its transaction: what was voided or erased is not found any more.
"""
