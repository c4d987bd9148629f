from datetime import timedelta

import pytest

from spojka.base.ids import new_id
from spojka.encounters.models import Handout
from spojka.stock.actions import locations, moves
from spojka.stock.balances import Stock
from spojka.stock.models import Location, LocationKind
from tests import make

NOON = make.NOON


def location(service, name="Sklad", kind=LocationKind.STORE, **fields):
    return Location(**service.ownership, name=name, kind=kind, recorded_by="hana", **fields).add()


def give(shift, code, quantity, at=None, **fields):
    """A contact in which material is given out."""
    said = {"occurred_at": at} if at else {}
    encounter = make.encounter(shift, **said | fields)
    Handout(**shift.ownership, encounter=encounter, code=code, quantity=quantity).add()
    return encounter


def deliver(by, target, code="condom", quantity=100, at=None, **fields):
    said = {"number": "", "expires_on": None, "note": "", "occurred_at": at or NOON} | fields
    return moves.deliver(by=by, id=new_id(), target=target, code=code, quantity=quantity, **said)


def issue(by, source, target, pieces, at=None, **fields):
    said = {"shift": None, "note": "", "at": at or NOON} | fields
    return moves.issue(by=by, id=new_id(), source=source, target=target, pieces=pieces, **said)


def count(by, place, pieces, at=None, **fields):
    said = {"expected": {}, "last": None, "note": "", "at": at or NOON + timedelta(days=1)} | fields
    return moves.count(by=by, id=new_id(), location=place, pieces=pieces, **said)


def draw(by, shift, place):
    return locations.draw(by=by, shift=shift, location=place)


def there(service, place, code="condom", until=None, by=None):
    balances = Stock(service, by).balances(until)
    return balances[place.pk, code].quantity if (place.pk, code) in balances else 0


@pytest.fixture
def store(teren, lists):
    return location(teren)


@pytest.fixture
def bag(teren, lists):
    return location(teren, "Batoh 1", LocationKind.BACKPACK, settings=["event_zone"])
