from datetime import timedelta

import pytest

from spojka.base.ids import new_id
from spojka.emergencies.models import IntoxicationCard
from tests import make


@pytest.fixture
def shift(anna, lists):
    return make.shift(make.the_service_of(anna))


@pytest.fixture
def card(anna, shift):
    at = shift.start + timedelta(hours=1)
    return IntoxicationCard(**shift.ownership, shift=shift, day=shift.day, occurred_at=at, recorded_by=anna.id).add()


@pytest.fixture
def tap(anna, browse, shift):
    """One line sent as the phone sends it: tap(card, code, **typed)."""

    def send(card, code, by=None, minutes=0, shift=shift, **typed):
        at = (card.occurred_at if hasattr(card, "occurred_at") else shift.start) + timedelta(minutes=minutes)
        usual = {"id": str(new_id()), "card": str(getattr(card, "pk", card)), "code": code, "phone_at": at.isoformat()}
        return browse(by or anna).post(f"/podchod/shifts/{shift.pk}/cards/entries/", usual | typed)

    return send
