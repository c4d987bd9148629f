"""Free first appointments: seen by whom they are for, booked once, cancelled by either side."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.appointments import reading, reminding, supplying
from spojka.appointments.actions import book as book_actions
from spojka.appointments.actions import free as actions
from spojka.appointments.content import Whom
from spojka.appointments.holding import Over
from spojka.appointments.models import Appointment, Booking
from spojka.appointments.taking import take
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.directory.doors import looker
from tests import make

from .conftest import SENT, offer_time


def book_it(by, free):
    service = make.the_service_of(by)
    return take(by=by, id=new_id(), free_time=free, service=service, sent=SENT, at=timezone.now())


def free_for(by):
    return list(reading.bookable(by, timezone.now()))


def test_everybody_sees_it_until_somebody_books_it(anna, teren, sender, cyril):
    free = offer_time(anna, teren)
    assert free_for(sender) == free_for(looker(cyril)) == [free]

    booking = book_it(sender, free)

    assert len(booking.word) == 7
    assert free_for(sender) == free_for(looker(cyril)) == free_for(anna) == []


def test_the_slower_one_gets_a_sentence(anna, teren, sender, cyril):
    free = offer_time(anna, teren)
    book_it(sender, free)

    with pytest.raises(actions.Gone):
        book_it(looker(cyril), free)
    assert Booking.objects.count() == 1


def test_one_that_is_sent_again_is_the_booking_that_was_made(anna, teren, sender):
    free, service = offer_time(anna, teren), make.the_service_of(sender)
    said = {"by": sender, "id": new_id(), "service": service, "sent": SENT, "at": timezone.now()}

    assert take(free_time=free, **said) == take(free_time=free, **said) == Booking.objects.get()


def test_only_named_houses_see_it(anna, teren, sender, cyril):
    free = offer_time(anna, teren, partners=[sender.organisation])

    assert (free_for(sender), free_for(looker(cyril))) == ([free], [])
    with pytest.raises(PermissionDenied):
        book_it(looker(cyril), free)


def test_both_sides_see_the_booking_and_nobody_else(anna, bara, teren, sender, cyril):
    booking = book_it(sender, offer_time(anna, teren))

    seen = [list(rows(Booking, by=one, to=Permission.BOOKING_VIEW)) for one in (anna, sender, bara, looker(cyril))]

    assert seen == [[booking], [booking], [], []]


def test_what_the_sender_cancels_others_may_book(anna, teren, sender, cyril):
    free = offer_time(anna, teren)
    booking = book_it(sender, free)
    with pytest.raises(PermissionDenied):  # the service cancels in its book
        actions.cancel(by=anna, booking=booking, at=timezone.now())

    actions.cancel(by=sender, booking=booking, at=timezone.now())

    assert free_for(looker(cyril)) == [free]
    assert book_it(looker(cyril), free)


def test_what_the_service_cancels_the_sender_still_sees(anna, teren, sender):
    free = offer_time(anna, teren)
    booking = book_it(sender, free)
    with pytest.raises(Over):
        actions.withdraw(by=anna, free_time=free, at=timezone.now())

    book_actions.cancel(by=anna, appointment=free.appointment, cancelled_by="service", at=timezone.now())

    seen = rows(Booking, by=sender, to=Permission.BOOKING_VIEW).select_related("free_time").get()
    assert (seen, bool(seen.free_time.withdrawn_at)) == (booking, True)


def test_one_filled_by_its_own_service_is_gone_for_others(anna, teren, sender):
    free = offer_time(anna, teren)

    book_actions.fill(by=anna, appointment=free.appointment, whom=Whom(who="Paní"), at=timezone.now())

    assert free_for(sender) == free_for(anna) == []
    with pytest.raises(actions.Gone):
        book_it(sender, free)


def test_one_that_was_booked_is_not_filled_by_its_own_service(anna, teren, sender):
    free = offer_time(anna, teren)
    book_it(sender, free)

    with pytest.raises(Refusal):
        book_actions.fill(by=anna, appointment=free.appointment, whom=Whom(who="Paní"), at=timezone.now())


def test_ones_own_time_is_not_sent_to(anna, teren, lists):
    with pytest.raises(Refusal):
        book_it(anna, offer_time(anna, teren))


def test_the_board_counts_what_may_be_booked(anna, teren, sender):
    free = offer_time(anna, teren)

    assert supplying.free_times([free.entry], sender, timezone.now())[free.entry_id].many == 1
    book_it(sender, free)
    assert supplying.free_times([free.entry], sender, timezone.now()) == {}


def test_a_stranger_offers_nothing(bara, anna, teren, lists):
    free = offer_time(anna, teren)

    with pytest.raises(PermissionDenied):
        actions.withdraw(by=bara, free_time=free, at=timezone.now())


def test_a_booking_that_is_sent_twice_is_one(anna, teren, sender, cyril):
    free, service = offer_time(anna, teren), make.the_service_of(sender)
    said = {"id": new_id(), "free_time": free, "sent": SENT, "at": timezone.now()}

    assert take(by=sender, service=service, **said) == take(by=sender, service=service, **said)
    with pytest.raises(actions.Gone):
        take(by=looker(cyril), service=make.the_service_of(cyril), **said)


def test_today_asks_also_how_it_went_with_who_was_sent(anna, teren, sender):
    at = timezone.now()
    for booked in (True, False):
        free = offer_time(anna, teren)
        if booked:
            book_it(sender, free)
        span = {"starts_at": at - timedelta(hours=3), "ends_at": at - timedelta(hours=2)}
        Appointment.objects.filter(pk=free.appointment_id).update(**span)

    (line,) = reminding.waiting(anna, at, timezone.localdate(at))
    assert "1 objednání" in line.text
