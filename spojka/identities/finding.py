"""Clients found by who they are: only marks are compared, and what is found is opened then."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.network.models import Service

from . import sealing
from .models import Identity, MarkKind
from .sealing import Person

MOST = 30


def find(said: Mapping[str, Any], service: Service, by: Actor) -> tuple[list[tuple[Identity, Person]], bool]:
    """Return who fits all that was said, and whether the surname fits only by its first three letters."""
    exact = _fitting(said, service, by, MarkKind.SURNAME)
    if exact or not said.get("surname"):
        return exact, False
    is_whole = len(sealing.normalised(MarkKind.SURNAME, said["surname"])) > sealing.START
    return _fitting(said, service, by, MarkKind.START), is_whole


def _fitting(said: Mapping[str, Any], service: Service, by: Actor, as_surname: MarkKind) -> list[Any]:
    found = rows(Identity, by=by, to=Permission.IDENTITY_FIND).filter(service=service).exclude(sealed="")
    for kind, text in _asked(said, as_surname):
        found = found.filter(marks__kind=kind, marks__mark__in=sealing.asked(kind, text, service.pk))
    some = list(found.select_related("client").order_by("client__code", "pk").distinct()[:MOST])
    listed: list[Any] = read(some, by=by, to=Permission.IDENTITY_FIND)
    people = [(one, sealing.opened(one.sealed, one.client_id)) for one in listed]
    return [(one, person) for one, person in people if person]


def _asked(said: Mapping[str, Any], as_surname: MarkKind) -> list[tuple[MarkKind, str]]:
    born: date | None = said.get("born")
    parts = {as_surname: said.get("surname"), MarkKind.FIRST: said.get("first"), MarkKind.PHONE: said.get("phone")}
    parts |= {MarkKind.BORN: born.isoformat() if born else ""}
    return [(kind, text) for kind, text in parts.items() if text]
