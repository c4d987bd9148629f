"""Every page, in both widths, light and dark, open to everybody: axe finds nothing, nothing is too wide."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.appointments.actions import book, homes, waiting
from spojka.appointments.content import Whom
from spojka.appointments.taking import take
from spojka.base.ids import new_id
from spojka.codelists import load
from spojka.directory import actions as directory
from spojka.directory.doors import looker
from tests import make

from .conftest import SENT, offer_time, time_of

DAY = timedelta(days=1)


@pytest.fixture
def told(transactional_db):
    """A head with a directory, a book and a list; and the pages that show them."""
    load.load()
    service = make.service(organisation=make.organisation(slug="podchod"), kind="3836")
    hana, now = make.member(service, name="Hana Večerní", role="service_head"), timezone.now()
    today = timezone.localdate(now)
    other = make.service(organisation=make.organisation(slug="jinde", hears_warnings=True))
    cyril = make.member(other, role="service_head")
    taken, theirs = offer_time(hana, service), offer_time(cyril, other)
    for by, free in ((hana, taken), (cyril, theirs)):
        directory.tell(by=by, id=new_id(), entry=free.entry, free=2, in_care=9, note="Hned.", today=today)
        directory.publish(by=by, entry=free.entry, found_by="everybody", partners=[], at=now)
    said = {"sent": SENT, "at": now}
    take(by=looker(cyril), id=new_id(), free_time=taken, service=other, **said)
    mine = take(by=looker(hana), id=new_id(), free_time=theirs, service=service, **said)
    offered = offer_time(cyril, other, days=5)
    whom = Whom(client=make.client(service), note="S matkou.", reminder_to="x@example.invalid")
    time = time_of(hana, starts_at=now + DAY)
    one = book.book(by=hana, id=new_id(), service=service, time=time, whom=whom, anyway=True)
    last = {"since": today - 3 * DAY, "today": today, "precedence": "malé děti", "note": "x"}
    waits = waiting.add(by=hana, id=new_id(), service=service, purpose="byt", client=None, who="Paní", **last)
    waiting.offer(by=hana, id=new_id(), waiting=waits, what="Byt 1", answer_by=today, today=today)
    flats = [homes.add(by=hana, id=new_id(), service=service, name=f"Byt {n}", today=today) for n in (1, 2)]
    lives = {"client": None, "who": "Rodina", "since": today, "today": today}
    stay = homes.begin(by=hana, id=new_id(), home=flats[0], **lives)
    entry = f"directory/{taken.entry_id}/"
    day = f"appointments/?day={today}&view=day"
    return hana, [
        "", "directory/", "directory/?q=nic&open=on", "directory/new/", "directory/new/?of=other", entry,
        f"{entry}change/", f"{entry}publish/", f"{entry}capacity/", "directory/capacity/",
        "appointments/", day, "appointments/new/", f"appointments/{one.pk}/", f"appointments/{taken.appointment_id}/",
        f"appointments/{one.pk}/move/", f"appointments/{taken.appointment_id}/fill/", "free-times/",
        "free-times/offer/", f"free-times/{offered.pk}/take/", "bookings/", f"bookings/{mine.pk}/", "waiting/",
        "waiting/new/", f"waiting/{waits.pk}/", f"waiting/{waits.pk}/offer/", f"waiting/{waits.pk}/end/", "homes/",
        "homes/new/", f"homes/{flats[1].pk}/stay/", f"stays/{stay.pk}/end/",
    ]  # fmt: skip


def test_pages_of_the_directory_and_the_book_are_open_to_everybody(told, phone, looks):
    hana, addresses = told

    assert looks(phone(hana), [f"/podchod/{address}" for address in addresses]) == {}
