"""Findings: what checks stop at, as far as one may see it, without what was accepted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from spojka.access.permissions import Permission

from .check import Asked, Check
from .models import Accepted

SHOWN = 50  # the newest; whoever mends those sees the next ones


@dataclass(frozen=True)
class Found:
    """The newest findings of one check, and whether there are more of them."""

    check: Check
    ids: list[UUID]
    goes_on: bool

    @property
    def count(self) -> int:
        return len(self.ids)


def rows_of(check: Check, asked: Asked) -> QuerySet[Any]:
    """Return the rows that a check looks at: of the days, service and worker that are asked of."""
    if asked.whose and not check.own:
        return check.model.objects.none()
    found = check.model.objects.listed(asked.by, Permission.QUALITY_VIEW).filter(organisation=asked.by.organisation)
    if check.dated:
        found = found.filter(day__range=(asked.first, asked.last))
    if asked.service:
        found = found.filter(service=asked.service)
    return found.filter(check.own(asked.whose)) if asked.whose and check.own else found


def faulty(check: Check, asked: Asked) -> QuerySet[Any]:
    """Return the rows a check stops at, accepted ones too, each with its `state_now`."""
    return check.faulty(rows_of(check, asked), asked).annotate(state_now=check.state)


def findings(check: Check, asked: Asked) -> QuerySet[Any]:
    """Return the rows a check stops at and nobody accepted as they are, the newest first."""
    known = Accepted.objects.allowed(asked.by, Permission.QUALITY_VIEW).standing()
    known = known.filter(row_id=OuterRef("pk"), check_code=check.code, state=OuterRef("state_now"))
    return faulty(check, asked).filter(~Exists(known)).order_by(*check.order)


def look(check: Check, asked: Asked) -> Found:
    """Look for the newest findings of one check; one query, which stops when it has enough."""
    ids = list(findings(check, asked).values_list("pk", flat=True)[: SHOWN + 1])
    return Found(check, ids[:SHOWN], len(ids) > SHOWN)


def accepted(check: Check, asked: Asked) -> QuerySet[Accepted]:
    """Return what was accepted of the days, services and worker that are asked of, the newest first."""
    rows = faulty(check, asked).filter(pk=OuterRef("row_id"), state_now=OuterRef("state"))
    known = Accepted.objects.allowed(asked.by, Permission.QUALITY_VIEW).standing().filter(check_code=check.code)
    known = known.filter(day__range=(asked.first, asked.last)) if check.dated else known
    known = known.filter(service=asked.service) if asked.service else known
    return known.annotate(stands=Exists(rows)).filter(stands=True).order_by("-day", "-recorded_at", "pk")
