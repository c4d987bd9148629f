"""Findings in words: when, who, where, what, and where each is mended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from spojka.access.doors import read
from spojka.access.permissions import Permission
from spojka.clients.models import Client
from spojka.encounters.models import Encounter, Shift
from spojka.encounters.words import Words, worker_names
from spojka.identities.models import Identity
from spojka.places.models import Place
from spojka.ui.words import day, moment
from spojka.work.models import IndirectWork

from .check import Asked, Check, Mend
from .finding import faulty
from .models import Accepted


@dataclass(frozen=True)
class Line:
    """One finding in words."""

    pk: UUID
    when: str
    who: str
    where: str
    details: str
    worker: str
    mend: Mend
    link: str


@dataclass(frozen=True)
class Right:
    """One acceptance: of what, by whom and when."""

    row: Accepted
    line: Line
    by: str


def lines(check: Check, asked: Asked, ids: Sequence[UUID]) -> list[Line]:
    """Return findings in words, in the order of `ids`; the audit gets what is shown."""
    rows = faulty(check, asked).filter(pk__in=ids).select_related(*check.related).prefetch_related(*check.parts)
    found = {row.pk: row for row in read(rows.order_by(), by=asked.by, to=Permission.QUALITY_VIEW)}
    _read_clients(asked, found.values())
    words, workers = Words(asked.by.organisation), worker_names(found.values())
    return [_line(check, asked, found[id], words, workers) for id in ids if id in found]


def rights(check: Check, asked: Asked, known: Iterable[Accepted]) -> list[Right]:
    """Return in words what was accepted."""
    listed = list(known)
    told = {line.pk: line for line in lines(check, asked, [one.row_id for one in listed])}
    names = worker_names(_Maker.of(listed))
    return [Right(one, told[one.row_id], names.get(one.accepted_by, "")) for one in listed if one.row_id in told]


@dataclass(frozen=True)
class _Maker:
    made_by: str

    @classmethod
    def of(cls, listed: Iterable[Accepted]) -> list[_Maker]:
        return [cls(one.accepted_by) for one in listed]


def _read_clients(asked: Asked, rows: Iterable[Any]) -> None:
    rows = list(rows)
    clients = {row.client_id: row.client for row in rows if isinstance(row, Encounter | Identity) and row.client_id}
    pairs = {row.pair for row in rows if getattr(row, "pair", "")}
    others = Client.objects.allowed(asked.by, Permission.CLIENT_VIEW).filter(pk__in=pairs).order_by("pk")
    read([*clients.values(), *(others if pairs else ())], by=asked.by, to=Permission.CLIENT_VIEW)


def _line(check: Check, asked: Asked, row: Any, words: Words, workers: dict[str, str]) -> Line:
    shift = row if isinstance(row, Shift) else getattr(row, "shift", None)
    return Line(
        pk=row.pk,
        when=_when(row),
        who=_who(row),
        where=_where(row, shift),
        details=check.details(row, words),
        worker=_worker(row, workers),
        mend=(mend := check.mend(row)),
        link=mend.link(asked.by),
    )


def _when(row: Any) -> str:
    if at := getattr(row, "occurred_at", None):
        return moment(at)
    return day(row.day, True) if getattr(row, "day", None) else ""


def _who(row: Any) -> str:
    if isinstance(row, Client):
        return str(row)
    if isinstance(row, Identity):
        return str(row.client)
    if isinstance(row, Encounter):
        return str(row.client) if row.client_id else row.get_side_display()
    return ""


def _where(row: Any, shift: Shift | None) -> str:
    if isinstance(row, Place):
        return str(row)
    if shift is None:
        return ""
    return f"{shift.event}, {shift.place}" if isinstance(row, Shift) and shift.event else str(shift)


def _worker(row: Any, workers: dict[str, str]) -> str:
    if isinstance(row, IndirectWork):
        return row.membership.user.name
    return workers.get(getattr(row, "recorded_by", ""), "") if not isinstance(row, Client) else ""
