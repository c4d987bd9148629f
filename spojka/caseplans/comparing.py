"""What differs between two wordings, and between two versions of a plan, aligned by goal and step."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any
from uuid import UUID

from .content import TEXTS
from .models import Part

PIECE = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Change:
    """One field that differs: `was` and `now` of a day or of who does it; of a text its pieces (same, out, new)."""

    field: str
    was: Any = None
    now: Any = None
    pieces: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Pair:
    """One goal or step, or the head, in both versions."""

    old: Part | None
    new: Part | None
    changes: list[Change]
    steps: list["Pair"] = field(default_factory=list)

    @property
    def part(self) -> Part:
        part = self.new or self.old
        assert part is not None
        return part

    @property
    def state(self) -> str:
        if self.old is None:
            return "new"
        return "out" if self.new is None else "changed" if self.changes else "same"


def between(old: Part | None, new: Part | None) -> list[Change]:
    """Return the fields that differ between two wordings."""
    kind = (new or old).kind if new or old else ""
    found = []
    for name in TEXTS.get(kind, ()):
        was, now = (one.said.get(name, "") if one else "" for one in (old, new))
        if was != now:
            found.append(Change(name, was, now, pieces(was, now)))
    for name in ("term", "review_on", "who"):
        was, now = (_plain(one, name) for one in (old, new))
        if was != now:
            found.append(Change(name, was, now))
    return found


def pieces(was: str, now: str) -> list[tuple[str, str]]:
    """Return a text word by word: what stayed, what went out, what is new."""
    a, b = PIECE.findall(was), PIECE.findall(now)
    found: list[tuple[str, str]] = []
    for tag, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(("same", "".join(a[i:j])))
        else:
            found += [(kind, text) for kind, text in (("out", "".join(a[i:j])), ("new", "".join(b[k:m]))) if text]
    return found


def versions(old: Iterable[Part], new: Iterable[Part]) -> list[Pair]:
    """Return the parts of two versions side by side: the head, then goals, each with its steps."""
    before, after = ({one.key: one for one in parts if not one.is_out} for parts in (old, new))
    keys = sorted(before.keys() | after.keys(), key=lambda key: _place(before.get(key), after.get(key)))
    pairs = {key: Pair(before.get(key), after.get(key), _between(before.get(key), after.get(key))) for key in keys}
    top: list[Pair] = []
    for pair in pairs.values():
        goal = pairs.get(pair.part.of) if pair.part.of else None
        (goal.steps if goal else top).append(pair)
    return top


def _between(old: Part | None, new: Part | None) -> list[Change]:
    return between(old, new) if old and new else []


def _plain(part: Part | None, name: str) -> Any:
    if part is None:
        return None
    if name == "who":
        return (part.party.called if part.party else str(part.participant) if part.participant else "") or None
    return getattr(part, name)


def _place(old: Part | None, new: Part | None) -> tuple[bool, int, UUID]:
    part = new or old
    assert part is not None
    return part.kind != "head", part.place, part.key
