from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from pypdf import PdfReader

from spojka.base.ids import new_id
from spojka.emergencies.documents import handover, handover_data
from spojka.emergencies.models import CardEntry, IntoxicationCard
from spojka.emergencies.reading import lines
from tests import make


def test_one_tap_starts_a_card_and_a_repeat_makes_no_other(anna, browse, shift):
    typed = {"id": str(new_id()), "phone_at": (shift.start + timedelta(hours=2)).isoformat()}

    for _ in range(2):
        answer = browse(anna).post(f"/podchod/shifts/{shift.pk}/cards/", typed)

    assert answer.url.endswith(f"/cards/#card={typed['id']}")
    assert IntoxicationCard.objects.get().occurred_at == shift.start + timedelta(hours=2)


def test_the_clock_of_a_phone_is_put_right(anna, browse, lists):
    now = timezone.now()
    times = {"started_at": now, "planned_start": now, "planned_end": now + timedelta(hours=7)}
    shift = make.shift(make.the_service_of(anna), **times)
    ahead = now + timedelta(days=1)
    typed = {"id": str(new_id()), "phone_at": ahead.isoformat(), "sent_at": (ahead + timedelta(minutes=3)).isoformat()}

    browse(anna).post(f"/podchod/shifts/{shift.pk}/cards/", typed)

    card = IntoxicationCard.objects.get()
    assert abs(card.occurred_at - (now - timedelta(minutes=3))) < timedelta(minutes=1)
    assert card.phone_at == ahead


def test_lines_are_added_once(card, tap):
    id = str(new_id())

    tap(card, "drowsy", id=id, text="saturace 93")
    tap(card, "drowsy", id=id, text="saturace 93")

    entry = CardEntry.objects.get()
    assert (entry.card_id, entry.code, entry.text) == (card.pk, "drowsy", "saturace 93")


@pytest.mark.parametrize(("code", "field"), [("", "code"), ("gold", "code"), ("note", "text")])
def test_what_says_nothing_is_answered_at_its_field(card, tap, code, field):
    answer = tap(card, code)

    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert not CardEntry.objects.exists()


def test_a_line_goes_to_no_card_of_another_shift(anna, card, tap):
    other = make.shift(card.service)

    assert tap(card, "alert", shift=other).status_code == 404
    assert tap(new_id(), "alert").status_code == 404
    assert not CardEntry.objects.exists()


def test_an_end_ends_the_card_and_what_another_phone_wrote_is_still_taken(card, tap):
    tap(card, "end_ambulance", minutes=20, text="posádka 312")
    tap(card, "breath_calm", minutes=15)

    card.refresh_from_db()
    assert card.ended_at == card.occurred_at + timedelta(minutes=20)
    assert card.entries.count() == 2


def test_a_line_is_taken_back_at_once_and_the_card_runs_on(anna, browse, card, tap):
    tap(card, "end_alone", minutes=5)
    entry = CardEntry.objects.get()

    for _ in range(2):
        browse(anna).post(f"/podchod/card-entries/{entry.pk}/undo/")

    entry.refresh_from_db()
    card.refresh_from_db()
    assert entry.voided_at
    assert card.ended_at is None


def test_an_old_line_stays(anna, browse, card, tap):
    tap(card, "alert")
    CardEntry.objects.update(recorded_at=timezone.now() - timedelta(minutes=16))

    browse(anna).post(f"/podchod/card-entries/{CardEntry.objects.get().pk}/undo/")

    assert CardEntry.objects.get().voided_at is None


def test_the_phone_hears_of_running_cards_with_their_lines(anna, browse, card, tap):
    tap(card, "unresponsive", minutes=1)
    tap(card, "ambulance_called", minutes=2)

    (said,) = browse(anna).get(f"/podchod/shifts/{card.shift_id}/cards/open/").json()["cards"]

    assert [(one["code"], one["kind"], one["calls"]) for one in said["entries"]] == [
        ("unresponsive", "consciousness", True),
        ("ambulance_called", "help", False),
    ]


def test_of_an_ended_card_the_phone_hears_that_it_ended(anna, browse, card, tap):
    tap(card, "end_with")

    (said,) = browse(anna).get(f"/podchod/shifts/{card.shift_id}/cards/open/").json()["cards"]

    assert said["ended"]
    assert said["entries"] == []


def test_the_page_that_a_phone_keeps_holds_nothing_of_a_card(anna, browse, card, tap):
    tap(card, "note", text="modrátenzka")

    page = browse(anna).get(f"/podchod/shifts/{card.shift_id}/cards/").content.decode()

    assert str(card.pk) not in page
    assert "modrátenzka" not in page


def test_the_page_of_the_shift_and_of_the_card_tell_it(anna, browse, card, tap):
    tap(card, "pulse_fast", text="130")

    shift_page = browse(anna).get(f"/podchod/shifts/{card.shift_id}/").content.decode()
    page = browse(anna).get(f"/podchod/cards/{card.pk}/").content.decode()

    assert f"/podchod/cards/{card.pk}/" in shift_page
    assert "Tep nad 120" in page
    assert "130" in page


def test_the_paper_says_what_happened_and_nobodys_name(anna, card, tap, browse):
    tap(card, "took_mdma", text="dvě, asi ve 22:30")

    told = lines([card], card.shift, anna)[card.pk]
    data = handover_data(card, told, "Podchod")

    assert [line[1:] for line in data["lines"]] == [["MDMA, extáze", "dvě, asi ve 22:30"]]
    assert anna.user.name not in str(data)
    assert handover(card, told, organisation="Podchod").startswith(b"%PDF")
    assert browse(anna).get(f"/podchod/cards/{card.pk}/sheet/")["Content-Type"] == "application/pdf"


def test_a_word_without_an_end_stays_on_the_paper(anna, card, tap, browse):
    tap(card, "note", text="x" * 200)

    body = browse(anna).get(f"/podchod/cards/{card.pk}/sheet/").content

    lines = PdfReader(BytesIO(body)).pages[0].extract_text().splitlines()
    assert 0 < max(line.count("x") for line in lines) < 120


def test_strangers_write_and_read_nothing(bara, cyril, browse, card, tap):
    tap(card, "alert")
    entry = CardEntry.objects.get()

    for actor in (bara, cyril):
        assert browse(actor).post(f"/podchod/shifts/{card.shift_id}/cards/", {"id": str(new_id())}).status_code == 404
        assert tap(card, "alert", by=actor).status_code == 404
        assert browse(actor).post(f"/podchod/card-entries/{entry.pk}/undo/").status_code == 404
        for path in (f"cards/{card.pk}/", f"cards/{card.pk}/sheet/", f"shifts/{card.shift_id}/cards/open/"):
            assert browse(actor).get(f"/podchod/{path}").status_code == 404
    assert CardEntry.objects.get().voided_at is None
