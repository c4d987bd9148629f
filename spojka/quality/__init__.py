"""What is missing or improbable in the records, with a way to mend it, before a number leaves the house.

Terms: check = one question to the records, of one severity; finding = a row that a check stops at; accepted = somebody
looked at a finding and it is true; state = what of the row was looked at: changed, it is found anew.

- A check never changes a record: it leads to the page where the record is mended.
- A worker sees findings in their own records, who oversees quality those of their services; nobody else any.
- No list is counted to its end: newest fifty, and whether there are more.
- Thresholds are dated and our proposal (data/limits.toml).
"""
