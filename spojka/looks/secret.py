"""The secret of an access sheet: letters alone, over a hundred bits, that no keyboard and no hand confuses."""

import secrets

LETTERS = "ABCDEFGHJKLMNPQRSTUVWX"
NAME, LENGTH = 4, 24  # the first letters name the sheet, the whole of it opens


def new() -> str:
    """Return a secret that was never there: 22 letters to the power of 24, of which 20 are told to nobody else."""
    return "".join(secrets.choice(LETTERS) for _place in range(LENGTH))


def read(typed: str) -> str:
    """Return what was typed or scanned as a secret; nothing if it can't be one."""
    plain = "".join(typed.split()).replace("-", "").upper()[: LENGTH + 1]
    return plain if len(plain) == LENGTH and set(plain) <= set(LETTERS) else ""


def grouped(secret: str) -> str:
    """Return a secret as people read it aloud, by fours."""
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
