from datetime import timedelta

import pytest
from django.utils import timezone

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
