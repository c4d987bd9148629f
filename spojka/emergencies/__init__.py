"""What can't wait: somebody in a bad state, an extraordinary event, a call for help.

Terms: card (karta intoxikace) = what was seen and done with one person; entry = one line of it; check = an entry that
says how the person is: the timer starts anew; incident (mimořádná událost) = a needle-stick, an attack, a fire …;
alert = somebody was called to help.

- Neither knows a client. Who of the workers was hurt is seen by the head and by themselves alone.
- Entries are only added; one tapped by mistake is taken back at once, and stays with its trace. A signed incident
  stays as it was: what comes later is marked as an addition.
- All is written in the phone first; entries wait there for what they belong to. While it runs, a sealed copy stays
  there too, so that the timer is right without signal; it goes when it ends, as drafts go.
- The page says when to call 155, never that nobody need be called; first steps tell that nobody verified them.
"""
