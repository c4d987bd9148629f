from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from spojka.base.ids import new_id
from spojka.codelists.catalogue import catalogue
from spojka.encounters.actions import encounters
from spojka.encounters.content import Content, Taken
from spojka.encounters.models import Side
from tests import make


@pytest.fixture
def room(lists, kontakt):
    """A shift of Bára's contact room that runs now."""
    now = timezone.now()
    times = {"planned_start": now - timedelta(hours=2), "planned_end": now + timedelta(hours=6)}
    place = make.place(kontakt, name="Kontaktní místnost")
    started = {"started_at": now - timedelta(hours=2), "day": timezone.localdate(now)}
    return make.shift(kontakt, setting="drop_in", place=place, **times, **started)


@pytest.fixture
def kra(kontakt):
    return make.client(kontakt, code="KRA 84")


@pytest.fixture
def exchange(bara, room):
    """Write an exchange of KRA 84, so many minutes ago."""

    def write(minutes=0, code="KRA 84", **said):
        at = timezone.now() - timedelta(minutes=minutes)
        usual = {"materials": {"syringe_1": 10, "sterile_water": 5}, "taken": (Taken(code="syringe_1", quantity=8),)}
        content = Content(side=Side.CODE, code=code, occurred_at=at, **usual | said)
        told = {"shift": room, "content": content, "catalogue": catalogue(room.service, room.day), "at": at}
        return encounters.record(by=bara, id=new_id(), **told)

    return write


@pytest.fixture
def counter(desk, bara, room):
    page = desk(bara)
    page.goto(f"/podchod/counter/{room.pk}/")
    expect(page.get_by_label("Kód nebo kartička")).to_be_focused()
    return page
