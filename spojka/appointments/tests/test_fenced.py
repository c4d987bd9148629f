"""Behind the database's own fence: another house books a free time and sees no more than that; PostgreSQL."""

from datetime import timedelta

from django.utils import timezone

from spojka.access.tests.test_fence import fenced, postgres
from spojka.appointments import reading
from spojka.appointments.actions import book as book_actions
from spojka.appointments.actions import free as actions
from spojka.appointments.models import Appointment, Booking, FreeTime
from spojka.appointments.taking import take
from spojka.base.ids import new_id
from spojka.directory import actions as directory
from spojka.directory.doors import entries
from spojka.directory.models import Capacity, ServiceEntry
from tests import make

from .conftest import SENT, offer_time

__all__ = ["fenced"]

AGO = timedelta(minutes=1)  # to the database "now" is when the test's transaction began


def booking(sender, free, at):
    service = make.the_service_of(sender)
    return take(by=sender, id=new_id(), free_time=free, service=service, sent=SENT, at=at)


def to_book(sender, at):
    return lambda: list(reading.bookable(sender, at))


@postgres
def test_another_house_books_what_it_sees_and_no_more(fenced, anna, teren, sender, cyril):
    free, at = offer_time(anna, teren), timezone.now() - AGO
    assert fenced.sees(FreeTime, sender) == {free.pk}
    assert fenced.sees(Appointment, sender) == set()
    assert fenced.does(sender, lambda: booking(sender, free, at))  # and undone

    made = booking(sender, free, at)

    assert fenced.sees(Booking, sender) == fenced.sees(Booking, anna) == {made.pk}
    assert fenced.sees(Booking, cyril) == set()
    assert fenced.does(sender, to_book(sender, at)) == []
    assert fenced.does(sender, lambda: FreeTime.objects.update(minutes=1)) == 0
    assert fenced.does(anna, lambda: Booking.objects.update(word="x")) == 0

    def cancel_and_look():
        actions.cancel(by=sender, booking=made, at=at)
        return to_book(sender, at)()

    assert fenced.does(sender, cancel_and_look) == [free]


@postgres
def test_the_service_cancels_and_the_sender_still_reads_it(fenced, anna, teren, sender):
    free, at = offer_time(anna, teren), timezone.now() - AGO
    made = booking(sender, free, at)
    said = {"appointment": free.appointment, "cancelled_by": "service", "at": at}
    assert fenced.does(anna, lambda: book_actions.cancel(by=anna, **said))  # and undone

    book_actions.cancel(by=anna, **said)

    seen = fenced.does(sender, lambda: Booking.objects.select_related("free_time").get())
    assert (seen.pk, bool(seen.free_time.withdrawn_at)) == (made.pk, True)


@postgres
def test_a_published_entry_and_its_capacity_are_read_and_not_changed(fenced, hana, teren, sender):
    free, at, today = offer_time(hana, teren), timezone.now() - AGO, timezone.localdate()
    directory.tell(by=hana, id=new_id(), entry=free.entry, free=3, in_care=None, note="", today=today)
    assert fenced.sees(ServiceEntry, sender) == fenced.sees(Capacity, sender) == set()

    directory.publish(by=hana, entry=free.entry, found_by="everybody", partners=[], at=at)

    assert fenced.does(sender, lambda: list(entries(sender))) == [free.entry]
    assert len(fenced.sees(Capacity, sender)) == 1
    assert fenced.does(sender, lambda: ServiceEntry.objects.update(name="x", words="")) == 0
