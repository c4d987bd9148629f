"""Case meetings and case conferences: what for, what the family was told beforehand, what goes wrong elsewhere.

Terms: case meeting (případové setkání) = the family and the close team; case conference (případová konference) = a
wider circle, led by somebody who is not involved; attendee (účastník) = who of the case somebody invited is.

- It is a meeting as any other (`meetings`), held for a case: whoever takes part in the case sees it, a wall closes it.
- What went wrong in practice is said as advice, before and after the meeting; it is never a wall.
- Who may not know somebody of the case reads no name of theirs here either.
"""
