"""One question to the records, and of whom and when it is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import CharField, Expression, Model, Q, QuerySet, TextChoices, Value
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.owned import Owned
from spojka.access.permissions import Permission
from spojka.encounters.words import Words

V = TypeVar("V")


class Severity(TextChoices):
    MISSING = "missing", _("missing")
    IMPROBABLE = "improbable", _("improbable")
    CONTRADICTORY = "contradictory", _("contradictory")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """In whose name, of which days, service and whose records. Whoever does not oversee asks of themselves."""

    by: Actor
    first: date
    last: date
    now: datetime
    service: UUID | None = None
    worker: str = ""  # Actor.id
    facts: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, name: str, make: Callable[[], V]) -> V:
        """Return what a check has to know before it looks; one page asks for it once."""
        if name not in self.facts:
            self.facts[name] = make()
        made: V = self.facts[name]
        return made

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def whose(self) -> str:
        """Whose records alone; empty: everybody's."""
        return self.worker if self.by.may(Permission.QUALITY_OVERSEE) else self.by.id


@dataclass(frozen=True)
class Mend:
    """Where a row is mended: the page, of which row, and what it is called."""

    view: str
    id: UUID | None
    name: str | Promise
    query: str = ""

    def link(self, by: Actor) -> str:
        """Return the address of the page."""
        house = by.organisation.slug if by.organisation else ""
        path = reverse(self.view, args=[house, self.id] if self.id else [house])
        return f"{path}?{self.query}" if self.query else path


NOTHING = Value("", CharField())


def nothing_of(row: Any, words: Words) -> str:
    """Tell no more than the check's own name does."""
    return ""


def written_by(worker: str) -> Q:
    """Return whose record it is: who wrote it down."""
    return Q(recorded_by=worker)


@dataclass(frozen=True, kw_only=True)
class Check:
    """A check: `faulty` narrows rows of `model` to those at fault, `mend` says where one of them is mended.

    `own` is the condition on rows of one worker, None where they are nobody's own; `state` is what of a row was looked
    at when it was accepted; `dated` is false where rows have no day and `faulty` looks at the days itself. `details`
    says what a row has that is at fault; `related` and `parts` are what its line needs; `limits` are told beside it.
    """

    code: str
    severity: Severity
    name: str | Promise
    why: str | Promise
    model: type[Owned]
    faulty: Callable[[QuerySet[Any], Asked], QuerySet[Any]]
    mend: Callable[[Any], Mend]
    own: Callable[[str], Q] | None = written_by
    state: Expression = NOTHING
    dated: bool = True
    order: Sequence[str] = ("-day", "-pk")
    related: Sequence[str] = ()
    parts: Sequence[str] = ()
    limits: Sequence[str] = ()
    details: Callable[[Any, Words], str] = nothing_of

    def day(self, row: Model, asked: Asked) -> date:
        """Return the day under which an acceptance of the row is kept."""
        return getattr(row, "day", None) or asked.last
