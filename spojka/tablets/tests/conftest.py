from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.encounters.models import CrewMember
from spojka.members import pins
from spojka.network.models import Membership
from tests import make

PIN = "2580"


@pytest.fixture
def shift(anna, hana, teren, lists):
    """A running shift of Anna and Hana, who both have a PIN."""
    now = timezone.now()
    shift = make.shift(teren, planned_start=now, planned_end=now + timedelta(hours=7), started_at=now)
    for actor in (anna, hana):
        CrewMember(**shift.ownership, shift=shift, membership_id=actor.id).add()
        pins.set_pin(actor.user, PIN, now)
    return shift


@pytest.fixture
def tablet(anna, shift, browse):
    """A browser that Anna has shared for her shift; tablet.take(hana) is Hana tapping her name."""
    browser = browse(anna)
    browser.post(f"/podchod/shifts/{shift.pk}/tablets/")

    def take(actor, pin=PIN):
        return browser.post("/podchod/tablet/take/", {"who": actor.id, "pin": pin})

    browser.take = take
    browser.stand = f"/podchod/shifts/{shift.pk}/encounters/new/"
    browser.write = lambda **typed: browser.post(
        browser.stand, {"id": str(new_id()), "side": "anonymous", "materials-water": "1"} | typed
    )
    return browser


def membership(actor):
    return Membership.objects.select_related("user").get(pk=actor.id)
