from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from tests import make

from .night import Night


def wall(at) -> str:
    """Return an instant as the phone's date field sends it."""
    return timezone.localtime(at).strftime("%Y-%m-%dT%H:%M")


@pytest.fixture
def stand(anna, browse, lists):
    """Anna's phone at the stand: stand(**typed) sends the form of her running shift."""
    shift = make.shift(make.the_service_of(anna))

    def send(browser=None, headers=None, **typed):
        usual = {"id": str(new_id()), "side": "anonymous", "at": wall(shift.start + timedelta(hours=1))}
        return (browser or browse(anna)).post(send.url, usual | typed, headers=headers or {})

    send.shift = shift
    send.url = f"/podchod/shifts/{shift.pk}/encounters/new/"
    return send


@pytest.fixture
def night():
    return Night()
