"""Into an empty database the demonstration is built at any time, into another never."""

from datetime import UTC, datetime
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from spojka.demo import build, traces
from spojka.encounters.models import Encounter
from spojka.network.models import User
from tests import make

pytestmark = pytest.mark.django_db


@pytest.mark.slow
@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 10, 25, 23, 30, tzinfo=UTC),  # past midnight after the longest night
        datetime(2027, 3, 30, 8, tzinfo=UTC),  # a working morning after the shortest
    ],
)
def test_it_can_be_built_on_any_day(db, now):
    built = build.build(now)

    found = Encounter.objects.select_related("shift").order_by("pk")
    assert [one for one in found if not one.shift.start <= one.occurred_at <= min(one.shift.end, now)] == []
    assert built["Encounter"] > 800


def test_people_of_others_are_left_alone(db):
    make.member(make.service())

    with pytest.raises(CommandError, match="nejsou vymyšlení"):
        call_command("demo")
    assert User.objects.count() == 1


def test_production_is_refused(db, settings):
    settings.PRODUCTION = True

    with pytest.raises(CommandError, match="v ostrém provozu"):
        call_command("demo")
    assert build.is_empty()


def test_the_command_says_what_was_built(monkeypatch):
    counts = {"User": 17, "Shift": 77, "Encounter": 1054, "Client": 83}
    monkeypatch.setattr("spojka.demo.management.commands.demo.build", lambda now, wanted, tell: counts)
    out = StringIO()

    call_command("demo", stdout=out)

    assert "Lidé: 17, směny: 77, kontakty: 1054, klienti pod kódem: 83" in out.getvalue()


@pytest.mark.parametrize(
    ("code", "is_so"),
    [("ZARE0307M", True), ("ANAN0307M", False), ("ZARE0707M", False)],  # the same names, the seventh of July
)
def test_a_code_that_is_merged_with_itself_is_not_chosen(code, is_so):
    assert traces.has_two_ways(code) is is_so
