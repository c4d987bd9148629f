"""Phones, clocks and networks misbehave: retries, hours that come twice, times that have not come."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from spojka.base.ids import new_id
from spojka.encounters.models import Breath, Encounter
from tests import make

from .conftest import wall


def words(answer) -> str:
    return answer.content.decode()


def test_a_retry_that_says_something_else_is_not_swallowed(stand):
    id = str(new_id())
    stand(id=id, **{"materials-water": "1"})

    answer = stand(id=id, note="Přijela sanitka.", **{"materials-water": "2"})

    assert answer.status_code == 422
    assert answer.context["before"] == Encounter.objects.get()
    assert "Přijela sanitka." in words(answer)
    again = answer.context["form"]["id"].value()
    assert again != id
    stand(id=again, note="Přijela sanitka.", **{"materials-water": "2"})
    assert Encounter.objects.count() == 2


def test_a_queue_is_told_that_a_retry_said_something_else(stand):
    id = str(new_id())
    stand(id=id)

    answer = stand(id=id, headers={"Prefer": "return=minimal"}, note="Jinak.")

    assert answer.status_code == 422
    assert answer.json()["errors"]["id"]


def test_a_time_that_has_not_come_is_answered(stand, monkeypatch):
    monkeypatch.setattr("spojka.encounters.views.stand.timezone.now", lambda: stand.shift.start)

    assert stand(at=wall(stand.shift.start + timedelta(hours=1))).status_code == 422


def test_more_acts_than_a_night_holds_are_answered(stand):
    answer = stand(**{"acts-KP": "300"})

    assert answer.status_code == 422
    assert answer.context["form"].errors["acts"]


@pytest.mark.parametrize("language", ["cs", "en"])
@pytest.mark.parametrize("typed", ["0,5", "0.5"])
def test_a_comma_and_a_point_mean_the_same(stand, anna, browse, language, typed):
    phone = browse(anna)
    phone.cookies["language"] = language

    stand(phone, breath_value=typed)

    assert Breath.objects.get().value == Decimal("0.5")


def test_in_october_an_hour_comes_twice_and_can_be_typed(teren, anna, browse, lists):
    start = datetime(2026, 10, 24, 18, tzinfo=UTC)
    times = {"planned_start": start, "planned_end": start + timedelta(hours=9), "started_at": start}
    shift = make.shift(teren, day=start.date(), **times)
    typed = {"id": str(new_id()), "side": "anonymous", "at": "2026-10-25T02:30"}

    answer = browse(anna).post(f"/podchod/shifts/{shift.pk}/encounters/new/", typed)

    assert answer.status_code == 302
    assert Encounter.objects.get().occurred_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_in_march_an_hour_is_missing_and_that_is_told(teren, anna, browse, lists):
    start = datetime(2026, 3, 28, 19, tzinfo=UTC)
    times = {"planned_start": start, "planned_end": start + timedelta(hours=9), "started_at": start}
    shift = make.shift(teren, day=start.date(), **times)
    typed = {"id": str(new_id()), "side": "anonymous", "at": "2026-03-29T02:30"}

    answer = browse(anna).post(f"/podchod/shifts/{shift.pk}/encounters/new/", typed)

    assert answer.status_code == 422
    assert "hodina" in str(answer.context["form"].errors["at"])


def test_measured_minutes_are_told_from_usual_ones(stand):
    stand(themes=["law"])
    stand(themes=["law"], minutes="12")

    assert sorted(Encounter.objects.values_list("is_timed", flat=True)) == [False, True]
