"""Who pays for the invented work: two funders, a night split between them, indirect work of a month."""

from datetime import timedelta

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.base.sorting import by_name
from spojka.encounters.actions import arranging
from spojka.encounters.models import Shift, ShiftPart
from spojka.places import actions as places
from spojka.places.models import Place, PlaceKind
from spojka.projects import actions as projects
from spojka.work import actions as work

from . import days
from .mass import Mass

CITY = "Brno-střed"  # invented towns have no districts to cut figures by
NEAR = "6201"  # the invented towns lie in a real district, or no table of territory could show them
PEOPLE = ("anna", "hana")
KINDS = (("preparation", 45), ("travel", 70), ("documentation", 40), ("team_meeting", 90), ("supervision", 120))


def build(mass: Mass) -> None:
    """Write down both projects, give them last shifts, split one night and fill in indirect work."""
    _locate(mass)
    hana, service = mass.network.actors["hana"], mass.network.services["noc"]
    today = timezone.localdate(mass.now)
    span = {"valid_from": today - timedelta(days=45), "valid_to": today + timedelta(days=75)}
    usual = {"by": hana, "service": service, "services": [service], "territory": ["CZ064"], **span}
    with mass.then(days.at(span["valid_from"], 11)):
        city = projects.add(
            id=new_id(), name="Bezpečnější noc ve městě", funder="Statutární město Lipovec", number="SOC-14", **usual,
            promised={"contacts": 450, "hours.shift": 200, "materials": 900},
        )  # fmt: skip
    with mass.then(days.at(span["valid_from"], 12)):
        state = projects.add(
            id=new_id(), name="Prevence na akcích", funder="RVKPP", number="P-26-031", **usual,
            promised={"contacts": 700, "tallies.people": 600, "hours.indirect": 20},
        )  # fmt: skip
    ended = Shift.objects.filter(service=service, place__region_code="CZ064").exclude(ended_at=None)
    first, *others = ended.select_related("event").order_by("-day", "pk")
    ShiftPart.objects.bulk_create(
        ShiftPart(
            **shift.ownership, shift=shift, starts_at=shift.start, project=state if _is_festival(shift) else city
        )
        for shift in others
    )
    middle = (first.start + (first.end - first.start) / 2).replace(second=0, microsecond=0)
    with mass.then(first.end + timedelta(hours=8)):
        arranging.split(by=hana, shift=first, parts=[(None, city), (middle, state)])
    for number in range(12):
        code, minutes = KINDS[number % len(KINDS)]
        said = {
            "code": code,
            "minutes": minutes + 5 * (number % 4),
            "note": "",
            "project": (city, state, None)[number % 3],
        }
        by, day = mass.network.actors[PEOPLE[number % 2]], today - timedelta(days=2 * number + 1)
        with mass.then(days.at(day, 16) + timedelta(minutes=7 * number)):
            work.record(by=by, id=new_id(), service=service, day=day, today=day, **said)


def _is_festival(shift: Shift) -> bool:
    """Tell a weekend from a club night, which ends on the next day too."""
    return bool(shift.event and shift.event.ends_on - shift.event.starts_on > timedelta(days=1))


def _locate(mass: Mass) -> None:
    """Say where the places of the team lie, but for the first, left for mending; the last one is in a city."""
    service, hana = mass.network.services["noc"], mass.network.actors["hana"]
    somewhere = Place.objects.filter(service=service).exclude(kind=PlaceKind.ONLINE).order_by(by_name(), "pk")
    for place in (found := list(somewhere)[1:]):
        where = (
            {"municipality": CITY, "orp": ""}
            if place is found[-1]
            else {"municipality": place.municipality, "orp": NEAR}
        )
        said = {"name": place.name, "kind": place.kind} | where
        with mass.then(place.recorded_at + timedelta(hours=1)):
            places.change(by=hana, place=place, **said)
