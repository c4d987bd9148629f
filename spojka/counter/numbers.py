"""Numbers of cards: letters alone, so that a scanner types them alike whatever keyboard the computer believes in.

Digits, Y and Z come out otherwise on a Czech keyboard; I and O look like digits.
"""

import secrets

LETTERS = "ABCDEFGHJKLMNPQRSTUVWX"
LENGTH = 16  # over seventy bits: nobody guesses one


def new() -> str:
    """Return a number that was never there."""
    return "".join(secrets.choice(LETTERS) for _place in range(LENGTH))


def read(typed: str) -> str:
    """Return what was typed or scanned as the number of a card; nothing if it can't be one."""
    plain = "".join(typed.split()).replace("-", "").upper()
    return plain if len(plain) == LENGTH and set(plain) <= set(LETTERS) else ""


def grouped(number: str) -> str:
    """Return a number as people read it aloud, by fours."""
    return " ".join(number[at : at + 4] for at in range(0, LENGTH, 4))
