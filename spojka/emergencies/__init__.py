"""What can't wait: somebody in a bad state at the stand.

Terms: card (karta intoxikace) = what was seen and done with one person in an acute intoxication, from a tap to the
handover; entry = one line of it, with its time; check = an entry that says how the person is: the timer starts anew.

- A card knows no client: whose it was is nowhere in it.
- Entries are only added; one that was tapped by mistake is taken back at once, and stays with its trace.
- All is written in the phone first; entries wait there for the card they belong to. While a card runs, a sealed copy
  of it stays there too, so that the timer is right without signal; it goes when the card ends, as drafts go.
- The page says when to call 155, never that nobody need be called.
"""
