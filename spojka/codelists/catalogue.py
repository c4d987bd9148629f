"""What a service offers on a day: the shipped lists with its own settings.

The database is asked each time; what is kept between calls is only how the rows that were read look as Items.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from spojka.base.within import once
from spojka.network.models import Organisation, Service

from .models import Entry, OwnEntry

COLUMNS = (  # no more than forms need: this is read for every contact
    "list", "code", "name_cs", "name_en", "short_cs", "short_en", "icon", "position",
    "sureness", "sureness_of_values", "words",
)  # fmt: skip
SETTABLE = ("is_on", "minutes", "limit", "interval", "position")
WITHOUT_PEOPLE = "indirect"  # category of acts
Key = tuple[str, str]  # list, code
Rows = tuple[tuple[Any, ...], ...]
OWN_POSITION = 5000  # added items stand after the shipped ones until they are moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item as a service has it on a day. `own` names what the service set itself."""

    list: str
    code: str
    name_cs: str
    name_en: str
    short_cs: str
    short_en: str
    icon: str
    position: int
    sureness: str
    sureness_of_values: str
    extra: Mapping[str, Any]
    is_on: bool
    is_own: bool = False  # added by the service
    minutes: int | None = None
    limit: int | None = None
    per: str = ""  # of words.PER
    interval: int | None = None  # the least minutes between two
    strength: str = ""  # of words.STRENGTHS: what happens over the limit, or sooner
    own: frozenset[str] = frozenset()

    @property
    def is_with_people(self) -> bool:
        """Test whether somebody comes for it; nobody comes for travel, meetings and office work."""
        return self.extra.get("category") != WITHOUT_PEOPLE

    @property
    def only_warns(self) -> bool:
        return self.strength == "warn"

    @property
    def name(self) -> str:
        return self.name_en if get_language() == "en" else self.name_cs

    @property
    def short(self) -> str:
        return self.short_en if get_language() == "en" else self.short_cs


Lists = Mapping[str, tuple[Item, ...]]  # by list, in order


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All lists of one service on one day."""

    service: Service
    on: date
    everything: Lists  # also what is switched off
    by_code: Mapping[Key, Item] = field(repr=False)

    def items(self, list: str) -> tuple[Item, ...]:
        """Return what the service offers, in its order."""
        return tuple(item for item in self.everything.get(list, ()) if item.is_on)

    def find(self, list: str, code: str) -> Item | None:
        """Return the item with this code, also when it is switched off; nothing when it isn't valid that day."""
        return self.by_code.get((list, code))

    def pairs(self, list: str) -> list[tuple[str, str]]:
        """Return codes and names of what is offered, as a form wants them."""
        return [(item.code, item.name) for item in self.items(list)]

    def check(self, list: str, codes: Iterable[str]) -> None:
        """Raise ValidationError unless each code is valid that day.

        What the service has switched off is accepted: a phone that was offline could not know.
        """
        if strange := [code for code in codes if (list, code) not in self.by_code]:
            raise ValidationError(
                _("The list does not have “%(code)s” on this day. Choose another item."),
                code="unknown_code",
                params={"code": strange[0]},
            )


def catalogue(service: Service, on: date) -> Catalogue:
    """Return all lists of `service` on the day `on`, in two queries."""
    return once(("catalogue", service.pk, on, get_language()), lambda: catalogues([service], on)[service.pk])


def catalogues(services: Sequence[Service], on: date) -> dict[UUID, Catalogue]:
    """Return the lists of several services on the day `on`, in two queries for all."""
    entries, kinds = _shipped(on)
    own: dict[UUID, dict[Key, OwnEntry]] = {service.pk: {} for service in services}
    rows = OwnEntry.objects.filter(service__in=list(own), valid_from__lte=on)
    for row in rows.order_by("valid_from", "recorded_at", "pk"):
        own[row.service_id][row.list, row.code] = row  # the last one counts
    return {one.pk: _merged(one, on, entries, kinds.get(one.kind), own[one.pk]) for one in services}


def choices(list: str, service: Service, on: date) -> tuple[Item, ...]:
    """Return what `service` offers of one list on the day `on`, in order."""
    return catalogue(service, on).items(list)


def names(list: str, *, organisation: Organisation | None = None) -> dict[str, str]:
    """Return the name of every code a list ever had, with those the services of `organisation` added."""
    return names_of([list], organisation=organisation)[list]


