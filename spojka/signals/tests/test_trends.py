"""Trends: noted on a scale, seen by the house, told by months."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.signals import actions, trends
from spojka.signals.models import TrendNote

HEADS = [date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)]


@pytest.fixture
def note(today):
    def of(by, service, **fields):
        said = {"trend": "hunger", "scale": 2, "text": "", "day": today, "is_for_house": True}
        about = {"id": new_id(), "at": timezone.now(), "today": today}
        return actions.note(by=by, service=service, **about | said | fields)

    return of


def seen_by(actor):
    return set(TrendNote.objects.allowed(actor, Permission.TREND_VIEW))


def test_a_month_is_the_mean_of_its_notes_and_an_empty_one_is_not_zero():
    notes = [
        ("hunger", date(2026, 1, 5), 1, "a"),
        ("hunger", date(2026, 1, 9), 4, "b"),
        ("hunger", date(2026, 3, 1), 0, "a"),
    ]

    (trend,) = trends.over(notes, HEADS, {"hunger": "Hlad"})

    assert [month.mean for month in trend.months] == [2.5, None, 0.0]
    assert [(month.notes, month.services) for month in trend.months] == [(2, 2), (0, 0), (1, 1)]
    assert trend.name == "Hlad"
    assert "<svg" in trend.wide


def test_the_house_sees_it_others_do_not(anna, bara, cyril, teren, note):
    shared, own = note(anna, teren), note(anna, teren, is_for_house=False)

    assert (seen_by(anna), seen_by(bara), seen_by(cyril)) == ({shared, own}, {shared}, set())


@pytest.mark.parametrize("who", ["bara", "cyril"])
def test_others_note_and_take_back_nothing(who, anna, teren, note, request):
    stranger, known = request.getfixturevalue(who), note(anna, teren)

    with pytest.raises(PermissionDenied):
        note(stranger, teren)
    with pytest.raises(PermissionDenied):
        actions.unnote(by=stranger, note=known, at=timezone.now())


def test_a_day_to_come_is_refused_and_a_repeat_makes_one(anna, teren, note, today):
    with pytest.raises(Refusal):
        note(anna, teren, day=today + timedelta(days=1))
    id = new_id()

    assert note(anna, teren, id=id) == note(anna, teren, id=id)


def test_what_is_taken_back_counts_no_more(anna, bara, teren, note, browse, lists):
    known = note(anna, teren, text="Chleba došel.")
    assert "Chleba došel." in browse(bara).get("/podchod/trends/").content.decode()

    browse(anna).post(f"/podchod/trends/{known.pk}/void/")

    assert seen_by(bara) == set()
    assert browse(anna).get("/podchod/trends/").context["lines"] == []


@pytest.mark.parametrize(
    ("typed", "field"), [({"scale": ""}, "scale"), ({"scale": "9"}, "scale"), ({"trend": "x"}, "trend")]
)
def test_the_page_writes_it_and_says_what_is_wrong(anna, teren, browse, lists, today, typed, field):
    said = {"id": new_id(), "trend": "hunger", "scale": "3", "day": today, "service": teren.pk, "is_for_house": "on"}

    answer = browse(anna).post("/podchod/trends/new/", said | typed)

    assert answer.status_code == 422
    assert answer.context["form"].errors[field]
    assert browse(anna).post("/podchod/trends/new/", said).status_code == 302
    assert TrendNote.objects.get().scale == 3
