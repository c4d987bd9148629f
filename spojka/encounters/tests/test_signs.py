"""Vital signs at the stand: one person after the other, or with a contact."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from spojka.base.ids import new_id
from spojka.encounters.content import Content, SignValues
from spojka.encounters.models import Correction, Encounter, VitalSigns

from .conftest import wall


@pytest.fixture
def measure(stand, anna, browse):
    def send(by=None, **typed):
        usual = {"id": str(new_id()), "at": wall(stand.shift.start + timedelta(hours=1))}
        return browse(by or anna).post(send.url, usual | (typed or {"upper": "142", "lower": "88"}))

    send.url = f"/podchod/shifts/{stand.shift.pk}/vitals/"
    return send


def test_what_was_measured_is_a_contact_with_its_act(measure):
    measure(
        upper="142", lower="88", pulse="80", temperature="37,2", saturation="97", device="T1", checked_on="2026-01-05"
    )

    signs = VitalSigns.objects.get()
    assert (signs.upper, signs.lower, signs.pulse, signs.saturation) == (142, 88, 80, 97)
    assert (signs.temperature, signs.device, signs.checked_on) == (Decimal("37.2"), "T1", date(2026, 1, 5))
    assert [act.code for act in signs.encounter.acts.all()] == ["TO"]


def test_a_temperature_alone_is_no_measurement_of_pressure(measure):
    measure(temperature="39.1")

    assert "TO" not in VitalSigns.objects.get().encounter.acts.values_list("code", flat=True)


def test_a_repeated_send_makes_one_row(measure):
    typed = {"id": str(new_id()), "upper": "120", "lower": "80"}

    measure(**typed)
    measure(**typed)

    assert VitalSigns.objects.count() == Encounter.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"upper": ""}, "upper"),
        ({"upper": "142"}, "lower"),
        ({"lower": "80"}, "upper"),
        ({"upper": "80", "lower": "120"}, "lower"),
        ({"upper": "999", "lower": "80"}, "upper"),
        ({"pulse": "x"}, "pulse"),
        ({"temperature": "3,72"}, "temperature"),
        ({"saturation": "101"}, "saturation"),
        ({"pulse": "80", "checked_on": "yesterday"}, "checked_on"),
    ],
)
def test_bad_input_is_answered_at_its_field(measure, typed, field):
    answer = measure(**typed)

    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert not VitalSigns.objects.exists()


def test_without_script_the_answer_says_the_range_and_when_to_call(measure, stand, anna, browse):
    at = wall(stand.shift.start + timedelta(hours=1))
    typed = {"id": str(new_id()), "upper": "185", "lower": "95", "symptoms": "yes", "saturation": "93", "at": at}

    page = browse(anna).post(measure.url, typed, follow=True).content.decode()

    assert "v rozmezí: 3. stupeň" in page
    assert "Volejte 155. Velmi vysoký tlak s příznaky. V krvi je málo kyslíku." in page


def test_the_next_one_starts_with_the_same_device(measure, anna, browse):
    measure(pulse="80", device="T1", checked_on="2026-01-05")

    form = browse(anna).get(measure.url).context["form"]

    assert (form["device"].value(), form["checked_on"].value()) == ("T1", date(2026, 1, 5))


def test_with_a_contact_they_join_a_code_only_if_the_worker_says_so(stand):
    stand(side="code", code="A1", signs_upper="140", signs_lower="85")
    stand(side="code", code="A2", signs_pulse="70", signs_joins="on")

    untied, tied = VitalSigns.objects.get(upper=140), VitalSigns.objects.get(pulse=70)
    assert untied.encounter is None
    assert untied.recorded_at == stand.shift.start
    assert tied.encounter.client.code == "A2"


def test_a_correction_keeps_them_and_its_trace_tells_what_stood(stand, anna, browse):
    stand(signs_upper="140", signs_lower="85")
    encounter = Encounter.objects.get()
    page = browse(anna).get(f"/podchod/encounters/{encounter.pk}/correct/")
    assert page.context["form"]["signs_upper"].value() == 140

    typed = {"version": 1, "why": "Překlep.", "side": "anonymous", "at": wall(encounter.occurred_at)}
    browse(anna).post(
        f"/podchod/encounters/{encounter.pk}/correct/", typed | {"signs_upper": "150", "signs_lower": "85"}
    )

    assert VitalSigns.objects.get().upper == 150
    assert Correction.objects.get().before["signs"] == [{"upper": "140", "lower": "85"}]
    page = browse(anna).get(f"/podchod/encounters/{encounter.pk}/").content.decode()
    assert "150/85 mmHg" in page
    assert "140/85 mmHg" in page


def test_untied_ones_are_voided_on_the_page_of_the_shift(stand, anna, browse):
    stand(side="code", code="A1", signs_pulse="70")
    signs = VitalSigns.objects.get()
    assert list(browse(anna).get(f"/podchod/shifts/{stand.shift.pk}/").context["untied_signs"]) == [signs]

    browse(anna).post(f"/podchod/vitals/{signs.pk}/void/")

    assert VitalSigns.objects.get().voided_at


def test_a_record_without_them_has_the_digest_of_before_there_were_any():
    """A repeat that a phone sends after an upgrade is still a repeat."""
    content = Content(side="anonymous", occurred_at=None, materials={"water": 1})

    assert content.digest == "48193b151493c836e41c20170712ef3a"
    assert replace(content, signs=SignValues(pulse=80)).digest != content.digest


def test_strangers_measure_and_void_nothing(measure, stand, bara, cyril, browse):
    stand(side="code", code="A1", signs_pulse="70")
    signs = VitalSigns.objects.get()

    for actor in (bara, cyril):
        assert measure(by=actor, pulse="80").status_code == 404
        assert browse(actor).get(measure.url).status_code == 404
        assert browse(actor).post(f"/podchod/vitals/{signs.pk}/void/").status_code == 404
    assert VitalSigns.objects.get().voided_at is None
