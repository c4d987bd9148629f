"""Rows that are found: the index proposes, `allowed` decides, one ground after another."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, cast

from django.conf import settings
from django.db import connection
from django.db.models import Q

from spojka.access.actor import Actor
from spojka.access.doors import read
from spojka.access.models import Grant
from spojka.access.owned import Owned, own_rows
from spojka.access.permissions import Level, Permission

from .asked import Asked, Match
from .columns import PRIVATE, scope
from .registry import Hit, Source, Text

NEWEST = 400  # of a common word the rows written last are looked at first


@dataclass(frozen=True, kw_only=True)
class Ground:
    """Why rows may be seen, and how far they may be searched: `private` text by those who own it alone."""

    rows: Q
    scopes: frozenset[str] = frozenset()
    private: str = ""

    def match(self, asked: Asked, newest: int | None) -> Match:
        return asked.match(private=self.private, scopes=self.scopes, newest=newest)


def grounds(model: type[Owned], by: Actor, to: Permission) -> Iterator[Ground]:
    """Return the grounds on which `by` may see rows. They narrow what `allowed` gives, and never widen it."""
    own = frozenset(scope("s", service) for service in by.services)
    yield Ground(rows=own_rows(model, by), scopes=own, private=PRIVATE)
    if Permission.HOUSE_READ in by.permissions and by.organisation:
        house = frozenset({scope("o", by.organisation.pk)})
        yield Ground(rows=Q(organisation=by.organisation), scopes=house)
    if to.level != Level.OWN and by.names:
        about = list(Grant.objects.opening(model, by, to).values_list("subject_id", flat=True).distinct()[:1000])
        if about:
            yield Ground(rows=Q(**{f"{model.subject}__in": about}))


def few_with(model: type[Owned], said: Iterable[str], by: Actor) -> Q | None:
    """Return where all rows with these codes lie among those of the own services, or of the house for who reads it.

    Only where they are few: many are soon met along any index of a list, which leads through all rows of years to find
    none. None says that they may be many. Behind the fence it is not asked: there the index of words may not be used
    before each row was judged.
    """
    codes = tuple((frozenset[str](), frozenset({one})) for one in said)
    if not codes or (settings.FENCED and connection.vendor == "postgresql"):
        return None
    house = by.organisation if Permission.HOUSE_READ in by.permissions else None
    scopes = {scope("o", house.pk)} if house else {scope("s", service) for service in by.services}
    match = Match(codes, frozenset(scopes), NEWEST + 1)
    proposed = model._base_manager.filter(words__match=match).order_by().values_list("pk", flat=True)
    with _by_index():
        found = list(proposed[: NEWEST + 1])
    return Q(pk__in=found) if len(found) <= NEWEST else None


@contextmanager
def _by_index() -> Iterator[None]:
    """Let PostgreSQL ask its index of words.

    It takes a code and the mark of an owner for unrelated, expects to meet many rows with both, and would read all.
    """
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('enable_seqscan', 'off', false)")
        try:
            yield
        finally:
            cursor.execute("SELECT set_config('enable_seqscan', 'on', false)")


By = Callable[[Asked, Ground, int | None], Q | None]


def by_words(asked: Asked, ground: Ground, newest: int | None) -> Q | None:
    """The usual way: all words stand in the row."""
    match = ground.match(asked, newest)
    return Q(words__match=match) if match.is_possible else None


def find(
    model: type[Owned],
    asked: Asked,
    *,
    by: Actor,
    to: Permission,
    most: int,
    order: Sequence[str],
    how: By = by_words,
    related: Sequence[str] = (),
) -> list[Any]:
    """Return at most so many rows that `by` may do `to` with; what is one's own comes first."""
    found: dict[Any, Any] = {}
    if to not in by.permissions:
        return []
    for ground in grounds(model, by, to):
        for where in _wheres(model, asked, ground, how):
            if len(found) >= most:
                break
            rows = model.objects.allowed(by, to).filter(ground.rows, where).select_related(*related).order_by(*order)
            found |= {row.pk: row for row in rows[: most + len(found)] if row.pk not in found}
    return list(found.values())[:most]


def _wheres(model: type[Owned], asked: Asked, ground: Ground, how: By) -> Iterator[Q]:
    """Return where to look: among the newest rows that the index proposes, then, if there are others, among all.

    What SQLite's index proposes is read first, without rights: asked for together, its planner may walk through all
    rows of a service instead. PostgreSQL plans by what it knows of the words.
    """
    newest = how(asked, ground, NEWEST) if connection.vendor == "sqlite" else None
    if newest is not None:
        proposed = list(model._base_manager.filter(newest).order_by().values_list("pk", flat=True))
        if proposed:
            yield Q(pk__in=proposed)
        if len(proposed) < NEWEST and not asked.has_day:  # of a day there may be older ones
            return
    every = how(asked, ground, None)
    if every is not None:
        yield every


def rows_source(
    key: str,
    *,
    title: Text,
    icon: str,
    rank: int,
    model: type[Owned],
    to: Permission,
    order: Sequence[str],
    hit: Callable[[Any, Actor], Hit],
    how: By = by_words,
    related: Sequence[str] = (),
    otherwise: By | None = None,
    prepare: Callable[[Iterable[Any], Actor], Iterable[Any]] | None = None,
) -> Source:
    """Return a source of rows. What it shows is audited as read; `prepare` does that for models that need more.

    `otherwise` is asked when `how` finds nothing.
    """

    def hits(asked: Asked, by: Actor, most: int) -> list[Hit]:
        ways = (how, otherwise) if otherwise else (how,)
        asking = (find(model, asked, by=by, to=to, most=most, order=order, how=way, related=related) for way in ways)
        found = next((some for some in asking if some), [])
        shown = prepare(found, by) if prepare else cast(Any, read(found, by=by, to=to))
        return [hit(row, by) for row in shown]

    return Source(key=key, title=title, icon=icon, rank=rank, find=hits)
