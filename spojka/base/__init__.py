"""What every row and every rule stands on: ids, the Record, the Refusal, days and how long things are kept.

Ids are UUIDv7, made by whoever writes first, phone or server; they are never used to sort or to date.
Keys that follow from SECRET_KEY are made here alone (keys). Knows no domain.
"""
