"""Stock: what material lies where, what came and went, and when it expires.

Terms: item = a code of the list `material`; location = the store, a van, a stand, a backpack; movement = delivery,
issue, return or loss; taking = a stock-taking; count = what was really there of one item; batch = its number and day.

- Nothing is typed twice: hand-outs are those of the contacts of shifts that draw from a location (encounters.Handout).
- The balance is the last count with all that moved since, by when it happened. So a contact that a phone sends late
  changes what a count before it should have found, never what it found.
- A hand-out beyond the stock is kept; a balance below nought is a difference to settle, by a count or a delivery.
- Movements are only added; one taken back stays, with a counter-entry that names it.
- Which batch went is a view of ours, first expiring first; closed sums hold while no day of theirs is marked (sums).
"""
