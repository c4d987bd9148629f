"""Advice on the quality of a plan while it is written: hints beside the fields, never a wall."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from spojka.search.stems import fold

LONG = 20  # words of a sentence
STOPS = re.compile(  # what only says what to stop, as people write it in plans
    r"\b(prestat\w*|prestan\w*|skoncit s|skonci s|nebrat|nebere|neberu|neuziva\w*|neuzij\w*|omezi\w*|omezova\w*"
    r"|nechodi\w*|nepi[tj]\w*|nekouri\w*|nepropada\w*|nekrad\w*|nehraj?\w*|vyhnout se|vyhyba\w*|nedelat|nedela"
    r"|nelha\w*|nebi[tj]\w*|neodchaz\w*|nezanedbav\w*|nedluz\w*|nesmi)\b"
)
SENTENCE = re.compile(r"[.!?…]+\s|\n+")
WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Hint:
    """One hint, at a field."""

    field: str
    code: str
    text: str


def of_part(
    kind: str, texts: Mapping[str, str], *, term: date | None, owner: str = "", today: date | None = None
) -> list[Hint]:
    """Return what could be better in one part; `today` where it is still to be done: no term should be past."""
    find = {"head": _of_head, "goal": _of_goal, "step": _of_step}[kind]
    found = list(find(texts, _when(term, today), owner))
    for name, text in texts.items():
        if has_long_sentence(text):
            words = _("A sentence has over %(most)s words. Shorter ones are understood by everybody.")
            found.append(Hint(name, "long", words % {"most": LONG}))
    return found


def only_stops(text: str) -> bool:
    """Test whether a text says what to stop and nothing to start: each part of it has a word of stopping."""
    parts = [part for part in re.split(r"[,;.!?\n]+|\ba\b|\bale\b|\bmisto toho\b", fold(text)) if WORD.search(part)]
    return bool(parts) and all(STOPS.search(part) for part in parts)


def has_long_sentence(text: str) -> bool:
    """Test whether a sentence is longer than people take in at once."""
    return any(len(WORD.findall(one)) > LONG for one in SENTENCE.split(text))


def _when(term: date | None, today: date | None) -> list[Hint]:
    if not term:
        return [Hint("term", "no_term", _("By when?"))]
    if today and term < today:
        return [Hint("term", "past", _("This day has passed. By when now?"))]
    return []


def _of_head(texts: Mapping[str, str], when: list[Hint], owner: str) -> Any:
    if not texts.get("text"):
        yield Hint("text", "no_goal", _("What is to be reached in the end?"))
    else:
        yield from _stops(texts["text"])
    yield from when
    if not texts.get("plan_b"):
        yield Hint(
            "plan_b", "no_plan_b", _("What follows if it fails? A plan B that is agreed beforehand hurts less.")
        )


def _of_goal(texts: Mapping[str, str], when: list[Hint], owner: str) -> Any:
    yield from _stops(texts.get("text", ""))
    if not texts.get("criterion"):
        yield Hint("criterion", "no_criterion", _("How shall we know that it is reached?"))
    yield from when
    if not texts.get("plan_b"):
        yield Hint("plan_b", "no_plan_b", _("What if it fails?"))


def _of_step(texts: Mapping[str, str], when: list[Hint], owner: str) -> Any:
    yield from _stops(texts.get("text", ""))
    if not owner:
        yield Hint("owner", "no_owner", _("Who does it?"))
    yield from when


def _stops(text: str) -> Any:
    if only_stops(text):
        words = _("It only says what to stop. Write what to start instead, too.")
        yield Hint("text", "only_stops", words)
