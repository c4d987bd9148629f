"""The register in words: what its pages and papers show."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared
from spojka.codelists.catalogue import names_of
from spojka.members import people as members

from .models import DisclosureLine, DisclosureReader, DisclosureRequest, LineKind

VIEW = Permission.DISCLOSURE_VIEW
LISTS = ["authority_kind", "disclosure_ground", "untold_reason"]


@dataclass(frozen=True)
class Told:
    """One line as it is told."""

    line: DisclosureLine
    reason: str  # why the client was not told
    by: str


def known(by: Actor) -> Any:
    """Return the requests that `by` may know of; nobody else hears that there are any."""
    return rows(DisclosureRequest, by=by, to=VIEW).known_to(by)


def has_any(by: Actor) -> bool:
    """Say whether the way to the register is shown: to who oversees it, and to who was named to something."""
    return by.may(Permission.DISCLOSURE_OVERSEE) or (by.may(VIEW) and known(by).exists())


def listed(by: Actor, year: int, most: int) -> list[Any]:
    """Return the requests of a year, those without a decision first; that they were shown is remembered."""
    told = DisclosureLine.objects.filter(request=OuterRef("pk"), kind__in=(LineKind.TOLD, LineKind.UNTOLD))
    of_year = known(by).filter(year=year).select_related("service", "organisation").annotate(has_told=Exists(told))
    found = read(of_year.order_by("-received_on", "-number", "pk")[:most], by=by, to=VIEW)
    return sorted(found, key=lambda one: one.is_decided)


def waiting(by: Actor) -> list[Any]:
    """Return the requests that wait for the decision of `by`, those due first."""
    if not by.may(Permission.DISCLOSURE_DECIDE):
        return []
    return read(_undecided(by), by=by, to=VIEW)


@prepared
def _undecided(by: Actor) -> Any:
    found = rows(DisclosureRequest, by=by, to=Permission.DISCLOSURE_DECIDE).filter(decided_at=None)
    return found.order_by(F("due_on").asc(nulls_last=True), "received_on", "pk")[:5]


def words(by: Actor) -> dict[str, dict[str, str]]:
    return names_of(LISTS, organisation=by.organisation)


def lines_of(request: DisclosureRequest, by: Actor) -> list[Told]:
    """Return what was added to a request, in its order."""
    found = rows(DisclosureLine, by=by, to=VIEW).filter(request=request).order_by("on", "recorded_at", "pk")
    lines: Iterable[Any] = read(found, by=by, to=VIEW)
    names = members.names_of({line.recorded_by for line in lines})
    reasons = words(by)["untold_reason"]
    return [Told(line, reasons.get(line.code, line.code), names.get(line.recorded_by, "")) for line in lines]


def readers_of(request: DisclosureRequest, by: Actor) -> list[Any]:
    """Return who was named to a request, also who may read it no more."""
    found = rows(DisclosureReader, by=by, to=VIEW).filter(request=request).select_related("membership__user")
    return read(found.order_by("recorded_at", "pk"), by=by, to=VIEW)
