"""What a service may change in its code lists. Each function is one verb of access.Permission."""

from datetime import date
from hashlib import blake2b
from typing import Any
from uuid import UUID

from django.utils.text import slugify
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.network.models import Service

from .catalogue import Catalogue, Item, catalogue
from .models import CODE, OwnEntry
from .schema import LISTS

OWN = "own_"  # how codes of added items begin; shipped ones never do


class NotOnTheList(Refusal):
    pass


class NotYours(Refusal):
    pass


class AlreadyThere(Refusal):
    pass


@action(Permission.CODELIST_EDIT, on="service")
def edit(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    list: str,
    code: str,
    valid_from: date,
    is_on: bool | None,
    short: str,
    minutes: int | None,
    limit: int | None,
    position: int | None,
    is_unlimited: bool = False,
    per: str = "",
    interval: int | None = None,
    strength: str = "",
) -> OwnEntry:
    """Set one item for one service from a day on. What is empty stays as shipped."""
    OwnEntry.objects.stop_if_known(id, service)
    item = catalogue(service, valid_from).find(list, code)
    if item is None:
        raise NotOnTheList(_("This item is not on the list on that day. Choose a later day."), field="valid_from")
    _require_settable(list, minutes=minutes, limit=limit, interval=interval)
    if is_unlimited and limit is not None:
        raise NotYours(_("Write a limit, or tick that there is none. Not both."), field="limit")
    mine = {"id": id, "list": list, "code": code, "valid_from": valid_from, "minutes": minutes, "limit": limit}
    said = {"is_on": is_on, "is_unlimited": is_unlimited, "position": position, "per": per, "interval": interval}
    said |= {"strength": strength} | _identity(item, short)
    return OwnEntry(**service.ownership, **mine, **said, recorded_by=by.id).add()


@action(Permission.CODELIST_ADD, on="service")
def add(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    list: str,
    name_cs: str,
    name_en: str,
    short: str,
    valid_from: date,
    extra: dict[str, Any],
    minutes: int | None = None,
    limit: int | None = None,
    per: str = "",
    interval: int | None = None,
    strength: str = "",
) -> OwnEntry:
    """Add an item of its own to one list of one service, from a day on."""
    OwnEntry.objects.stop_if_known(id, service)
    if not LISTS[list].is_addable or LISTS[list].faults(extra):
        raise NotYours(_("Nothing can be added to this list."))
    _require_settable(list, minutes=minutes, limit=limit, interval=interval)
    code = _new_code(catalogue(service, valid_from), list, name_cs)
    mine = {"id": id, "list": list, "code": code, "valid_from": valid_from, "minutes": minutes, "limit": limit}
    said: dict[str, Any] = {"per": per, "interval": interval, "strength": strength}
    said |= {"is_on": True, "name_cs": name_cs, "name_en": name_en or name_cs, "short": short, "extra": extra}
    return OwnEntry(**service.ownership, **mine, **said, recorded_by=by.id).add()


def _require_settable(list: str, *, minutes: int | None, limit: int | None, interval: int | None) -> None:
    spec = LISTS[list]
    if not spec.is_settable:
        raise NotYours(_("This list is the same for everybody, so that figures can be compared."))
    if minutes is not None and not spec.has_minutes:
        raise NotYours(_("Items of this list have no minutes."), field="minutes")
    for name, value in (("limit", limit), ("interval", interval)):
        if value is not None and not spec.has_limit:
            raise NotYours(_("Items of this list have no limit."), field=name)


def _identity(item: Item, short: str) -> dict[str, Any]:
    """Return what an item of the service's own carries from version to version."""
    if not item.is_own:
        return {"short": short}
    return {"name_cs": item.name_cs, "name_en": item.name_en, "short": short or item.short_cs, "extra": item.extra}


def _new_code(lists: Catalogue, list: str, name: str) -> str:
    """Return a code made of the name: services that add the same thing get the same code, so their sums agree."""
    there = lists.everything.get(list, ())
    if any(item.name_cs.casefold() == name.casefold() for item in there):
        raise AlreadyThere(_("The list has an item of this name already. Choose another name."), field="name_cs")
    stem, taken = OWN + _slug(name, CODE - len(OWN)), {item.code for item in there}
    free = (f"{stem[: CODE - 3]}_{number}" for number in range(2, 99))
    return stem if stem not in taken else next(code for code in free if code not in taken)


def _slug(name: str, most: int) -> str:
    """Return the name in plain letters; where they don't suffice, a mark of the whole name keeps codes apart."""
    plain = slugify(name).replace("-", "_")
    if 0 < len(plain) <= most:
        return plain
    mark = blake2b(name.casefold().encode(), digest_size=3).hexdigest()
    return f"{plain[: most - len(mark) - 1]}_{mark}"
