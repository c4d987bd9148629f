"""Names that are offered while minutes are written: who comes, organisations, places. They come with the page."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.places.models import Place, PlaceKind

from .models import Invited, Meeting, MinutesLine

EARLIER = 12  # meetings that are looked through for names used before
MOST_USED = 60  # lines of them
MOST_PLACES = 300


def names(meeting: Meeting, people: Iterable[Invited], by: Actor) -> dict[str, list[str]]:
    """Return what `@` offers, organisations then people, and what `#` offers; what was used last comes first."""
    everybody = list(people)
    used = _used(meeting, by)
    houses = [*(one.of_house for one in everybody), str(meeting.organisation), *(one.says for one in used)]
    places = [place for one in used for place in one.at_places]
    places += [str(one) for one in _places(by)]
    return {"who": _once([*houses, *(one.called for one in everybody)]), "places": _once(places)}


def _used(meeting: Meeting, by: Actor) -> list[Any]:
    """Return the lines of the last meetings for the same that name an organisation or a place."""
    last = rows(Meeting, by=by, to=Permission.MEETING_VIEW)
    last = last.filter(held_for=meeting.held_for, starts_at__lte=meeting.starts_at)
    among = list(last.order_by("-starts_at", "pk").values_list("pk", flat=True)[:EARLIER])
    found = rows(MinutesLine, by=by, to=Permission.MEETING_VIEW).filter(Q(speaker__gt="") | Q(places__gt=""))
    return list(found.filter(meeting__in=among).only("speaker", "places").order_by("-at", "-pk")[:MOST_USED])


def _places(by: Actor) -> Any:
    found = rows(Place, by=by, to=Permission.PLACE_VIEW).exclude(kind=PlaceKind.ONLINE)
    return found.only("name", "municipality").order_by(by_name(), "pk")[:MOST_PLACES]


def _once(said: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(one for one in said if one))
