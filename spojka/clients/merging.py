"""What goes along when two clients become one, or one two: packages say it of each column that leads to a client.

Each package has it in its `following.py`, which is found by itself when Spojka starts. A gate fails while a column
that leads to a client is not told here; the move itself asks Django for all columns, so that none is left behind.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Model, Q, QuerySet
from django.utils.functional import Promise

from spojka.access.actor import Actor
from spojka.access.models import Basis, Grant

from .models import Client, Joining, Moved

Key = tuple[str, str]  # label of the model, its column
CHUNK = 500


@dataclass(frozen=True)
class Line:
    """One row in words, to be chosen from; `day` is what it is sorted by."""

    model: str
    column: str
    row: UUID
    at: datetime
    text: str


Tell = Callable[[Client, Actor, datetime | None, int], Iterable[Line]]
Lead = Callable[[Sequence[UUID], UUID, UUID], Sequence[UUID]]


@dataclass(frozen=True)
class Follower:
    """A column that leads to a client: what its rows are called, and how they are told, if one may choose from them.

    `tell` gets the client, who asks, since when rows count (None: ever) and how many at most, the newest first.
    `lead` gets ids, whose they are and whose they shall be, and returns those it led over; needed where a client may
    have but one such row, or where more than the column changes.
    """

    name: str | Promise
    tell: Tell | None = None
    lead: Lead | None = None


FOLLOWS: dict[Key, Follower] = {}
STAYS: dict[Key, str] = {}
Meeting = tuple[UUID, UUID, Any, datetime]  # client, place, shift, moment
_meetings: list[Callable[[UUID, Sequence[UUID]], Iterable[Meeting]]] = []


def follows(
    model: type[Model], column: str, name: str | Promise, tell: Tell | None = None, lead: Lead | None = None
) -> None:
    """Say that rows of `model` go along with their client."""
    FOLLOWS[model._meta.label, column] = Follower(name, tell, lead)


def stays(model: type[Model], column: str, why: str) -> None:
    """Say that rows of `model` keep the client they have, and why."""
    STAYS[model._meta.label, column] = why


def register_meetings(tell: Callable[[UUID, Sequence[UUID]], Iterable[Meeting]]) -> Any:
    """Let `tell` say of a service when and where clients were met: one person is never at two places at once."""
    if tell not in _meetings:
        _meetings.append(tell)
    return tell


def meetings(service: UUID, clients: Sequence[UUID]) -> Iterator[Meeting]:
    """Return when and where these clients of a service were met."""
    for tell in _meetings:
        yield from tell(service, clients)


def columns() -> list[tuple[type[Model], str]]:
    """Return every column that leads to a client, of every package; a table of many to many is a model too."""
    fields = Client._meta.get_fields(include_hidden=True)
    found = [(one.related_model, one.field) for one in fields if one.is_relation and one.auto_created]
    return sorted(
        ((model, field.name) for model, field in found if field.concrete and not field.many_to_many),
        key=lambda pair: (pair[0]._meta.label, pair[1]),
    )


def move(joining: Joining, only: Iterable[tuple[str, str, UUID]] | None = None) -> int:
    """Let rows of the source go to the target and remember each; `only` names those, else all that follow go."""
    chosen = None if only is None else set(only)
    count = 0
    for model, column in columns():
        label = model._meta.label
        if (label, column) in STAYS:
            continue
        rows = model._default_manager.filter(**{column: joining.source_id}).order_by("pk").values_list("pk", flat=True)
        ids = [row for row in rows if chosen is None or (label, column, row) in chosen]
        went = _lead(model, column, ids, joining.source_id, joining.target_id)
        _remember(joining, label, column, went)
        count += len(went)
    return count


def move_back(joining: Joining, chosen: Iterable[tuple[str, str, UUID]], at: datetime) -> int:
    """Let what went along go back, unless it has gone elsewhere since; and the chosen ones of what came since."""
    models = {model._meta.label: model for model, _column in columns()}
    went: dict[Key, list[UUID]] = {}
    for label, column, row in joining.moved.order_by("pk").values_list("model", "column", "row"):
        went.setdefault((label, column), []).append(row)
    count = 0
    for (label, column), rows in went.items():
        for ids in _chunks(rows):
            still = models[label]._default_manager.filter(pk__in=ids, **{column: joining.target_id})
            back = list(still.order_by("pk").values_list("pk", flat=True))
            back = _lead(models[label], column, back, joining.target_id, joining.source_id)
            joining.moved.filter(model=label, column=column, row__in=back).update(back_at=at)
            count += len(back)
    later: dict[Key, list[UUID]] = {}
    for label, column, row in chosen:
        if row not in went.get((label, column), ()) and (label, column) in FOLLOWS:
            later.setdefault((label, column), []).append(row)
    for (label, column), rows in later.items():
        theirs = models[label]._default_manager.filter(pk__in=rows, **{column: joining.target_id})
        ids = list(theirs.order_by("pk").values_list("pk", flat=True))
        ids = _lead(models[label], column, ids, joining.target_id, joining.source_id)
        _remember(joining, label, column, ids, is_chosen=True, back_at=at)
        count += len(ids)
    return count


def has_rows(client: Client) -> bool:
    """Test whether anything that follows a client leads to this one."""
    return any(
        model._default_manager.filter(**{column: client.pk}).exists()
        for model, column in columns()
        if (model._meta.label, column) not in STAYS
    )


def is_shared(client: Client, other: Client, at: datetime) -> bool:
    """Test whether a grant opens anything of either of the two to others, now or later."""
    return to_others(at).filter(subject_id__in=[client.pk, other.pk]).exists()


def to_others(at: datetime) -> QuerySet[Grant]:
    """Return the grants that hold or will hold, but for those of clients' own looks."""
    return Grant.objects.filter(Q(ends_at=None) | Q(ends_at__gt=at)).exclude(basis=Basis.OWN_LOOK)


def lines(client: Client, by: Actor, since: datetime | None = None, most: int = 200) -> list[Line]:
    """Return what one may choose from, the newest first."""
    found = [line for one in FOLLOWS.values() if one.tell for line in one.tell(client, by, since, most)]
    return sorted(found, key=lambda line: (line.at, line.row), reverse=True)[:most]


def _lead(model: type[Model], column: str, ids: list[UUID], source: UUID, target: UUID) -> list[UUID]:
    """Lead rows over; return those that went. The clients are held, so no row of theirs comes or goes meanwhile."""
    told = FOLLOWS.get((model._meta.label, column))
    if ids and told and told.lead:
        return list(told.lead(ids, source, target))
    for some in _chunks(ids):
        model._default_manager.filter(pk__in=some, **{column: source}).update(**{f"{column}_id": target})
    return ids


def _remember(joining: Joining, label: str, column: str, ids: Sequence[UUID], **said: Any) -> None:
    about = joining.ownership | {"joining": joining, "model": label, "column": column} | said
    Moved.add_all([Moved(**about, row=id) for id in ids])


def _chunks(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]
