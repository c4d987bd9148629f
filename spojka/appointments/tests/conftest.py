from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from spojka.appointments.actions import book as book_actions
from spojka.appointments.actions import free as free_actions
from spojka.appointments.content import Sent, Time, Whom
from spojka.appointments.models import FreeTime
from spojka.base.ids import new_id
from spojka.directory import actions as directory
from spojka.directory.doors import looker
from spojka.network.models import Membership
from tests import make

MONDAY = datetime(2027, 3, 1, 9, tzinfo=timezone.get_default_timezone())
ENTRY = {"name": "Poradna", "provider": "Podchod", "kind": "3836", "ways": ["ambulant"]}


def time_of(actor, **said):
    usual = {"worker": Membership.objects.get(pk=actor.id), "starts_at": MONDAY, "minutes": 60, "kind": "first"}
    return Time(**usual | said)


@pytest.fixture
def book():
    def of(by, service, *, who="Pan s kloboukem", client=None, anyway=False, reminded=None, **time):
        where = {"reminder_to": reminded, "reminder_where": "Nádraží"} if reminded else {}
        whom = Whom(who="" if client else who, client=client, **where)
        said = {"time": time_of(by, **time), "whom": whom, "anyway": anyway}
        return book_actions.book(by=by, id=new_id(), service=service, **said)

    return of


def entry_of(by, service):
    today = timezone.localdate()
    said = {"is_own": True, "said": ENTRY, "today": today}
    return directory.write(by=by, id=new_id(), service=service, **said)


def offer_time(by, service, partners=(), days=3, **time):
    """Offer one free time; return it as others see it."""
    said = {"where": "Dlouhá 3", "about": "", "partners": list(partners), "anyway": True}
    at = timezone.now() - timedelta(minutes=1)
    time = time_of(by, starts_at=timezone.now() + timedelta(days=days), **time)
    row = free_actions.offer(by=by, id=new_id(), entry=entry_of(by, service), time=time, at=at, **said)
    return FreeTime.objects.get(appointment=row)


@pytest.fixture
def sender(lists):
    """Somebody of another house, as they look into the directory."""
    return looker(make.member(make.service(organisation=make.organisation(slug="urad")), name="Marie Dětská"))


SENT = Sent(reach="777 000 111", sex="woman", topic="debts")
