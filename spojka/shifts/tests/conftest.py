from datetime import timedelta

import pytest

from spojka.base.ids import new_id
from spojka.encounters.models import CrewMember
from tests import make


@pytest.fixture
def shift(anna, lists):
    made = make.shift(make.the_service_of(anna))
    CrewMember(**made.ownership, shift=made, membership_id=anna.id).add()
    return made


@pytest.fixture
def send(anna, browse, shift):
    """One form sent as a phone sends it: send(path, minutes=…, **typed), by Anna if nobody else is said."""

    def post(path, by=None, minutes=60, of=shift, **typed):
        at = of.start + timedelta(minutes=minutes)
        usual = {"id": str(new_id()), "phone_at": at.isoformat()}
        return browse(by or anna).post(f"/podchod/shifts/{of.pk}/{path}/", usual | typed)

    return post
