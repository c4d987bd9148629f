import pytest
from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.clients.models import Agreement
from spojka.consents import reading
from spojka.consents.actions import consents
from spojka.consents.content import Said, Whom
from spojka.receipts import content
from tests import make


@pytest.fixture
def given(anna, cyril, teren):
    """A consent of Rada's with an institution and with her mother."""
    rada = make.client(teren, code="RAD 80 Z")
    today = timezone.localdate()
    stated = {"form": "signed", "version": "1", "given_on": today, "taken_by": anna.id, "recorded_by": anna.id}
    Agreement(**rada.ownership, client=rada, **stated).add()
    house = cyril.organisation
    whom = (
        Whom(institution="Jinde", unit="Poradna", house=house),
        Whom(person="Božena", relation="matka", kinds=Kind.COURSE),
    )
    kinds = Kind.COURSE | Kind.HISTORY
    said = Said(kinds=kinds, way="paper", given_on=today, taken_by=anna.id, recipients=whom)
    return consents.give(by=anna, id=new_id(), client=rada, said=said, at=timezone.now())


@pytest.fixture
def told(anna, given):
    return reading.told([given], anna, timezone.now())[0]


@pytest.fixture
def square(told):
    """What the square of the paper says."""
    return content.signed(content.said_of(told))


@pytest.fixture
def keys_are(settings):
    """Work under these secrets, the newest first: keys_are("new", "old")."""

    def keys_are_(newest, *older):
        settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = newest, list(older)

    return keys_are_
