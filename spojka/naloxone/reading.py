"""What the pages of naloxone show: the chain of a year in numbers, what expires, kits and uses in words."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import F, Q, Sum

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.encounters.models import Encounter

from .actions.kits import NALOXONE
from .models import Came, KitReason, NaloxoneKit, NaloxoneTraining, NaloxoneUse, Overdose, OverdoseTie

SOON = timedelta(days=60)  # so long before its last day a kit is told of
OLD = timedelta(days=730)  # who has not come for so long is looked for no more
WITH = ("encounter__client", "encounter__shift__place", "encounter__shift__event", "organisation", "replaces")
VIEW = Permission.NALOXONE_VIEW


@dataclass(frozen=True)
class Chain:
    """Handed out, used, came round, given anew: of one year."""

    kits: int
    doses: int
    uses: int
    used: int  # doses
    reversed: int
    refills: int  # kits for one that was used
    trained: int  # people


def chain(by: Actor, year: int) -> Chain:
    """Return the figures of a year, of the services that `by` works in."""
    kits = rows(NaloxoneKit, by=by, to=VIEW).standing().filter(day__year=year)
    uses = rows(NaloxoneUse, by=by, to=VIEW).standing().filter(day__year=year)
    trainings = rows(NaloxoneTraining, by=by, to=VIEW).standing().filter(day__year=year)
    handed = kits.aggregate(
        many=Sum("kits"), issued=Sum(F("kits") * F("doses")), refills=Sum("kits", filter=Q(reason=KitReason.USED))
    )
    return Chain(
        kits=handed["many"] or 0,
        doses=handed["issued"] or 0,
        uses=uses.count(),
        used=uses.aggregate(n=Sum("doses"))["n"] or 0,
        reversed=uses.filter(came=Came.REVERSED).count(),
        refills=handed["refills"] or 0,
        trained=trainings.aggregate(n=Sum("people"))["n"] or 0,
    )


def years(by: Actor, today: date) -> list[int]:
    """Return the years of which something is written, and this one."""
    found = {today.year}
    for model, to in ((NaloxoneKit, VIEW), (NaloxoneUse, VIEW), (NaloxoneTraining, VIEW)):
        found |= {day.year for day in rows(model, by=by, to=to).dates("day", "year")}
    return sorted(found, reverse=True)


def latest(by: Actor, year: int, most: int) -> dict[str, list[Any]]:
    """Return the kits, uses and trainings of a year, the last ones first; that they were shown is remembered."""
    kits = rows(NaloxoneKit, by=by, to=VIEW).standing().filter(day__year=year).select_related(*WITH)
    uses = rows(NaloxoneUse, by=by, to=VIEW).standing().filter(day__year=year)
    uses = uses.select_related("kit__encounter__client", "replacement", "shift__place", "shift__event")
    groups = rows(NaloxoneTraining, by=by, to=VIEW).standing().filter(day__year=year, encounter=None)
    return {
        "kits": read(kits.order_by("-day", "-encounter__occurred_at", "pk")[:most], by=by, to=VIEW),
        "uses": read(uses.order_by("-day", "-occurred_at", "pk")[:most], by=by, to=VIEW),
        "groups": read(groups.order_by("-day", "pk")[:most], by=by, to=VIEW),
    }


def expiring(by: Actor, today: date) -> list[Any]:
    """Return kits of clients under a code that expire soon or did: those one can speak to about it."""
    held = rows(NaloxoneKit, by=by, to=VIEW).held().exclude(encounter__client=None)
    soon = held.filter(expires_on__lte=today + SOON, expires_on__gte=today - OLD).select_related(*WITH)
    return read(soon.order_by("expires_on", "pk")[:50], by=by, to=VIEW)


def unwritten(by: Actor, year: int) -> tuple[list[Any], int]:
    """Return contacts of a year in which a kit was given as mere material, without its batch; and how many kits."""
    found = rows(Encounter, by=by, to=Permission.NALOXONE_DETAIL).standing().filter(day__year=year)
    lacking = found.filter(handouts__code=NALOXONE, naloxone_kits=None).annotate(kits=Sum("handouts__quantity"))
    many = lacking.aggregate(n=Sum("kits"))["n"] or 0
    lacking = lacking.select_related("shift__place", "shift__event").order_by("-day", "-occurred_at", "pk")
    return read(lacking[:20], by=by, to=Permission.NALOXONE_DETAIL), many


def last_batch(service_id: Any) -> dict[str, Any]:
    """Return the batch that the service handed out last, so that the next one need not be typed."""
    kits = NaloxoneKit.objects.all().standing().filter(service=service_id).exclude(batch="")
    last = kits.order_by("-day", "-encounter__occurred_at", "pk").first()
    return {"batch": last.batch, "expires_on": last.expires_on, "doses": last.doses} if last else {}


def overdoses(by: Actor, year: int) -> list[Any]:
    """Return the overdoses of a year. Those of one day stand in no order that would tell when they came."""
    found = rows(Overdose, by=by, to=Permission.OVERDOSE_VIEW).filter(day__year=year)
    return read(found.order_by("-day", "pk")[:300], by=by, to=Permission.OVERDOSE_VIEW)


def ties_of(overdose: Overdose, by: Actor) -> list[Any]:
    """Return the ties of an overdose, to who may tie."""
    found = rows(OverdoseTie, by=by, to=Permission.OVERDOSE_TIE).filter(overdose=overdose)
    return read(found.select_related("client").order_by("recorded_at", "pk"), by=by, to=Permission.OVERDOSE_TIE)


def counted(listed: Iterable[Any], name: str) -> list[tuple[str, int]]:
    """Return how many rows say what in a column, the most first."""
    return Counter(getattr(one, name) for one in listed if not one.voided_at).most_common()
