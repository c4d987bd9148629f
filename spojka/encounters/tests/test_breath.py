"""The breathalyser's queue: one value after the other, each an anonymous contact."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from spojka.base.ids import new_id
from spojka.encounters.models import Breath, Encounter

from .conftest import wall


@pytest.fixture
def measure(stand, anna, browse):
    def send(by=None, **typed):
        usual = {"id": str(new_id()), "value": "0,41", "at": wall(stand.shift.start + timedelta(hours=1))}
        return browse(by or anna).post(send.url, usual | typed)

    send.url = f"/podchod/shifts/{stand.shift.pk}/breath/"
    return send


def test_a_value_is_kept_as_the_device_showed_it(measure):
    measure(unit="mg_l_199", device="B2", calibrated_on="2026-03-01", since_drink="60", sex="man")

    breath = Breath.objects.get()
    assert (breath.value, breath.unit, breath.factor) == (Decimal("0.41"), "mg_l_199", Decimal("1.99"))
    assert (breath.device, breath.calibrated_on, breath.since_drink) == ("B2", date(2026, 3, 1), 60)
    assert (breath.encounter.side, breath.encounter.sex) == ("anonymous", "man")
    assert [act.code for act in breath.encounter.acts.all()] == ["AL"]


def test_without_a_unit_the_factor_is_2_1(measure):
    measure()

    assert (Breath.objects.get().unit, Breath.objects.get().factor) == ("mg_l_210", Decimal("2.10"))


def test_a_repeated_send_makes_one_row(measure):
    id = str(new_id())

    measure(id=id)
    measure(id=id)

    assert Breath.objects.count() == Encounter.objects.count() == 1


def test_under_a_known_id_another_value_is_not_taken(measure):
    id = str(new_id())
    measure(id=id)

    assert measure(id=id, value="0,60").status_code == 422
    assert Breath.objects.get().value == Decimal("0.41")


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"value": ""}, "value"),
        ({"value": "41"}, "value"),
        ({"value": "0,4123"}, "value"),
        ({"unit": "litre"}, "unit"),
        ({"since_drink": "7"}, "since_drink"),
        ({"since_minutes": "-1"}, "since_minutes"),
        ({"since_minutes": "2881"}, "since_minutes"),
        ({"since_at": "25:00"}, "since_at"),
        ({"calibrated_on": "yesterday"}, "calibrated_on"),
        ({"calibrated_on": "2099-01-01"}, "calibrated_on"),
        ({"at": "2020-01-01T10:00"}, "at"),
    ],
)
def test_bad_input_is_answered_at_its_field(measure, typed, field):
    answer = measure(**typed)

    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert not Breath.objects.exists()


def test_minutes_since_the_last_drink_may_be_typed_exactly(measure):
    measure(since_drink="60", since_minutes="37")

    assert Breath.objects.get().since_drink == 37


@pytest.mark.parametrize(("passed", "minutes"), [(25, 25), (-1, 1439)])
def test_the_time_of_the_last_drink_may_be_typed(measure, stand, passed, minutes):
    """What has not come yet was yesterday."""
    at = stand.shift.start + timedelta(hours=1)

    measure(since_at=wall(at - timedelta(minutes=passed)).split("T")[1])

    assert Breath.objects.get().since_drink == minutes


def test_the_next_one_starts_with_the_same_device(measure, anna, browse):
    measure(unit="promile", device="B2", calibrated_on="2026-03-01")

    form = browse(anna).get(measure.url).context["form"]

    assert (form["device"].value(), form["unit"].value()) == ("B2", "promile")
    assert form["calibrated_on"].value() == date(2026, 3, 1)


def test_without_script_the_answer_says_a_range_and_no_promise(measure, stand, anna, browse):
    typed = {
        "id": str(new_id()),
        "value": "0,41",
        "since_drink": "120",
        "at": wall(stand.shift.start + timedelta(hours=1)),
    }

    page = browse(anna).post(measure.url, typed, follow=True).content.decode()

    assert "vyprchá nejspíš mezi" in page
    assert "žádný slib" in page


@pytest.mark.parametrize(("value", "is_told"), [("1,42", False), ("1,43", True), ("3", True)])
def test_from_three_promile_the_answer_tells_of_the_danger(measure, stand, anna, browse, value, is_told):
    """1.43 mg/l times 2.1 is 3.003; the row is saved all the same."""
    typed = {"id": str(new_id()), "value": value, "at": wall(stand.shift.start + timedelta(hours=1))}

    page = browse(anna).post(measure.url, typed, follow=True).content.decode()

    assert ("může zastavit dech: nenechávejte" in page) is is_told


def test_a_correction_keeps_what_was_said_beside_the_value(measure, anna, browse):
    measure(device="B2", calibrated_on="2026-03-01", since_drink="60")
    encounter = Encounter.objects.get()
    typed = {"version": 1, "why": "Překlep.", "side": "anonymous", "at": wall(encounter.occurred_at)}
    typed |= {"breath_value": "0,40", "breath_unit": "mg_l_210", "breath_device": "B2"}

    browse(anna).post(f"/podchod/encounters/{encounter.pk}/correct/", typed)

    breath = Breath.objects.get()
    assert (breath.value, breath.since_drink, breath.calibrated_on) == (Decimal("0.40"), 60, date(2026, 3, 1))


def test_strangers_measure_nothing(measure, bara, cyril, browse):
    for actor in (bara, cyril):
        assert measure(by=actor).status_code == 404
        assert browse(actor).get(measure.url).status_code == 404
    assert not Breath.objects.exists()
