from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.care.actions import slots
from tests import make


@pytest.fixture
def centre(podchod, lists):
    return make.service(organisation=podchod, name="K-centrum", kind="3856")


@pytest.fixture
def worker(centre):
    return make.member(centre, name="Bára Ranní")


@pytest.fixture
def colleague(centre):
    return make.member(centre, name="Jiří Denní")


@pytest.fixture
def head(centre):
    return make.member(centre, name="Radek Večerní", role="service_head")


@pytest.fixture
def shift(centre):
    """The centre is open for an hour."""
    now = timezone.now()
    times = {"planned_start": now - timedelta(hours=1), "planned_end": now + timedelta(hours=5)}
    on = timezone.localdate(now)
    return make.shift(centre, setting="drop_in", day=on, started_at=now - timedelta(hours=1), **times)


@pytest.fixture
def shower(head, centre):
    said = {"name": "Sprcha", "minutes": 20, "opens_at": None, "closes_at": None, "act": "HSC"}
    return slots.add_resource(by=head, id=new_id(), service=centre, **said)


@pytest.fixture
def queue(worker, shift, shower):
    def put(who, by=None, id=None, is_code=False, resource=None):
        said = {"resource": resource or shower, "who": who, "is_code": is_code, "at": timezone.now()}
        return slots.queue(by=by or worker, id=id or new_id(), shift=shift, **said)

    return put


@pytest.fixture
def move(worker):
    def go(slot, *states, at=None, by=None):
        for state in states:
            slot = slots.move(by=by or worker, slot=slot, to=state, at=at or timezone.now())
        return slot

    return go
