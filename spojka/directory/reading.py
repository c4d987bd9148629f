"""What pages and papers show of the directory and of capacity."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.codelists.catalogue import names_of
from spojka.places import territory
from spojka.search.asked import Asked

from . import hours
from .doors import VIEW, entries
from .models import Capacity, Form, ServiceEntry
from .supply import Free, free_of

STANDING = Q(ended_at=None)
IN_LISTS = {"group": "groups", "language": "languages", "way": "ways"}  # filters and columns
LISTS = ("service_kind", "target_group", "language")
ACCESS = {
    "is_free": gettext_lazy("free of charge"),
    "is_anonymous": gettext_lazy("one may stay anonymous"),
    "has_ramp": gettext_lazy("wheelchair access"),
    "takes_dogs": gettext_lazy("dogs may come in"),
    "takes_children": gettext_lazy("children may come along"),
}


@dataclass
class Line:
    """An entry as lists tell it."""

    entry: ServiceEntry
    kind: str
    open_today: str
    is_open: bool
    is_stale: bool
    capacity: Capacity | None = None
    free: list[Free] = field(default_factory=list)
    is_known: bool = False  # how many places are free
    today: date | None = None

    @property
    def state(self) -> str:
        """Return how it is with places: free, full or unknown."""
        if any(one.many for one in self.free) or (self.is_known and self.capacity and self.capacity.free):
            return "free"
        return "full" if self.is_known else "unknown"

    @property
    def tone(self) -> str:
        return {"free": "ok", "full": "due", "unknown": "plain"}[self.state]


def newest() -> Any:
    """Return, for a query over entries, the id of what was told last of each."""
    told = Capacity.objects.filter(entry=OuterRef("pk")).order_by("-told_on", "-recorded_at", "-pk")
    return Subquery(told.values("pk")[:1])


def chosen(by: Actor, asked: Mapping[str, Any], at: datetime) -> Q:
    """Return which entries the filters leave. What stands in lists is asked here: there are hundreds of entries."""
    where = words_in(asked["q"]) if asked.get("q") else Q()
    where &= territory_of(asked["where"]) if asked.get("where") else Q()
    where &= Q(kind=asked["kind"]) if asked.get("kind") else Q()
    where &= Q(service__in=by.services) if asked.get("mine") else Q()
    wanted = {column: asked[name] for name, column in IN_LISTS.items() if asked.get(name)}
    if not wanted and not asked.get("open") and not asked.get("free"):
        return where
    found = [one for one in entries(by).filter(where) if _has(one, wanted)]
    if asked.get("open"):
        found = [one for one in found if hours.is_open(one.hours, at)]
    if asked.get("free"):
        found = [line.entry for line in lines(found, by, at) if line.state == "free"]
    return Q(pk__in=[one.pk for one in found])


def _has(entry: ServiceEntry, wanted: Mapping[str, str]) -> bool:
    return all(code in getattr(entry, column) for column, code in wanted.items())


def territory_of(text: str) -> Q:
    """Return which entries lie in a municipality, a district, an ORP or a region; else those that write it so."""
    unit = territory.typed(text)
    if unit is None:
        return Q(municipality__icontains=text)
    return Q(**{f"{unit.level}_code": unit.code})


def words_in(text: str) -> Q:
    """Return which entries have the words that were typed, whatever their endings and diacritics."""
    asked = Asked.of(text)
    match = asked.match()
    return Q(words__match=match) if match.is_possible else Q(pk__in=[])


def lines(found: Iterable[ServiceEntry], by: Actor, at: datetime) -> list[Line]:
    """Return entries that were shown as lists tell them, with what is free."""
    listed, today = list(found), timezone.localdate(at)
    kinds = names_of(("service_kind",))["service_kind"]
    told = last_told(listed, by)
    free = free_of(listed, by, at)
    return [_line(one, kinds, told.get(one.pk), free.get(one.pk, []), at, today) for one in listed]


def _line(
    entry: ServiceEntry, kinds: Mapping[str, str], told: Capacity | None, free: list[Free], at: datetime, today: date
) -> Line:
    known = hours.is_known(entry.hours)
    return Line(
        entry,
        kinds.get(entry.kind, entry.kind),
        hours.words(hours.on(entry.hours, today)) if known else "",
        known and hours.is_open(entry.hours, at),
        entry.is_stale(today),
        told,
        free,
        told is not None and not told.is_stale(today),
        today,
    )


def last_told(some: Iterable[ServiceEntry], by: Actor) -> dict[Any, Capacity]:
    """Return what each entry told last of its capacity."""
    ids = [one.pk for one in some]
    last = ServiceEntry.objects.filter(pk__in=ids).order_by().annotate(last=newest()).values("last")
    found = rows(Capacity, by=by, to=VIEW).filter(pk__in=last).select_related("entry").order_by("pk")
    return {one.entry_id: one for one in read(found, by=by, to=VIEW)}


def history(entry: ServiceEntry, by: Actor, most: int = 12) -> list[Capacity]:
    """Return what was told of capacity, the newest first."""
    found = rows(Capacity, by=by, to=VIEW).filter(entry=entry).select_related("entry")
    return read(found.order_by("-told_on", "-recorded_at", "-pk")[:most], by=by, to=VIEW)


def facts(entry: ServiceEntry) -> list[tuple[str, str]]:
    """Return what is known of an entry, a name and what is said; what is not known is left out."""
    lists = names_of(LISTS)
    pairs = [
        (_("Kind of service"), lists["service_kind"].get(entry.kind, entry.kind)),
        (_("How it works"), ", ".join(str(label) for value, label in Form.choices if value in entry.ways)),
        (_("For whom"), for_whom(entry, lists["target_group"])),
        (_("Conditions"), entry.conditions),
        (_("From where"), entry.territory),
        (_("Languages"), ", ".join(lists["language"].get(one, one) for one in entry.languages)),
        (_("Access"), ", ".join(str(words) for name, words in ACCESS.items() if getattr(entry, name))),
    ]
    return [(name, said) for name, said in pairs if said]


def for_whom(entry: ServiceEntry, groups: Mapping[str, str]) -> str:
    """Return whom the service is for: groups and ages."""
    said = [groups.get(one, one) for one in entry.groups]
    return ", ".join([*said, *([ages(entry)] if ages(entry) else [])])


def ages(entry: ServiceEntry) -> str:
    if entry.age_from is not None and entry.age_to is not None:
        return _("from %(low)s to %(high)s years") % {"low": entry.age_from, "high": entry.age_to}
    if entry.age_from is not None:
        return _("from %(low)s years") % {"low": entry.age_from}
    return _("to %(high)s years") % {"high": entry.age_to} if entry.age_to is not None else ""


def week(entry: ServiceEntry) -> list[tuple[str, str]]:
    """Return the days of the week with their hours; nothing if none were written."""
    said = entry.hours.get("week") or []
    if not any(said):
        return []
    return [(str(name), hours.words(found)) for name, found in zip(weekdays(), said, strict=True)]


def weekdays() -> list[str]:
    return [_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday")]


def coming_exceptions(entry: ServiceEntry, today: date) -> list[str]:
    """Return the days that differ and have not passed, as they are typed."""
    later = {day: said for day, said in entry.hours.get("exceptions", {}).items() if day >= str(today)}
    return hours.typed_exceptions({"exceptions": later}).splitlines()
