"""The paper of what is asked of one person: large type, pictograms, in Czech, Ukrainian or easy Czech."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import override

from spojka.ui import paper
from spojka.ui.icons import SPRITE

from .asking import Ask, Asks

ROOM = Path(__file__).parent
PICTURES = ("calendar", "clock", "map-pin", "user", "alert-triangle", "list-check")


@cache
def tongues() -> dict[str, dict[str, str]]:
    """Return what the paper says, in each of its languages."""
    return tomllib.loads((ROOM / "data/asks.toml").read_text())


def asks(asked: Asks, tongue: str, *, organisation: str) -> bytes:
    """Return the paper."""
    return paper.pdf(ROOM / "typst/asks.typ", asks_data(asked, tongue, organisation))


def asks_data(asked: Asks, tongue: str, organisation: str) -> dict[str, Any]:
    """Return all that stands on the paper: what is asked day by day, as it was written, in the words of a language."""
    words = tongues()[tongue]
    language = "uk" if tongue == "uk" else "cs"
    with override(language):
        days = [_said(one, asked, words, tongue == "easy") for one in asked.all]
    return {
        "language": language,
        "title": words["title"],
        "organisation": organisation,
        "days": days,
        "words": words,
        "foot": words["foot"] + organisation,
        "pictures": {name: _picture(name) for name in PICTURES},
    }


def _said(one: Ask, asked: Asks, words: dict[str, str], is_easy: bool) -> dict[str, Any]:
    hour = f"{one.starts:%H:%M}" if one.starts else ""
    span = f"{hour}–{one.ends:%H:%M}" if one.ends and not is_easy else hour
    who = f"{words['who']}: {one.who}" if one.duty else words["plan"]
    return {
        "day": date_format(one.on, "l j. E"),
        "hour": f"{words['at']} {span}" if span else "",
        "what": one.what,
        "where": ", ".join(part for part in (one.place, one.town) if part),
        "who": who,
        "clash": any(one in (clash.one, clash.other) for clash in asked.clashes),
        "late": one.is_late,
    }


@cache
def _picture(name: str) -> str:
    """Return one icon of the sprite as a picture of its own."""
    found = re.search(rf'<symbol id="{name}" viewBox="([^"]+)">(.*?)</symbol>', SPRITE.read_text(), re.DOTALL)
    assert found is not None
    drawn = 'fill="none" stroke="#6b2459" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{found[1]}" {drawn}>{found[2]}</svg>'
