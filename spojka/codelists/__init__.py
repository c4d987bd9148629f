"""Dated code lists: acts, materials, themes, substances, grounds … and what each service sets differently.

Entry = one shipped item of a list on its dates, read from data/*.toml by `load`; shared by all, its steward is
the release of Spojka, nobody edits it on a screen. OwnEntry = what one service sets differently from a day on,
or an item it adds; owned, append-only, the last one counts. Encounters store codes (strings).

Read through `catalogue`: `catalogue(service, on)` gives all lists at once in two queries and keeps nothing
between calls; `names(list)` also knows codes that are no longer valid. Invariants: codes are unique in a list
on any day; nothing is deleted; how sure an item is (sureness) is always shown, a proposal is never official.
"""