def names_of(lists: Iterable[str], *, organisation: Organisation | None = None) -> dict[str, dict[str, str]]:
    """Return names() of several lists, in two queries for all."""
    found: dict[str, dict[str, str]] = {list: {} for list in lists}
    # whoever reads neither, as clients who read Ukrainian, has the Czech words
    columns = ("list", "code", "name_en" if get_language() == "en" else "name_cs")
    shipped = Entry.objects.filter(list__in=found.keys()).order_by("valid_from", "pk")
    for list, code, name in shipped.values_list(*columns):
        found[list][code] = name
    if organisation is not None:
        own = OwnEntry.objects.filter(organisation=organisation, list__in=found.keys()).exclude(name_cs="")
        for list, code, name in own.order_by("valid_from", "recorded_at", "pk").values_list(*columns):
            found[list][code] = name
    return found


def extras_of(list: str) -> dict[str, Mapping[str, Any]]:
    """Return what a list says of every code it ever had, beside its name; of the last version of each."""
    rows = Entry.objects.filter(list=list).order_by("valid_from", "pk").values_list("code", "extra")
    own = OwnEntry.objects.filter(list=list).exclude(name_cs="").order_by("valid_from", "recorded_at", "pk")
    return dict([*rows, *own.values_list("code", "extra")])


def history(list: str, code: str, service: Service) -> Sequence[OwnEntry]:
    """Return all that `service` ever set on one item, newest start first."""
    rows = OwnEntry.objects.filter(service=service, list=list, code=code)
    return tuple(rows.order_by("-valid_from", "-recorded_at", "-pk"))


def _shipped(on: date) -> tuple[Rows, dict[str, frozenset[str]]]:
    """Return the entries valid that day, and the groups that suit each kind of service."""
    found = Entry.objects.valid(on).annotate(words=Cast("extra", TextField())).values_list(*COLUMNS)
    rows = list(found)
    kinds = {row[1]: frozenset(_parsed(row[-1])["groups"]) for row in rows if row[0] == "service_kind"}
    return tuple(row for row in rows if row[0] != "service_kind"), kinds


def _merged(
    service: Service,
    on: date,
    entries: Rows,
    groups: frozenset[str] | None,
    own: dict[Key, OwnEntry],
) -> Catalogue:
    if not own:
        return Catalogue(service, on, *_alone(entries, groups))
    by_code = dict(_alone(entries, groups)[1])
    for key, row in own.items():
        if key in by_code:
            by_code[key] = _changed(by_code[key], row)
        elif row.name_cs:  # a setting of a shipped item that has ended brings nothing back
            by_code[key] = _added(row)
    return Catalogue(service, on, _in_order(by_code), MappingProxyType(by_code))


@lru_cache(maxsize=64)  # made of nothing but the rows, so it can't get stale; saves most of a catalogue's time
def _alone(entries: Rows, groups: frozenset[str] | None) -> tuple[Lists, Mapping[Key, Item]]:
    """Return the lists of a service that set nothing itself."""
    by_code = {values[:2]: _item(values, groups) for values in entries}
    return _in_order(by_code), MappingProxyType(by_code)


def _in_order(by_code: Mapping[Key, Item]) -> Lists:
    everything: dict[str, list[Item]] = {}
    for item in sorted(by_code.values(), key=lambda item: (item.position, item.code)):
        everything.setdefault(item.list, []).append(item)
    return MappingProxyType({list_code: tuple(items) for list_code, items in everything.items()})


@lru_cache(maxsize=2048)
def _parsed(text: str) -> Mapping[str, Any]:
    return MappingProxyType(json.loads(text))


def _item(values: tuple[Any, ...], groups: frozenset[str] | None) -> Item:
    fields = dict(zip(COLUMNS, values, strict=True))
    extra = _parsed(fields.pop("words"))
    suits = groups is None or not (meant := extra.get("groups")) or not groups.isdisjoint(meant)
    said = {name: extra.get(name, "") for name in ("per", "strength")}
    limits = {name: extra.get(name) for name in ("minutes", "limit", "interval")}
    return Item(**fields, extra=extra, is_on=suits, **said, **limits)


def _changed(item: Item, own: OwnEntry) -> Item:
    changed: dict[str, Any] = {name: getattr(own, name) for name in SETTABLE if getattr(own, name) is not None}
    changed |= {name: getattr(own, name) for name in ("per", "strength") if getattr(own, name)}
    if own.is_unlimited:
        changed["limit"] = None
    if own.short:
        changed |= {"short_cs": own.short, "short_en": own.short}
    return replace(item, **changed, own=frozenset(changed))


def _added(row: OwnEntry) -> Item:
    return Item(
        list=row.list,
        code=row.code,
        name_cs=row.name_cs,
        name_en=row.name_en or row.name_cs,
        short_cs=row.short,
        short_en=row.short,
        icon="",
        position=row.position if row.position is not None else OWN_POSITION,
        sureness="",
        sureness_of_values="",
        extra=row.extra,
        is_on=row.is_on is not False,
        is_own=True,
        minutes=row.minutes,
        limit=row.limit,
        per=row.per,
        interval=row.interval,
        strength=row.strength,
    )
