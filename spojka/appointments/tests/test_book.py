"""The book: clashes are told, series keep their hour, and how it went."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.appointments import reading, reminding
from spojka.appointments.actions import book as actions
from spojka.appointments.content import Whom
from spojka.appointments.holding import Clash, Over
from spojka.appointments.models import Appointment, State
from spojka.appointments.taking import take
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from tests import make

from .conftest import MONDAY, SENT, offer_time, time_of

HOUR = timedelta(hours=1)


def test_a_clash_of_the_worker_is_told_and_may_be_booked_knowingly(anna, teren, book):
    book(anna, teren)

    with pytest.raises(Clash, match="Anna Poledne"):
        book(anna, teren, starts_at=MONDAY + timedelta(minutes=59))
    assert book(anna, teren, starts_at=MONDAY + HOUR)  # right after it nothing clashes
    assert book(anna, teren, starts_at=MONDAY + HOUR / 2, anyway=True)


def test_a_clash_of_the_room_is_told(anna, hana, teren, book):
    book(anna, teren, room="Modrá")

    with pytest.raises(Clash):
        book(hana, teren, room="modrá")
    assert book(hana, teren, room="Zelená")


def test_what_was_cancelled_takes_no_time(anna, teren, book):
    actions.cancel(by=anna, appointment=book(anna, teren), cancelled_by="client", at=timezone.now())

    assert book(anna, teren)


def test_a_series_keeps_its_hour_when_the_clocks_change_and_tells_holidays(anna, teren, book):
    with pytest.raises(Clash, match=r"29\.\s3\."):  # Easter Monday of 2027
        book(anna, teren, times=6)

    first = book(anna, teren, times=6, anyway=True)

    rows = Appointment.objects.filter(series=first.pk).order_by("starts_at")
    assert [timezone.localtime(one.starts_at).hour for one in rows] == [9] * 6
    assert rows[5].starts_at - rows[0].starts_at == timedelta(days=35) - HOUR


def test_nobody_yet_is_free_and_filled_later(anna, teren, book):
    free = book(anna, teren, who="")
    assert free.state == State.FREE

    client = make.client(teren)
    filled = actions.fill(by=anna, appointment=free, whom=Whom(client=client), at=timezone.now())

    assert (filled.state, filled.client) == (State.BOOKED, client)


def test_a_client_of_another_service_is_refused(anna, kontakt, teren, book):
    with pytest.raises(PermissionDenied):
        book(anna, teren, client=make.client(kontakt))


def test_how_it_went_is_said_when_its_time_has_come(anna, teren, book):
    one = book(anna, teren)

    with pytest.raises(Refusal):
        actions.mark(by=anna, appointment=one, state="came", at=MONDAY - HOUR)
    assert actions.mark(by=anna, appointment=one, state="excused", at=MONDAY - HOUR).state == State.EXCUSED
    assert actions.mark(by=anna, appointment=one, state="came", at=MONDAY + HOUR).state == State.CAME
    with pytest.raises(Refusal):
        actions.mark(by=anna, appointment=one, state="banned", at=MONDAY + HOUR)


def test_a_moved_one_stays_and_leads_to_the_new_one(anna, teren, book):
    old = book(anna, teren, who="Ten s psem")
    time = time_of(anna, starts_at=MONDAY + HOUR / 2)

    new = actions.move(by=anna, id=new_id(), appointment=old, time=time, anyway=False)

    old.refresh_from_db()
    assert (old.state, old.moved_to_id, new.who) == (State.MOVED, new.pk, "Ten s psem")
    with pytest.raises(Over):
        actions.move(by=anna, id=new_id(), appointment=old, time=time, anyway=True)


def test_a_repeated_sending_books_once(anna, teren):
    said = {"id": new_id(), "service": teren, "time": time_of(anna), "whom": Whom(who="x"), "anyway": False}

    for _again in range(2):
        actions.book(by=anna, **said)

    assert Appointment.objects.count() == 1


@pytest.mark.parametrize("who", ["bara", "cyril"])
def test_a_stranger_does_nothing(who, request, anna, teren, book):
    stranger, one, now = request.getfixturevalue(who), book(anna, teren), timezone.now()

    for deed in (
        lambda: book(stranger, teren),
        lambda: actions.mark(by=stranger, appointment=one, state="came", at=now),
        lambda: actions.cancel(by=stranger, appointment=one, cancelled_by="client", at=now),
        lambda: actions.fill(by=stranger, appointment=one, whom=Whom(who="x"), at=now),
    ):
        with pytest.raises(PermissionDenied):
            deed()


def test_of_two_who_fill_one_free_time_neither_is_lost(anna, hana, teren, book):
    free = book(anna, teren, who="")
    said = {"appointment": free, "at": timezone.now()}
    for _again in range(2):  # sent twice
        assert actions.fill(by=anna, whom=Whom(who="Paní s kočárkem"), **said).who == "Paní s kočárkem"

    with pytest.raises(Over):
        actions.fill(by=hana, whom=Whom(who="Pan s holí"), **said)
    free.refresh_from_db()
    assert free.who == "Paní s kočárkem"


def test_a_full_week_is_shown_whole(anna, teren, book):
    one = book(anna, teren)
    same = {"worker": one.worker, "kind": one.kind, "starts_at": one.starts_at, "ends_at": one.ends_at}
    Appointment.add_all([Appointment(**teren.ownership, **same, booked_by=anna.id) for _ in range(250)])

    (day,) = reading.book(teren, MONDAY.date(), 1, anna)
    assert len(day.lines) == 251


def cancelled(by, one, who="client"):
    return actions.cancel(by=by, appointment=one, cancelled_by=who, at=timezone.now())


def test_a_slip_is_taken_back_with_its_reminder(anna, teren, book):
    one = book(anna, teren, reminded="klient@example.invalid")
    kept = one.reminder_to

    back = actions.restore(by=anna, appointment=cancelled(anna, one), at=timezone.now())

    assert (back.state, back.cancelled_by, back.marked_by, back.reminder_to) == (State.BOOKED, "", "", kept)
    assert actions.restore(by=anna, appointment=back, at=timezone.now()).state == State.BOOKED
    free = book(anna, teren, who="", starts_at=MONDAY + 3 * HOUR)
    assert (
        actions.restore(by=anna, appointment=cancelled(anna, free, "service"), at=timezone.now()).state == State.FREE
    )


def test_where_a_client_wanted_to_be_reminded_is_forgotten_with_the_next_letters(anna, teren, book):
    one = cancelled(anna, book(anna, teren, reminded="klient@example.invalid"))

    assert list(reminding.remind(timezone.now())) == []

    one.refresh_from_db()
    assert (one.reminder_to, one.reminded_at) == ("", None)


def test_a_time_that_was_taken_meanwhile_or_has_passed_does_not_come_back(anna, teren, book):
    one = cancelled(anna, book(anna, teren))
    book(anna, teren)

    with pytest.raises(Clash, match="Anna Poledne"):
        actions.restore(by=anna, appointment=one, at=timezone.now())
    with pytest.raises(Over):
        actions.restore(by=anna, appointment=one, at=one.starts_at)
    came = actions.mark(
        by=anna, appointment=book(anna, teren, starts_at=MONDAY + 2 * HOUR), state="excused", at=MONDAY
    )
    with pytest.raises(Over):
        actions.restore(by=anna, appointment=came, at=timezone.now())


def test_what_somebody_elsewhere_was_told_is_not_taken_back(anna, teren, sender, browse):
    free = offer_time(anna, teren)
    take(by=sender, id=new_id(), free_time=free, service=make.the_service_of(sender), sent=SENT, at=timezone.now())
    one = cancelled(anna, free.appointment, "service")

    with pytest.raises(Refusal, match="domluvte"):
        actions.restore(by=anna, appointment=one, at=timezone.now())
    page = f"/podchod/appointments/{one.pk}/"
    said = browse(anna).post(f"{page}cancel/", {"cancelled_by": "service"}, follow=True).content.decode()
    assert "restore/" not in said


def test_a_stranger_takes_nothing_back(anna, cyril, teren, book):
    one = cancelled(anna, book(anna, teren))

    with pytest.raises(PermissionDenied):
        actions.restore(by=cyril, appointment=one, at=timezone.now())


def test_the_page_of_what_was_cancelled_leads_back(anna, teren, book, browse):
    one, browser = book(anna, teren), browse(anna)
    page = f"/podchod/appointments/{one.pk}/"

    said = browser.post(f"{page}cancel/", {"cancelled_by": "client"}, follow=True).content.decode()

    assert said.count(f"{page}restore/") == 2  # with the words that it is done, and on the page
    browser.post(f"{page}restore/")
    assert Appointment.objects.get().state == State.BOOKED
    assert f"{page}restore/" not in browser.get(page).content.decode()
