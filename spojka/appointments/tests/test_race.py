"""Several houses book one free time at the same moment: one gets it, each other a sentence."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import close_old_connections, connection
from django.utils import timezone

from spojka.appointments.actions import book as book_actions
from spojka.appointments.actions.free import Gone
from spojka.appointments.content import Whom
from spojka.appointments.models import Booking, FreeTime
from spojka.appointments.taking import take
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.codelists import load
from spojka.directory.doors import looker
from tests import make

from .conftest import SENT, offer_time

pytestmark = pytest.mark.slow
MANY = 4


@pytest.fixture
def free(transactional_db):
    load.load()
    service = make.service(organisation=make.organisation(slug="podchod"))
    anna = make.member(service, name="Anna Poledne")
    return anna, offer_time(anna, service)


def at_once(deeds):
    """Do all of it at the same moment, each over a connection of its own; return what came of each."""
    barrier = Barrier(len(deeds))

    def run(deed):
        close_old_connections()
        try:
            barrier.wait(30)
            return deed()
        except Refusal as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(run, deeds))


def taker(time):
    service = make.service()
    member = make.member(service)

    def deed():
        return take(by=looker(member), id=new_id(), free_time=time, service=service, sent=SENT, at=timezone.now())

    return deed


def test_one_gets_it(free):
    _anna, time = free

    came = at_once([taker(time) for _ in range(MANY)])

    assert sum(isinstance(one, Booking) for one in came) == 1
    assert sum(isinstance(one, Gone) for one in came) == MANY - 1
    assert Booking.objects.filter(cancelled_at=None).count() == 1


def test_its_own_service_and_another_house_do_not_both_get_it(free):
    anna, time = free

    def fill():
        return book_actions.fill(by=anna, appointment=time.appointment, whom=Whom(who="Paní"), at=timezone.now())

    at_once([fill, taker(time)])

    is_filled = bool(FreeTime.objects.get().withdrawn_at)
    assert is_filled != Booking.objects.exists()
