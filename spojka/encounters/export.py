"""Contacts taken away row by row, for a table or a workbook: what the list shows, without notes and without a limit.

Only rows of one's own services go out. They are read in portions of whole days, each with a query for the rows and one
for each kind of parts, as texts made by the database: half a million rows need the memory of one portion.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Count, IntegerField, Q, TextField
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.codelists.catalogue import names
from spojka.events.models import Event
from spojka.network.models import Membership, Service
from spojka.places.models import Place

from .models import Act, Encounter, Handout, Side, Topic, TopicKind

PORTION = 5_000  # rows, unless one day has more
WHOLE = {"people", "is_late", "version", "quantity", "minutes"}
KEPT = (
    "pk", "day", "occurred_at", "side", "client__code", "people", "service_id", "shift__place_id", "shift__event_id",
    "shift__setting", "recorded_by", "sex", "age_band", "user_kind", "reason", "is_late", "version", "voided_at",
)  # fmt: skip
LISTS = {"shift__setting": "setting", "sex": "sex", "age_band": "age_band", "user_kind": "user_kind",
         "reason": "contact_reason"}  # fmt: skip
Words = dict[str, str]
Parts = dict[str, list[str]]


def heads() -> list[str]:
    """Return the heads of the columns."""
    return [
        _("Number of the record"), _("Day of the shift"), _("When"), _("Who came"), _("Code"), _("People"),
        _("Service"), _("Place"), _("Event"), _("Setting"), _("Worker"), _("Sex"), _("Age"), _("Kind of user"),
        _("Why they came"), _("Minutes"), _("Acts"), _("Material"), _("Themes"), _("Substances"), _("State"),
    ]  # fmt: skip


def count(by: Actor, where: Q) -> int:
    """Count what would go out."""
    return int(_allowed(by, where).count())


def rows(by: Actor, where: Q) -> Iterator[list[Any]]:
    """Return the rows, the oldest day first: a day and a moment as ISO texts in the clock of here, numbers, words."""
    known = _Known(by)
    for first, last in _portions(by, where):
        yield from _portion(by, where & Q(day__range=(first, last)), known)


def _allowed(by: Actor, where: Q) -> Any:
    return Encounter.objects.allowed(by, Permission.ENCOUNTER_EXPORT).filter(where)


def _portions(by: Actor, where: Q) -> Iterator[tuple[date, date]]:
    """Return spans of days that hold about as many rows each."""
    span: list[date] = []
    held = 0
    for day, many in _allowed(by, where).values_list("day").annotate(many=Count("pk")).order_by("day"):
        if span and held + many > PORTION:
            yield span[0], span[-1]
            span, held = [], 0
        span.append(day)
        held += many
    if span:
        yield span[0], span[-1]


class _Known:
    """What ids and codes are called: each kind is asked for once in an export."""

    def __init__(self, by: Actor):
        own = {"organisation": by.organisation}
        self.of = {code: names(code, **own) for code in ("act", "material", "theme", "substance")}
        lists = {column: names(code, **own) for column, code in LISTS.items()}
        self.columns: dict[str, Words] = lists | {
            "side": {value: str(label) for value, label in Side.choices},
            "service_id": _called(Service.objects.filter(pk__in=by.services)),
            "shift__place_id": _called(Place.objects.allowed(by, Permission.PLACE_VIEW)),
            "shift__event_id": _called(Event.objects.allowed(by, Permission.EVENT_VIEW)),
            "recorded_by": _called(Membership.objects.allowed(by, Permission.MEMBER_VIEW).select_related("user")),
        }
        self.states = {"void": _("voided"), "late": _("late"), "corrected": _("corrected"), "": _("valid")}

    def state(self, late: int, version: int, voided: str | None) -> str:
        """Say whether a record stands, was corrected or came late."""
        return self.states["void" if voided else "late" if late else "corrected" if version > 1 else ""]


def _called(found: Iterable[Any]) -> Words:
    """Return names by ids as the databases write them: SQLite without dashes, PostgreSQL and actors with them."""
    return {key: str(one) for one in found for key in (one.pk.hex, str(one.pk))}


def _portion(by: Actor, where: Q, known: _Known) -> Iterator[list[Any]]:
    found = _allowed(by, where)
    parts = _all_parts(found.values("pk"), known)
    minutes = parts.pop()
    named: list[tuple[int, Callable[..., str]]] = [
        (KEPT.index(column), words.get) for column, words in known.columns.items()
    ]
    for row in map(list, _fetched(found.order_by("day", "occurred_at", "pk"), KEPT)):
        pk, state = row[0], known.state(*row[-3:])
        for at, called in named:
            row[at] = called(row[at], row[at] or "")
        row[0], row[2], row[4] = _dashed(pk), _here(row[2]), row[4] or ""
        row[-3:] = [minutes.get(pk, 0), *(", ".join(part.get(pk, ())) for part in parts), state]
        yield row


def _all_parts(pks: Any, known: _Known) -> list[Any]:
    """Return acts, material, themes and substances in words, and the minutes, by the records they belong to."""
    acts, minutes = {}, {}
    done = Act.objects.filter(encounter__in=pks).order_by("pk")
    for pk, code, many, spent in _fetched(done, ("encounter_id", "code", "quantity", "minutes")):
        acts.setdefault(pk, []).append(_times(known.of["act"].get(code, code), many))
        minutes[pk] = minutes.get(pk, 0) + spent
    given: Parts = {}
    handed = Handout.objects.filter(encounter__in=pks).order_by("pk")
    for pk, code, many in _fetched(handed, ("encounter_id", "code", "quantity")):
        given.setdefault(pk, []).append(_times(known.of["material"].get(code, code), many))
    talked: dict[str, Parts] = {TopicKind.THEME: {}, TopicKind.SUBSTANCE: {}}
    topics = Topic.objects.filter(encounter__in=pks).order_by("code")
    for pk, kind, code in _fetched(topics, ("encounter_id", "kind", "code")):
        talked[kind].setdefault(pk, []).append(known.of[kind].get(code, code))
    return [acts, given, talked[TopicKind.THEME], talked[TopicKind.SUBSTANCE], minutes]


def _fetched(rows: Any, columns: Sequence[str]) -> Iterable[tuple[Any, ...]]:
    """Return rows as the database writes them: Django's own conversion would take most of the time."""
    plain = [Cast(name, IntegerField() if name in WHOLE else TextField()) for name in columns]
    try:
        sql, params = rows.values_list(*plain).query.get_compiler(using=rows.db).as_sql()
    except EmptyResultSet:  # nothing is allowed
        return []
    with connections[rows.db].cursor() as cursor:
        cursor.execute(sql, params)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def _times(name: str, many: int) -> str:
    return name if many == 1 else f"{name} {many}×"


def _dashed(pk: str) -> str:
    return pk if "-" in pk else f"{pk[:8]}-{pk[8:12]}-{pk[12:16]}-{pk[16:20]}-{pk[20:]}"


def _here(at: str) -> str:
    """Return a moment of the database in the clock of here, to the minute: their hours differ by whole ones."""
    return _hour(at[:13]) + at[13:16]


@lru_cache(maxsize=20_000)
def _hour(said: str) -> str:
    moment = datetime.strptime(said, "%Y-%m-%d %H").replace(tzinfo=UTC)
    return f"{timezone.localtime(moment):%Y-%m-%d %H}"
