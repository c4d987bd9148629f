"""What packages above can count of a cooperation, for its evaluation: they register it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import localize

from spojka.access.actor import Actor

from .models import PartnerAgreement


@dataclass(frozen=True)
class Figure:
    """One number: `code` says what is counted, `of` by what it is divided, as the reason of a refusal."""

    code: str
    value: int | float
    of: str = ""


Count = Callable[[PartnerAgreement, Actor, date, date], Iterable[Figure]]
Name = Callable[[str, str], str]
_counts: list[Count] = []
_names: dict[str, Name] = {}


def register_figures(codes: Iterable[str], name: Name) -> Callable[[Count], Count]:
    """Let a function count what happened by an agreement from one day to another; `name` puts it in words."""
    _names.update(dict.fromkeys(codes, name))

    def mark(count: Count) -> Count:
        if count not in _counts:
            _counts.append(count)
        return count

    return mark


def figures_of(agreement: PartnerAgreement, by: Actor, since: date, until: date) -> list[dict[str, Any]]:
    """Return the figures as an evaluation keeps them, as far as `by` may see what they count."""
    found = [one for count in _counts for one in count(agreement, by, since, until)]
    return [{"code": one.code, "of": one.of, "value": one.value} for one in found]


def named(figures: Iterable[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return kept figures in words; what nobody knows any more is left out."""
    known = [one for one in figures if one["code"] in _names]
    return [(_names[one["code"]](one["code"], one["of"]), str(localize(one["value"]))) for one in known]
