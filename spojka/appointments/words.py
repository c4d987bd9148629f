"""The word that somebody says at the door: short, without letters that are taken for others."""

import secrets

LETTERS = "ACDEFHJKLMNPRTUVXY"
FIGURES = "2346789"


def new_word() -> str:
    """Return a word such as `KLM-482`: it opens nothing, it only tells two people of a day apart."""
    pick = secrets.choice
    return "".join(pick(LETTERS) for _ in range(3)) + "-" + "".join(pick(FIGURES) for _ in range(3))
