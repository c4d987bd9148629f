"""What invented material lies where: a store and a backpack of the stand, a store and a van of the centre."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.utils import timezone

from spojka.access.actor import Actor
from spojka.base.ids import new_id
from spojka.encounters.models import Shift
from spojka.network.models import Service
from spojka.stock.actions import locations, moves
from spojka.stock.balances import Stock
from spojka.stock.models import Location

from . import days
from .mass import Mass

SINCE = 40  # days of a stock
STAND = {
    "earplugs": 500, "condom": 400, "water": 300, "filters": 300, "leaflet": 120, "vitamins": 60, "lubricant": 150,
}  # fmt: skip
STORE = {
    "earplugs": (40, 50), "condom": (12, 144), "water": (60, 24), "filters": (20, 120), "leaflet": (10, 100),
    "vitamins": (4, 30), "lubricant": (6, 100),
}  # fmt: skip
OFF = {"earplugs": -12, "condom": 3, "water": -2}  # by how much the last count differs
CENTRE = {
    "syringe_1": (40, 100), "syringe_2": (10, 100), "needle": (20, 100), "sterile_water": (30, 50), "condom": (6, 144),
    "injecting_filter": (10, 100), "alcohol_swab": (20, 200), "ascorbic_acid": (5, 100), "capsule": (3, 200),
    "foil": (2, 200), "sharps_box": (2, 20), "syringe_05": (8, 100), "straw": (2, 50), "leaflet": (2, 100),
    "food": (10, 24), "tourniquet": (1, 20), "vitamins": (2, 30),
}  # fmt: skip
ENDS = {"sterile_water": 400, "alcohol_swab": 30, "condom": 900}


def build(mass: Mass) -> None:
    """Write down both stocks: deliveries with batches, an issue for the fair, a stock-taking, one difference."""
    today = timezone.localdate(mass.now)
    _stand(mass, today)
    _centre(mass, today)


def _stand(mass: Mass, today: date) -> None:
    hana, service = mass.network.actors["hana"], mass.network.services["noc"]
    store = _location(mass, "hana", service, today, "store", "Sklad na Zastávce", [], {})
    bag = _location(mass, "hana", service, today, "stand", "Bedny stánku", ["event_zone"], STAND)
    _deliveries(mass, "hana", store, STORE, today)
    with mass.then(days.at(today - timedelta(days=SINCE - 2), 14)) as at:
        moves.issue(by=hana, id=new_id(), source=store, target=bag, shift=None, pieces=STAND, note="", at=at)
    _draw(mass, "anna", service, bag, today)
    with mass.then(days.at(today - timedelta(days=1), 9)) as at:
        _count(hana, store, {"earplugs": -50}, at, "Krabice špuntů byla otevřená.")
    with mass.then(days.at(today - timedelta(days=1), 17)) as at:
        _count(hana, bag, OFF, at, "")
    with mass.then(days.at(today - timedelta(days=1), 18)):
        for code, low in {"vitamins": 60, "earplugs": 300, "condom": 400}.items():
            locations.set_level(by=hana, service=service, code=code, pack=None, low=low, warned=60)


def _centre(mass: Mass, today: date) -> None:
    gita, service = mass.network.actors["gita"], mass.network.services["kcentrum"]
    store = _location(mass, "gita", service, today, "store", "Sklad centra", ["drop_in"], {})
    van = _location(mass, "gita", service, today, "van", "Sanita", [], {"syringe_1": 200, "condom": 50})
    _deliveries(mass, "gita", store, CENTRE, today)
    with mass.then(days.at(today - timedelta(days=SINCE - 3), 10)) as at:
        said = {"number": "NX-0417", "expires_on": today - timedelta(days=5), "note": "", "occurred_at": at}
        moves.deliver(by=gita, id=new_id(), target=store, code="naloxone", quantity=12, **said)
    with mass.then(days.at(today - timedelta(days=8), 10)) as at:
        carried = {"syringe_1": 200, "condom": 50}
        moves.issue(by=gita, id=new_id(), source=store, target=van, shift=None, pieces=carried, note="", at=at)
    _draw(mass, "bara", service, store, today)
    with mass.then(days.at(today - timedelta(days=3), 9)):
        for code, (low, pack) in {"syringe_1": (500, 100), "foil": (500, 200), "sterile_water": (200, 50)}.items():
            locations.set_level(by=gita, service=service, code=code, pack=pack, low=low, warned=60)


def _count(by: Actor, location: Location, off: Mapping[str, int], at: datetime, note: str) -> None:
    """Count what there should be but for a few pieces, as it happens."""
    balances = Stock(location.service, by).balances(at)
    there = {code: one.quantity for (where, code), one in balances.items() if where == location.pk}
    pieces = {code: max(0, n + off.get(code, 0)) for code, n in there.items()}
    moves.count(by=by, id=new_id(), location=location, pieces=pieces, expected=there, last=None, note=note, at=at)


def _location(
    mass: Mass, key: str, service: Service, today: date, kind: str, name: str, settings: list[str], kit: dict[str, int]
) -> Location:
    said = {"team": None, "kind": kind, "name": name, "settings": settings, "kit": kit}
    with mass.then(days.at(today - timedelta(days=SINCE), 9)):
        return locations.add(by=mass.network.actors[key], id=new_id(), service=service, **said)


def _deliveries(mass: Mass, key: str, store: Location, came: Mapping[str, tuple[int, int]], today: date) -> None:
    for number, (code, (packs, pack)) in enumerate(came.items()):
        ends = today + timedelta(days=ENDS[code]) if code in ENDS else None
        said = {"number": f"L{2600 + number}" if ends else "", "expires_on": ends, "note": ""}
        with mass.then(days.at(today - timedelta(days=SINCE - 1), 9) + timedelta(minutes=3 * number)) as at:
            moves.deliver(
                by=mass.network.actors[key], id=new_id(), target=store, code=code, quantity=packs * pack,
                occurred_at=at, **said,
            )  # fmt: skip


def _draw(mass: Mass, key: str, service: Service, location: Location, today: date) -> None:
    """Shifts of these weeks drew from here; a new one does so by itself."""
    shifts = Shift.objects.filter(service=service, day__gte=today - timedelta(days=SINCE - 1)).exclude(started_at=None)
    for shift in shifts.order_by("day", "pk"):
        with mass.then(shift.start):
            locations.draw(by=mass.network.actors[key], shift=shift, location=location)
