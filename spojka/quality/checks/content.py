"""Checks of what a contact says: how much was given out, with how many it was talked about."""

from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from spojka.access.permissions import Permission
from spojka.codelists.catalogue import catalogues
from spojka.encounters.models import Encounter, Handout, Side, Topic
from spojka.encounters.words import Words
from spojka.network.models import Service

from .. import limits
from ..check import Asked, Check, Severity
from .contacts import CONTACT, standing


def most(asked: Asked) -> dict[tuple[Any, str], int]:
    """Return from how many pieces a hand-out is improbable, by service and material.

    That is more than the limit of the service's list, or so many times what it usually gives; where the list has a
    limit that asks for a reason, a usual number over it does not count.
    """
    ids = {asked.service} & set(asked.by.services) if asked.service else asked.by.services
    services = Service.objects.filter(pk__in=ids).order_by("pk")
    found: dict[tuple[Any, str], int] = {}
    for id, lists in catalogues(list(services), asked.last).items():
        for item in lists.items("material"):
            if item.limit and not item.only_warns:
                found[id, item.code] = item.limit
    for key, usual in _usual(asked, ids).items():
        times = usual * limits.whole("usual_times", asked.last)
        found[key] = min(found.get(key, times), times)
    return found


def _usual(asked: Asked, ids: Any) -> dict[tuple[Any, str], int]:
    """Return the median number of each material in the last contacts, by service; never less than one."""
    found: dict[tuple[Any, str], int] = {}
    for service in sorted(ids):
        last = standing(Encounter.objects.allowed(asked.by, Permission.QUALITY_VIEW)).filter(service=service)
        last = last.filter(day__lte=asked.last).exclude(side=Side.TALLY).order_by("-day", "-occurred_at")
        given = Handout.objects.filter(encounter__in=last.values("pk")[: limits.whole("usual_of", asked.last)])
        counts: dict[str, list[tuple[int, int]]] = {}
        for code, quantity, number in given.order_by().values_list("code", "quantity").annotate(n=Count("pk")):
            counts.setdefault(code, []).append((quantity, number))
        found |= {(service, code): _median(pairs) for code, pairs in counts.items()}
    return found


def _median(pairs: list[tuple[int, int]]) -> int:
    half, passed = sum(number for _quantity, number in pairs) / 2, 0
    for quantity, number in sorted(pairs):
        passed += number
        if passed >= half:
            return quantity
    return 1


def _too_much(rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    alike: dict[tuple[Any, int], list[str]] = {}
    for (service, code), n in asked.once("most", lambda: most(asked)).items():
        alike.setdefault((service, n), []).append(code)
    over = [Q(service=service, code__in=codes, quantity__gt=n) for (service, n), codes in alike.items()]
    if not over:
        return rows.none()
    least = min(n for _service, n in alike)
    much = Handout.objects.filter(reduce(or_, over), encounter=OuterRef("pk"), quantity__gt=least)
    return standing(rows).exclude(side=Side.TALLY).filter(Exists(much))


def _more_themes(rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    more = Topic.objects.filter(encounter=OuterRef("pk"), people__gt=OuterRef("people"))
    return standing(rows).filter(Exists(more), side=Side.TALLY)


def _given(row: Any, words: Words) -> str:
    largest = sorted(row.handouts.all(), key=lambda one: -one.quantity)[:2]
    return ", ".join(f"{words.of('material', one.code)} {one.quantity}×" for one in largest)


def _talked(row: Any, words: Words) -> str:
    over = [one for one in row.topics.all() if one.people > row.people]
    said = ", ".join(f"{words.of(one.kind, one.code)} {one.people}" for one in over)
    return f"{said} > {row.people}"


CONTENT = (
    Check(
        code="material-much",
        severity=Severity.IMPROBABLE,
        name=_("More material than anybody usually gets"),
        why=_("A zero too many makes a month’s sum of syringes or ear plugs wrong, and the stock with it."),
        faulty=_too_much,
        limits=("usual_times", "usual_of"),
        parts=("handouts",),
        details=_given,
        **CONTACT,
    ),
    Check(
        code="tally-themes",
        severity=Severity.CONTRADICTORY,
        name=_("Tallies that talked with more people than came"),
        why=_("A theme can’t reach more people than the tally has; one of both numbers is a slip."),
        faulty=_more_themes,
        parts=("topics",),
        details=_talked,
        **CONTACT,
    ),
)
