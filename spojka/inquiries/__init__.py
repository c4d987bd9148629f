"""Asking another organisation about a client: for information or for an action, with reason, answer and result.

Terms: inquiry (žádost o součinnost) = what one service asks of another; ground = the recipient of a consent, or a
telling without consent, by which the other one may know of the client at all; answer = what came back; result = what
the asking service made of it.

- An inquiry goes to whom its ground names and tells only kinds that the ground opens: asking tells nothing new.
- The other side sees it by a grant of its own that stands on the ground's: both end in the same moment.
- Whoever answers says on which ground they tell; "we can't" needs no word of whether the client is known there.
- What was answered stays with who asked, as a letter would.
"""
