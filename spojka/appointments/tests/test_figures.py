"""Figures: how appointments went, how long people waited, how much was free."""

from datetime import timedelta

from django.utils import timezone

from spojka.appointments import metrics
from spojka.appointments.actions import book as actions
from spojka.appointments.actions import waiting
from spojka.base.ids import new_id
from spojka.encounters.scope import Scope

from .conftest import MONDAY

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)


def test_what_went_somehow_is_counted_once_and_strangers_count_nothing(hana, cyril, teren, book):
    for n, state in enumerate(("came", "came", "absent", "")):
        one = book(hana, teren, starts_at=MONDAY + n * HOUR)
        if state:
            actions.mark(by=hana, appointment=one, state=state, at=MONDAY + 9 * HOUR)
    day = timezone.localdate(MONDAY)
    scope = Scope(first=day, last=day)

    states = metrics.appointments(hana, scope)["state"].to_pylist()

    assert sorted(states) == ["absent", "came", "came"]
    assert metrics.appointments(hana, Scope(first=day + DAY, last=day + DAY)).num_rows == 0
    assert metrics.appointments(cyril, scope).num_rows == 0


def test_waiting_is_counted_by_who_got_a_place(hana, teren):
    today = timezone.localdate()
    said = {"purpose": "x", "client": None, "who": "x", "precedence": "", "note": "", "today": today}
    for why, ago in (("in", 10), ("gave_up", 20)):
        one = waiting.add(by=hana, id=new_id(), service=teren, since=today - ago * DAY, **said)
        waiting.end(by=hana, waiting=one, why=why, today=today)

    assert metrics.waits(hana, Scope(first=today, last=today))["days"].to_pylist() == [10]
