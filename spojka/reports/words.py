"""Names of what figures are broken down by. The only place here that knows where names come from."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.base.ids import id_from
from spojka.codelists.catalogue import names_of
from spojka.encounters.models import Shift
from spojka.events.models import Event
from spojka.figures import dated, registry
from spojka.network.models import Membership, Project, Service
from spojka.places import territory
from spojka.places.models import Place
from spojka.ui.words import HARD

from . import times
from .nested import WITHIN

ROWS = {
    "shift": (Shift, Permission.SHIFT_VIEW),
    "service": (Service, Permission.REPORT_VIEW),
    "project": (Project, Permission.PROJECT_VIEW),
    "place": (Place, Permission.PLACE_VIEW),
    "event": (Event, Permission.EVENT_VIEW),
    "worker": (Membership, Permission.MEMBER_VIEW),
}
ALONG = {Membership: ("user",), Shift: ("event", "place")}  # what their names are made of
SHAPES = {
    "day": re.compile(r"\d{4}-\d\d-\d\d", re.ASCII),
    "month": re.compile(r"\d{4}-\d\d", re.ASCII),
    "year": re.compile(r"\d{4}", re.ASCII),
    "hour": re.compile(r"[01]\d|2[0-3]", re.ASCII),
}
DATED = ("breath_bands", "pressure_upper", "client_contacts", "client_syringes")  # lists of bands
TERRITORY = ("district", "municipality", "orp", "region")
OUTSIDE = {"event": _lazy("outside of events"), "project": _lazy("outside of projects")}
LISTS = {"setting": "setting", "sex": "sex", "age": "age_band"}


class Names:
    """What values of dimensions are called, as far as the actors may know; each kind is asked for once."""

    def __init__(self, by: Sequence[Actor]):
        self.by = by
        self._known: dict[str, dict[str, str]] = {}
        self._seen: list[Place] | None = None

    def of(self, dimension: str, key: str, items: str = "") -> str:
        """Return the name of one value. `items` is the list of codes that the dimension 'item' speaks of."""
        if not key:
            return str(OUTSIDE.get(dimension, _("not stated")))
        if dimension in times.WIDTHS:
            return times.called(key)
        if dimension == "hour":
            return f"{int(key)}–{int(key) + 1}{HARD}h"
        if dimension in TERRITORY:
            return territory.name_of(dimension, key)
        if dimension in ROWS:
            id = id_from(key)
            return self._rows(dimension).get(id.hex if id else key, _("another one"))
        return label(LISTS.get(dimension, items), key, self._list(LISTS.get(dimension, items)))

    def parents(self, dimension: str) -> dict[str, str] | None:
        """Return in which unit of territory each place or smaller unit lies; None where one lies in two at once."""
        found: dict[str, str] = {}
        for place in self._places():
            chain = {
                "place": str(place.pk),
                "district": place.district_code or place.municipality_code,
                "municipality": place.municipality_code,
                "orp": place.orp_code,
                "region": place.region_code,
            }
            keys = (chain["place"], place.pk.hex) if dimension == "place" else (chain[dimension],)
            for key in filter(None, keys):
                if found.setdefault(key, chain[WITHIN[dimension]]) != chain[WITHIN[dimension]]:
                    return None
        return found

    def _places(self) -> list[Place]:
        if self._seen is None:
            self._seen = [one for by in self.by for one in rows(Place, by=by, to=Permission.PLACE_VIEW)]
        return self._seen

    def order(self, items: str) -> list[str] | None:
        """Return the codes of a list whose values have an order by themselves."""
        return [band.code for band in dated.history(items)] if items in DATED else None

    def _rows(self, dimension: str) -> dict[str, str]:
        if dimension not in self._known:
            model, permission = ROWS[dimension]
            found = [one for by in self.by for one in _all(model, by, permission)]
            self._known[dimension] = {one.pk.hex: str(one) for one in found}
        return self._known[dimension]

    def _list(self, code: str) -> dict[str, str]:
        if code in DATED:  # bands have their names with them
            return {}
        if code not in self._known:
            house = self.by[0].organisation if self.by else None
            items = {one.items for one in registry.metrics()} - {"", *DATED}  # all that a report may name
            self._known |= names_of({code, *items, *LISTS.values()} - self._known.keys(), organisation=house)
        return self._known[code]


def label(list: str, code: str, known: dict[str, str]) -> str:
    """Return the name of a code; the code itself when no list has it any more."""
    if list in DATED:
        return next((band.name for band in dated.history(list) if band.code == code), code)
    return known.get(code, code)


def is_value(dimension: str, text: str) -> bool:
    """Test whether a text from an address could be a value of a dimension."""
    if "\0" in text:
        return False
    if not text or dimension not in SHAPES:
        return True
    is_one = bool(SHAPES[dimension].fullmatch(text))
    return is_one and (dimension == "hour" or _is_day(f"{text}-01-01"[:10]))


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _all(model: Any, by: Actor, permission: Permission) -> Any:
    found = rows(model, by=by, to=permission)
    return found.select_related(*ALONG.get(model, ()))
