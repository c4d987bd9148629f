"""Calling somebody to help: whose numbers, one tap, what came of it, where it is told."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.emergencies.calling import Target
from spojka.emergencies.documents import handover_data
from spojka.emergencies.models import Alert, AlertAnswer, AlertContact
from spojka.emergencies.reading import lines
from tests import make


@pytest.fixture
def medics(anna, shift):
    said = {"role": "medics", "name": "Jirka", "phone": "777123456", "added_by": anna.id}
    return AlertContact(**shift.ownership, shift=shift, **said).add()


@pytest.fixture
def call(anna, browse, shift):
    def send(to, by=None, **typed):
        at = (shift.start + timedelta(hours=1)).isoformat()
        usual = {"id": str(new_id()), "to": str(getattr(to, "pk", to)), "phone_at": at}
        return browse(by or anna).post(f"/podchod/shifts/{shift.pk}/alerts/", usual | typed)

    return send


@pytest.fixture
def came(anna, browse, shift):
    def send(alert, kind, minutes=5):
        at = (shift.start + timedelta(hours=1, minutes=minutes)).isoformat()
        typed = {"id": str(new_id()), "alert": str(alert.pk), "kind": kind, "phone_at": at}
        return browse(anna).post(f"/podchod/shifts/{shift.pk}/alerts/answers/", typed)

    return send


def test_a_number_is_kept_for_all_shifts_of_the_event(anna, browse):
    service = make.the_service_of(anna)
    event = make.event(service)
    first, second = make.shift(service, event=event), make.shift(service, event=event)
    typed = {"id": str(new_id()), "role": "security", "phone": "+420 777-222 333", "name": "Dispečink"}

    for _ in range(2):
        browse(anna).post(f"/podchod/shifts/{first.pk}/contacts/", typed)

    contact = AlertContact.objects.get()
    assert (contact.event, contact.shift, contact.phone) == (event, None, "+420777222333")
    assert "tel:+420777222333" in browse(anna).get(f"/podchod/shifts/{second.pk}/alerts/").content.decode()


@pytest.mark.parametrize("phone", ["", "x", "12", "777 123 456 ext", "javascript:alert(1)", "1" * 16])
def test_what_is_no_number_is_answered_at_its_field(anna, browse, shift, phone):
    typed = {"id": str(new_id()), "role": "security", "phone": phone}

    answer = browse(anna).post(f"/podchod/shifts/{shift.pk}/contacts/", typed)

    assert answer.status_code == 422
    assert answer.context["form"].errors["phone"]
    assert not AlertContact.objects.exists()


def test_a_number_that_holds_no_more_is_not_offered_but_still_taken(anna, browse, shift, medics, call):
    back = browse(anna).post(f"/podchod/alert-contacts/{medics.pk}/end/", {"shift": str(shift.pk)})
    again = browse(anna).post(f"/podchod/alert-contacts/{medics.pk}/end/", {"shift": "x"})  # somebody played with it

    assert (back.status_code, back.url) == (302, f"/podchod/shifts/{shift.pk}/contacts/")
    assert again.status_code == 302
    assert "777123456" not in browse(anna).get(f"/podchod/shifts/{shift.pk}/alerts/").content.decode()
    call(medics)
    assert Alert.objects.get().contact == medics


def test_one_tap_is_written_down_once(medics, call, shift):
    id = str(new_id())

    call(medics, id=id, text="U vchodu B")
    call(medics, id=id, text="U vchodu B")

    alert = Alert.objects.get()
    assert (alert.contact, alert.role, alert.text) == (medics, "medics", "U vchodu B")
    assert alert.occurred_at == shift.start + timedelta(hours=1)


def test_numbers_that_hold_everywhere_need_no_contact(call):
    call("ambulance")

    assert (Alert.objects.get().contact, Alert.objects.get().role) == (None, "ambulance")


@pytest.mark.parametrize("to", ["", "nobody", "01890000-0000-7000-8000-000000000001"])
def test_whoever_is_not_known_is_not_called(call, to):
    assert call(to).status_code == 422
    assert not Alert.objects.exists()


def test_what_came_of_it_is_told_on_the_page_of_the_shift(anna, browse, medics, call, came, shift):
    call(medics)
    came(Alert.objects.get(), "answered", 1)
    came(Alert.objects.get(), "arrived", 6)

    page = browse(anna).get(f"/podchod/shifts/{shift.pk}/").content.decode()
    (said,) = browse(anna).get(f"/podchod/shifts/{shift.pk}/alerts/open/").json()["cards"]

    assert "Zdravotníci akce: Jirka, zvedli to" in page
    assert "Jirka, zvedli to" in browse(anna).get(f"/podchod/shifts/{shift.pk}/close/").content.decode()
    assert [one["code"] for one in said["entries"]] == ["answered", "arrived"]
    assert AlertAnswer.objects.count() == 2


def test_an_unknown_answer_is_not_taken(call, came):
    call("ambulance")

    assert came(Alert.objects.get(), "gold").status_code == 422
    assert not AlertAnswer.objects.exists()


def test_a_call_from_a_card_stands_on_the_card_and_on_its_sheet(anna, browse, card, medics, call, came):
    call(medics, card=str(card.pk))
    call("ambulance")
    came(Alert.objects.get(contact=medics), "arrived")

    told = lines([card], card.shift, anna)[card.pk]
    (said,) = browse(anna).get(f"/podchod/shifts/{card.shift_id}/cards/open/").json()["cards"]

    assert [line.name for line in told] == ["Voláno: Zdravotníci akce: Jirka", "Zdravotníci akce: Jirka: jsou tady"]
    assert [line[1] for line in handover_data(card, told, "Podchod")["lines"]] == [line.name for line in told]
    assert [one["code"] for one in said["entries"]] == ["alert_medics", "answer_arrived"]


def test_a_call_belongs_to_no_card_of_another_shift(anna, card, call, browse):
    other = make.shift(card.service)
    typed = {"id": str(new_id()), "to": "ambulance", "card": str(card.pk)}

    assert browse(anna).post(f"/podchod/shifts/{other.pk}/alerts/", typed).status_code == 404


def test_a_call_is_taken_back_at_once_and_later_not(anna, browse, call):
    call("ambulance")
    call("police")
    late, fresh = Alert.objects.get(role="police"), Alert.objects.get(role="ambulance")
    Alert.objects.filter(pk=late.pk).update(recorded_at=timezone.now() - timedelta(minutes=16))

    for one in (late, fresh, fresh):
        browse(anna).post(f"/podchod/alerts/{one.pk}/undo/")

    assert Alert.objects.get(pk=fresh.pk).voided_at
    assert Alert.objects.get(pk=late.pk).voided_at is None


@pytest.mark.parametrize(
    ("phone", "shown"), [("777123456", "777 123 456"), ("+420777123456", "+420 777 123 456"), ("155", "155")]
)
def test_a_number_is_shown_as_people_read_it(phone, shown):
    assert Target("", "", "", phone).shown == shown


def test_strangers_call_and_read_nothing(bara, cyril, browse, shift, medics, call):
    call(medics)

    for actor in (bara, cyril):
        assert call(medics, by=actor).status_code == 404
        for path in ("alerts/", "alerts/open/", "contacts/"):
            assert browse(actor).get(f"/podchod/shifts/{shift.pk}/{path}").status_code == 404
        assert browse(actor).post(f"/podchod/alert-contacts/{medics.pk}/end/").status_code == 404
    assert Alert.objects.count() == 1


def test_a_way_to_the_numbers_is_no_call(anna, browse, shift, medics):
    page = browse(anna).get(f"/podchod/shifts/{shift.pk}/")
    closing = browse(anna).get(f"/podchod/shifts/{shift.pk}/close/")

    counts = {heading: many for heading, _lines, many in page.context["beside"]}
    assert counts["Přivolaná pomoc"] is None
    assert f"/podchod/shifts/{shift.pk}/contacts/" in page.content.decode()
    assert f"/podchod/shifts/{shift.pk}/contacts/" not in closing.content.decode()
