"""The pages of the book, and letters."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from spojka.appointments import reminding, telling
from spojka.appointments.actions import book as actions
from spojka.appointments.content import Whom
from spojka.appointments.documents import card_data
from spojka.appointments.models import Appointment, Booking
from spojka.appointments.taking import take
from spojka.base.ids import new_id
from tests import make

from .conftest import MONDAY, SENT, offer_time, time_of

TYPED = {"day": "2027-03-01", "hour": "09:00", "minutes": "60", "kind": "counselling", "times": "1"}


def test_a_clash_comes_back_with_a_box_to_tick(anna, teren, lists, browse):
    path, said = "/podchod/appointments/new/", TYPED | {"worker": anna.id, "who": "Ten s psem"}
    assert browse(anna).post(path, said | {"id": new_id()}).status_code == 302

    answer = browse(anna).post(path, said | {"id": new_id(), "note": "přijde s matkou"})

    assert answer.status_code == 422
    assert 'name="anyway"' in answer.content.decode()
    assert "přijde s matkou" in answer.content.decode()
    assert browse(anna).post(path, said | {"id": new_id(), "anyway": "on"}).status_code == 302
    assert Appointment.objects.count() == 2


def test_an_unknown_code_comes_back(anna, teren, lists, browse):
    said = TYPED | {"worker": anna.id, "code": "NIKDO", "id": new_id()}

    assert browse(anna).post("/podchod/appointments/new/", said).status_code == 422


def test_the_book_of_a_week_and_of_a_day(anna, teren, book, browse):
    one = book(anna, teren, client=make.client(teren, code="MOL 91 T"))

    for view in ("week", "day"):
        page = browse(anna).get(f"/podchod/appointments/?day=2027-03-01&view={view}").content.decode()
        assert "MOL 91 T" in page
    page = browse(anna).get(f"/podchod/appointments/{one.pk}/").content.decode()
    assert "MOL 91 T" in page
    assert browse(anna).get("/podchod/appointments/?day=nikdy&service=x").status_code == 200
    assert browse(anna).get(f"/podchod/appointments/{one.pk}/card/")["Content-Type"] == "application/pdf"
    assert "MOL 91 T" in browse(anna).get(f"/podchod/clients/{one.client_id}/").content.decode()


def test_the_filters_of_the_book_are_folded_and_who_is_chosen_stands_below(anna, teren, browse):
    page = browse(anna).get(f"/podchod/appointments/?day=2027-03-01&worker={anna.id}").content.decode()

    folded = page[page.index('<details class="more more-flat">') : page.index("</details>")]
    assert 'class="filters"' in folded
    assert f"Pracovník:</span> {anna.user.name}" in page[page.index("</details>") :]


def test_what_is_typed_survives_a_lost_answer(anna, teren, sender, browse):
    assert "<once-form" in browse(anna).get("/podchod/waiting/new/").content.decode()
    assert "<once-form" in browse(sender).get(f"/urad/free-times/{offer_time(anna, teren).pk}/take/").content.decode()


def test_a_client_or_a_sender_cancels_only_where_there_is_one(anna, teren, sender, book, browse):
    free = offer_time(anna, teren)
    take(by=sender, id=new_id(), free_time=free, service=make.the_service_of(sender), sent=SENT, at=timezone.now())

    pages = [
        browse(anna).get(f"/podchod/appointments/{one}/").content.decode()
        for one in (book(anna, teren, who="").pk, book(anna, teren, anyway=True).pk, free.appointment_id)
    ]

    assert ['value="client"' in page for page in pages] == [False, True, True]
    assert ['value="sender"' in page for page in pages] == [False, False, True]


def test_a_refusal_of_a_button_is_a_sentence(anna, teren, book, browse):
    one = book(anna, teren, starts_at=timezone.now() + timedelta(days=1), anyway=True)

    answer = browse(anna).post(f"/podchod/appointments/{one.pk}/mark/", {"state": "came"})

    assert answer.status_code == 422


def test_a_time_is_booked_on_the_spot(anna, teren, sender, browse):
    free = offer_time(anna, teren)
    service = make.the_service_of(sender)
    path, said = f"/urad/free-times/{free.pk}/take/", {"service": service.pk, "reach": "777 000 111"}
    assert "Poradna" in browse(sender).get("/urad/free-times/").content.decode()
    assert browse(sender).get(path).status_code == 200

    answer = browse(sender).post(path, said | {"id": new_id()})

    booking = Booking.objects.get()
    assert answer.url == f"/urad/bookings/{booking.pk}/"
    assert booking.word in browse(sender).get(answer.url).content.decode()
    page = browse(anna).get(f"/podchod/appointments/{free.appointment_id}/").content.decode()
    assert booking.word in page
    assert "777 000 111" in page
    again = browse(sender).post(path, said | {"id": new_id()})
    assert again.status_code == 422
    assert "777 000 111" in again.content.decode()
    assert browse(anna).get(f"/podchod/bookings/{booking.pk}/").status_code == 200
    assert browse(anna).post(f"/podchod/bookings/{booking.pk}/cancel/").status_code == 404
    assert browse(sender).post(f"/urad/bookings/{booking.pk}/cancel/").status_code == 302


@pytest.mark.parametrize(
    "path", ["free-times/", "bookings/", "waiting/", "homes/", "waiting/new/", "free-times/offer/"]
)
def test_pages_open(path, hana, teren, lists, browse):
    assert browse(hana).get(f"/podchod/{path}").status_code in (200, 302)


def test_a_letter_reminds_once_names_nobody_and_is_forgotten(anna, teren):
    at = timezone.now() + timedelta(hours=3)
    whom = Whom(who="Ten s psem", reminder_to="nekdo@example.invalid", reminder_where="Obvyklé místo")
    said = {"time": time_of(anna, starts_at=at), "whom": whom, "anyway": True}
    one = actions.book(by=anna, id=new_id(), service=teren, **said)
    assert "nekdo" not in one.reminder_to

    for _again in range(2):
        call_command("remind")

    (letter,) = mail.outbox
    assert letter.to == ["nekdo@example.invalid"]
    assert "Obvyklé místo" in letter.body
    assert not any(word in letter.body + letter.subject for word in (teren.name, "Podchod", "Ten s psem", "první"))
    one.refresh_from_db()
    assert one.reminder_to == ""


@pytest.fixture
def reminded(anna, teren):
    """Book an appointment with an address for a reminder."""

    def of(starts_at):
        said = {"time": time_of(anna, starts_at=starts_at), "whom": Whom(who="x", reminder_to="n@example.invalid")}
        return actions.book(by=anna, id=new_id(), service=teren, anyway=True, **said)

    return of


def test_before_the_weekend_it_reminds_of_all_until_monday(reminded):
    friday = MONDAY - timedelta(days=3, hours=2.5)
    for hours in (-20, -1, 0):  # on Sunday, on Monday at eight and at nine
        reminded(MONDAY + timedelta(hours=hours))

    assert list(reminding.remind(friday)) == [True, True]
    assert list(reminding.remind(friday + timedelta(days=3))) == [True]


def test_what_did_not_leave_is_sent_again_and_never_said_to_have_left(reminded, monkeypatch):
    one, before = reminded(MONDAY), MONDAY - timedelta(hours=1)
    monkeypatch.setattr("spojka.mail.letters.send", lambda *_args, **_said: False)
    assert list(reminding.remind(before)) == list(reminding.remind(before)) == [False]

    assert list(reminding.remind(MONDAY)) == []  # now it is too late
    one.refresh_from_db()
    assert (one.reminded_at, one.reminder_to) == (None, "")


def test_a_cancelled_one_is_not_reminded_of(anna, teren):
    at = timezone.now() + timedelta(hours=3)
    said = {"time": time_of(anna, starts_at=at), "whom": Whom(who="x", reminder_to="n@example.invalid")}
    one = actions.book(by=anna, id=new_id(), service=teren, anyway=True, **said)
    actions.cancel(by=anna, appointment=one, cancelled_by="client", at=timezone.now())

    call_command("remind")

    assert mail.outbox == []


def test_the_card_says_when_and_where_alone():
    assert set(card_data(MONDAY, "Obvyklé místo", "ABC-234")) == {
        "title", "organisation", "foot", "day", "hour", "where", "word", "words",
    }  # fmt: skip
    assert "9:00" in card_data(MONDAY, "", "")["hour"]


def test_the_way_from_a_client_keeps_their_code(anna, teren, lists, browse):
    client = make.client(teren, code="K&1 +2")
    (way,) = [one for one in telling.booked(client, anna) if one.is_way]

    assert 'value="K&amp;1 +2"' in browse(anna).get(way.link).content.decode()
