from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.encounters.tests.conftest import wall
from tests import make


@pytest.fixture
def shift(anna, lists):
    return make.shift(make.the_service_of(anna))


@pytest.fixture
def send(anna, browse, shift):
    """A form of the stand, sent as the phone does: send(page, **typed)."""
    pages = {
        "hand": ("naloxone/", {"side": "anonymous", "trained": "before", "kits": 1, "doses": 2, "reason": "first"}),
        "used": (
            "naloxone/used/",
            {"side": "anonymous", "used": 1, "by_whom": "holder", "came": "reversed", "ambulance": "yes", "doses": 2},
        ),
        "overdose": (
            "overdose/",
            {"heard": "told", "ended": "survived", "naloxone": "yes", "ambulance": "no", "doses": 1},
        ),
    }

    def posted(page, by=None, minutes=60, on=shift, **typed):
        path, usual = pages[page]
        at = {} if page == "overdose" else {"at": wall(on.start + timedelta(minutes=minutes))}
        return browse(by or anna).post(f"/podchod/shifts/{on.pk}/{path}", {"id": str(new_id())} | at | usual | typed)

    return posted


@pytest.fixture
def key_worker(anna):
    return make.member(make.the_service_of(anna), role="key_worker", name="Klára Klíčová")


@pytest.fixture
def head(anna):
    return make.member(make.the_service_of(anna), role="service_head", name="Hedvika")


@pytest.fixture
def today():
    return timezone.localdate()
