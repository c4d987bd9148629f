"""Codes from answers. Twin of static/clients/codes.js: both are tested with the same examples, data/examples.json.

A template is a list of parts {"ask": question, "take": letters}. Texts lose diacritics and all but letters and are
filled up with X; numbers keep their last digits and are filled up with 0; an unknown answer is X. The shipped
template is our proposal (reference.md 1.5), not an official rule. A code made of initials and a birth date is
personal data: the space is small enough to be searched, so it is treated like a name.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spojka.base.errors import Refusal

LONGEST = 24
QUESTIONS = {
    "own_first_name": gettext_lazy("own first name"),
    "own_last_name": gettext_lazy("own last name"),
    "mother_first_name": gettext_lazy("mother's first name"),
    "birthplace": gettext_lazy("town of birth"),
    "birth_day": gettext_lazy("day of birth (1–31)"),
    "birth_month": gettext_lazy("month of birth (1–12)"),
    "birth_year": gettext_lazy("year of birth"),
    "sex": gettext_lazy("sex (M, F, or X)"),
}
NUMBERS = {"birth_day", "birth_month", "birth_year"}


class BadTemplate(Refusal):
    """The template can't make codes."""


class BadCode(Refusal):
    """What was typed is no code."""


@cache
def shipped() -> tuple[dict[str, Any], ...]:
    """Return the parts of the shipped template."""
    with (Path(__file__).parent / "data/code_template.toml").open("rb") as opened:
        return tuple(tomllib.load(opened)["parts"])


def compute(parts: Iterable[Mapping[str, Any]], answers: Mapping[str, str]) -> str:
    """Return the code that the template makes of the answers. Nothing of them is kept."""
    return "".join(_piece(str(part["ask"]), int(part["take"]), answers.get(str(part["ask"]), "")) for part in parts)


def normalised(code: str) -> str:
    """Return a typed code as it is stored: no diacritics, capitals, single spaces, letters, digits and - . only."""
    plain = _plain(code).upper()
    plain = re.sub(r"\s+", " ", plain).strip()
    if not plain or len(plain) > LONGEST or not re.fullmatch(r"[A-Z0-9 .\-]+", plain):
        raise BadCode(
            _("A code has letters, digits, spaces, dots and hyphens, %(most)s at most.") % {"most": LONGEST},
            field="code",
        )
    return plain


def with_suffix(code: str, taken: set[str]) -> str:
    """Return the code with the first free suffix, -2, -3 and on; itself while nobody has it."""
    if code not in taken:
        return code
    number = next(n for n in range(2, len(taken) + 3) if f"{code}-{n}" not in taken)
    return normalised(f"{code}-{number}")  # with the suffix it may be too long


def base(code: str) -> str:
    """Return a code without the suffix that tells people with the same answers apart."""
    stem, hyphen, number = code.rpartition("-")
    return stem if hyphen and stem and number.isdigit() else code


def check(parts: Sequence[Mapping[str, Any]]) -> None:
    """Raise BadTemplate unless the parts ask known questions, each once, and make 4 to 20 characters."""
    asked = [part.get("ask") for part in parts]
    if len(set(asked)) != len(asked) or not set(asked) <= set(QUESTIONS):
        raise BadTemplate(_("Each question can be asked once."), field="parts")
    if not all(isinstance(part.get("take"), int) and 1 <= part["take"] <= 6 for part in parts):
        raise BadTemplate(_("Take 1 to 6 characters of an answer."), field="parts")
    if not 4 <= sum(part["take"] for part in parts) <= 20:
        raise BadTemplate(_("A code has 4 to 20 characters."), field="parts")


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _piece(question: str, take: int, answer: str) -> str:
    if question in NUMBERS:
        digits = re.sub(r"[^0-9]", "", answer)
        return digits[-take:].rjust(take, "0") if digits else "X" * take
    letters = re.sub(r"[^A-Z]", "", _plain(answer).upper())
    return letters[:take].ljust(take, "X")
