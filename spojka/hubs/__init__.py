"""The stand's hub: a laptop on the stand's own Wi-Fi that takes what phones send while headquarters can't be reached.

Terms: hub (rozbočovač) = one laptop with a name and a certificate of its own; box = one item, sealed to headquarters
and signed by the phone; mark = what of an item is counted, sealed for phones of the stand alone; pass = by what the
laptop knows a paired phone.

- The laptop reads nothing and forges nothing: it has neither the key of a box nor that of a phone.
- A phone keeps what it left at the hub until headquarters itself has answered, so a lost laptop loses nothing.
- Headquarters runs each item through its own view as the worker of the phone; the same id twice is one record.
- A box is wiped from the laptop when headquarters has it, marks a day later, all when the hub is revoked.
"""
