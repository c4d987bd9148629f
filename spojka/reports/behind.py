"""The records behind a figure: one page of them, through the audited doors."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import PAGE, read, shown
from spojka.access.permissions import Permission
from spojka.care.models import GroupSession, RapidTest
from spojka.clients.models import Client
from spojka.encounters import spread
from spojka.encounters.extract import REFUSED, UNMET, extract
from spojka.encounters.models import (
    Act,
    Breath,
    CrewMember,
    Encounter,
    Handout,
    ServiceRefusal,
    TakenBack,
    Topic,
    VitalSigns,
)
from spojka.encounters.scope import Scope
from spojka.figures import counting
from spojka.figures.metric import Metric
from spojka.naloxone.models import NaloxoneKit, NaloxoneTraining, NaloxoneUse
from spojka.work.models import IndirectWork

from .contacts import columns_of
from .words import Names


@dataclass(frozen=True)
class Kind:
    """How the rows of one table are reached and what is told of each."""

    model: type
    permission: Permission
    related: Sequence[str] = ()
    encounter: Callable[[Any], Encounter | None] = lambda row: None


OF_SHIFT = ("shift__event", "shift__place")
OF_ENCOUNTER = ("encounter__client", "encounter__shift__event", "encounter__shift__place")
KINDS = {
    "encounters": Kind(Encounter, Permission.ENCOUNTER_VIEW, ("client", *OF_SHIFT), lambda row: row),
    "acts": Kind(Act, Permission.ENCOUNTER_VIEW, OF_ENCOUNTER, lambda row: row.encounter),
    "handouts": Kind(Handout, Permission.ENCOUNTER_VIEW, OF_ENCOUNTER, lambda row: row.encounter),
    "returns": Kind(TakenBack, Permission.ENCOUNTER_VIEW, OF_ENCOUNTER, lambda row: row.encounter),
    "topics": Kind(Topic, Permission.ENCOUNTER_VIEW, OF_ENCOUNTER, lambda row: row.encounter),
    "breaths": Kind(Breath, Permission.ENCOUNTER_VIEW, OF_SHIFT),
    "signs": Kind(VitalSigns, Permission.ENCOUNTER_VIEW, OF_SHIFT),
    **dict.fromkeys(("refusals", *UNMET), Kind(ServiceRefusal, Permission.ENCOUNTER_VIEW, OF_SHIFT)),
    "rapid_tests": Kind(RapidTest, Permission.TEST_VIEW, OF_SHIFT),
    "group_sessions": Kind(GroupSession, Permission.GROUP_VIEW, OF_SHIFT),
    "naloxone_kits": Kind(NaloxoneKit, Permission.NALOXONE_VIEW, OF_ENCOUNTER, lambda row: row.encounter),
    "naloxone_trainings": Kind(NaloxoneTraining, Permission.NALOXONE_VIEW, OF_ENCOUNTER, lambda row: row.encounter),
    "naloxone_uses": Kind(NaloxoneUse, Permission.NALOXONE_VIEW, OF_SHIFT),
    "crew": Kind(CrewMember, Permission.SHIFT_VIEW, OF_SHIFT),
    "indirect": Kind(IndirectWork, Permission.REPORT_VIEW),
    "clients": Kind(Client, Permission.CLIENT_VIEW),
}
CODES = REFUSED | {"rapid_tests": "kind", "group_sessions": "act"}  # which code of a row its table goes by


@dataclass(frozen=True)
class Row:
    """One record, in words."""

    pk: UUID
    day: date | None
    where: str
    who: str
    what: str
    worker: str
    adds: int | Decimal
    encounter: Encounter | None


@dataclass(frozen=True)
class Behind:
    """One page of records; `total` is what all of them add up to, the figure itself; `only` says of which line."""

    page: Page
    count: int
    total: int | Decimal
    only: dict[str, str]


def behind(by: Actor, metric: Metric, scope: Scope, *, only: dict[str, str], page: Any) -> Behind:
    """Return what lies behind a figure, or behind one line of its breakdown. Of a sealed one nothing does.

    Indirect work of colleagues is open to who looks after it; others see their own.
    """
    if metric.table == "indirect" and not by.may(Permission.INDIRECT_OVERSEE):
        only = only | {"worker": by.id}
    narrow = {columns_of(kind): value for kind, value in only.items()}
    with extract(by, scope, {metric.table}, listed=True) as store:
        start = (_whole(page) - 1) * PAGE
        found = counting.behind(store, metric, narrow, start=start, size=PAGE)
        if start and start >= found.count:  # a page beyond the end is the last one, as in every list
            start = max(found.count - 1, 0) // PAGE * PAGE
            found = counting.behind(store, metric, narrow, start=start, size=PAGE)
    listed = Paginator(range(found.count), PAGE).page(start // PAGE + 1)
    listed.object_list = _rows(by, metric, dict(found.page))
    return Behind(listed, found.count, metric.value(found.total), only)


def _rows(by: Actor, metric: Metric, adds: dict[str, int]) -> list[Row]:
    kind = KINDS["clients" if _is_of_clients(metric) else metric.table]
    wanted = {UUID(key): amount for key, amount in adds.items()}
    order = {pk: place for place, pk in enumerate(wanted)}
    rows = shown(kind.model, by=by, to=kind.permission, order=("pk",), where=Q(pk__in=wanted), related=kind.related)
    _read_along(by, [encounter for row in rows if (encounter := kind.encounter(row))])
    names = Names([by])
    told = [_row(row, kind.encounter(row), metric, wanted[row.pk], names) for row in rows]
    return sorted(told, key=lambda row: order[row.pk])


def _read_along(by: Actor, encounters: list[Encounter]) -> None:
    """Remember that the encounter of each part was seen too, and whose code stood there."""
    read({one.pk: one for one in encounters}.values(), by=by, to=Permission.ENCOUNTER_VIEW)
    clients = {one.client_id: one.client for one in encounters if one.client_id}
    read(clients.values(), by=by, to=Permission.CLIENT_VIEW)


def _row(row: Any, encounter: Encounter | None, metric: Metric, adds: int, names: Names) -> Row:
    base = encounter or row
    shift = getattr(base, "shift", None)
    by = "" if _is_of_clients(metric) else _worker(base)
    return Row(
        pk=row.pk,
        day=getattr(base, "day", None) or getattr(shift, "day", None),
        where=str(shift) if shift else "",
        who=_who(base),
        what=_what(row, metric, names),
        worker=names.of("worker", by) if by else "",
        adds=metric.value(adds),
        encounter=encounter,
    )


def _is_of_clients(metric: Metric) -> bool:
    return metric.distinct == "client_id" or metric.table in spread.TABLES


def _worker(base: Any) -> str:
    """Return whose work it was; of what tells it, else who wrote it down."""
    names = ("membership_id", "taken_by", "trained_by", "recorded_by")
    return str(next((said for name in names if (said := getattr(base, name, ""))), ""))


def _who(base: Any) -> str:
    if isinstance(base, Client):
        return str(base)
    if not isinstance(base, Encounter):
        return ""
    return str(base.client) if base.client_id else base.get_side_display()


def _what(row: Any, metric: Metric, names: Names) -> str:
    if isinstance(row, Breath):
        return f"{row.promile:.2f} ‰"
    if isinstance(row, VitalSigns):
        return f"{row.upper}/{row.lower}"
    code = getattr(row, CODES.get(metric.table, "code")) if metric.items else ""
    told = names.of("item", code, metric.items) if code else ""
    if not isinstance(row, TakenBack):
        return told
    how = [row.get_source_display(), *([_("estimated")] if row.is_estimated else [])]
    return " · ".join(filter(None, [told, *how]))


def _whole(page: Any) -> int:
    text = str(page or 1)
    return max(int(text[:9]), 1) if text.isascii() and text.isdigit() else 1
