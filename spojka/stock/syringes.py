"""Syringes and needles: how many went out, came back and were found, by kind and by place."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Sum

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import names
from spojka.codelists.models import Entry
from spojka.encounters.models import Handout, Source, TakenBack
from spojka.network.models import Service
from spojka.places.models import Place


@dataclass
class Flow:
    """What went out, what came back and what was found; `found` is no part of `back`."""

    name: str = ""
    place: Place | None = None
    code: str = ""
    out: int = 0
    back: int = 0
    found: int = 0
    estimated: int = 0  # of those that came back or were found

    @property
    def share(self) -> int | None:
        """Return how many came back or were found for a hundred given out."""
        return (self.back + self.found) * 100 // self.out if self.out else None


@dataclass
class Flows:
    """All together, by kind and by place."""

    whole: Flow = field(default_factory=Flow)
    kinds: list[Flow] = field(default_factory=list)
    places: list[Flow] = field(default_factory=list)


def codes() -> list[str]:
    """Return the items that are sharp: syringes by the list's own mark, and needles."""
    shipped = Entry.objects.filter(list="material").order_by("position", "code")
    return list(dict.fromkeys(one.code for one in shipped if one.extra.get("syringe") or one.code == "needle"))


def flows(service: Service, by: Actor, first: date, last: date) -> Flows:
    """Return the flows of a period. Each contact belongs to the day and the place of its shift."""
    sharp = codes()
    span = {"encounter__day__range": (first, last), "encounter__voided_at": None, "service": service}
    see = {"by": by, "to": Permission.STOCK_VIEW}
    out = rows(Handout, **see).filter(**span, code__in=sharp)
    back = rows(TakenBack, **see).filter(**span, code__in=sharp)
    by_pair: dict[tuple[str, UUID], Counter[str]] = defaultdict(Counter)
    pair = ("code", "encounter__shift__place")
    for code, place, n in out.order_by().values_list(*pair).annotate(n=Sum("quantity")):
        by_pair[code, place]["out"] += n
    told = back.order_by().values_list(*pair, "source", "is_estimated").annotate(n=Sum("quantity"))
    for code, place, source, is_estimated, n in told:
        by_pair[code, place]["found" if source == Source.FOUND else "back"] += n
        by_pair[code, place]["estimated"] += n if is_estimated else 0
    return _added(by_pair, service, by, sharp)


def _added(by_pair: Mapping[tuple[str, UUID], Counter[str]], service: Service, by: Actor, sharp: list[str]) -> Flows:
    called = names("material", organisation=service.organisation)
    places = rows(Place, by=by, to=Permission.PLACE_VIEW).filter(pk__in={place for _code, place in by_pair})
    known = {one.pk: one for one in read(places.order_by(by_name(), "pk"), by=by, to=Permission.PLACE_VIEW)}
    kinds = {code: Flow(name=called.get(code, code), code=code) for code in sharp}
    where = {pk: Flow(name=str(one), place=one) for pk, one in known.items()}
    whole = Flow()
    for (code, place), sums in by_pair.items():
        for flow in (whole, kinds[code], where.setdefault(place, Flow(name="–"))):
            _add(flow, sums)
    return Flows(whole, [one for one in kinds.values() if _moved(one)], [one for one in where.values() if _moved(one)])


def _add(flow: Flow, sums: Mapping[str, Any]) -> None:
    for name, n in sums.items():
        setattr(flow, name, getattr(flow, name) + n)


def _moved(flow: Flow) -> bool:
    return bool(flow.out or flow.back or flow.found)
