"""How lives change and how far goals are, counted by hand; small numbers are hidden from others."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.caseplans.actions import reviews
from spojka.caseplans.content import Rated
from spojka.caseplans.models import OutcomeRating
from spojka.cases.tests.conftest import opened
from spojka.encounters import extract
from spojka.encounters.metrics import DIMENSIONS
from spojka.encounters.scope import Scope
from spojka.figures import counting, registry
from spojka.figures.protect import Audience
from spojka.reports import indicators
from tests import make

ITEM = [one for one in DIMENSIONS if one.code == "item"]
TODAY = timezone.localdate()
YEAR = Scope(first=TODAY - timedelta(days=365), last=TODAY)


@pytest.fixture
def rate(ema):
    """Rate somebody so many days ago: rate(party, "entry", housing=2)."""

    def rate_(about, occasion, ago=0, by_whom="client", by=ema, **scores):
        on = TODAY - timedelta(days=ago)
        rated = Rated(by_whom=by_whom, occasion=occasion, on=on, scores=scores)
        deed = {"by": by, "id": new_id(), "service": make.the_service_of(by), "about": about}
        return reviews.rate(**deed, rated=rated, at=timezone.now())

    return rate_


@pytest.fixture
def people(ema, teren):
    """Five clients, each in a case of their own."""
    cases = [opened(ema, make.client(teren)) for _one in range(5)]
    return [case.parties.get() for case in cases]


def counted(by, scope=YEAR):
    with extract.extract(by, scope) as store:
        metrics = [one for one in registry.metrics() if one.code.partition(".")[0] in ("outcome", "goals")]
        return counting.count(store, metrics, ITEM)


def told(by, audience, scope=YEAR):
    block = indicators.make([by], scope, audience, make.NOON)
    return {one.code: one for one in block.sections}


def test_the_change_goes_from_entry_to_the_last_rating_of_the_period(ema, people, rate, lists):
    """Housing by the client: 2 → 6 (+4), 5 → 4 (−1), 3 → 3 (0): 3 people, +3 points, +1.0 on average."""
    one, two, three, four, five = people
    rate(one, "entry", ago=90, housing=2, work=1)
    rate(one, "review", ago=40, housing=9)  # not the last one
    rate(one, "closing", ago=5, housing=6)
    rate(two, "entry", ago=80, housing=5)
    rate(two, "review", ago=10, housing=4, work=8)  # work was not rated at entry
    rate(three, "entry", ago=500, housing=3)
    rate(three, "review", ago=1, housing=3)
    rate(four, "review", ago=1, housing=10)  # no entry
    rate(five, "entry", ago=30, housing=1)  # nothing later
    rate(one, "entry", ago=90, by_whom="worker", housing=1)
    rate(one, "closing", ago=5, by_whom="worker", housing=3)

    counts = counted(ema)

    assert counts.of("item", "outcome.rated.client") == {"housing": 3}
    assert counts.of("item", "outcome.points.client") == {"housing": 3}
    assert counts.totals["outcome.people.client"] == 3
    assert counts.of("item", "outcome.points.worker") == {"housing": 2}
    (line,) = told(ema, Audience.OWN)["areas"].table.lines
    assert [cell.text for cell in line.cells] == ["3", "1,0", "1", "2,0"]


def test_only_ratings_of_the_period_and_of_the_service_count(ema, cyril, people, rate, lists):
    rate(people[0], "entry", ago=90, housing=2)
    rate(people[0], "review", ago=40, housing=8)

    later = Scope(first=TODAY - timedelta(days=20), last=TODAY)
    assert counted(ema, later).totals["outcome.people.client"] == 0
    assert counted(cyril).totals["outcome.people.client"] == 0
    place = Scope(first=YEAR.first, last=TODAY, setting="street")
    assert counted(ema, place).totals["outcome.people.client"] == 0


def test_one_person_in_two_cases_is_one(ema, teren, rate, lists):
    client = make.client(teren)
    first, second = (opened(ema, client).parties.get() for _one in range(2))
    rate(first, "entry", ago=50, housing=1)
    rate(second, "closing", ago=5, housing=5)

    counts = counted(ema)
    assert counts.totals["outcome.people.client"] == 1
    assert counts.totals["outcome.points.client"] == 4


def test_a_mean_of_few_people_is_hidden_from_others(ema, people, rate, lists):
    for one in people[:3]:
        rate(one, "entry", ago=50, housing=1)
        rate(one, "closing", ago=5, housing=5)

    table = told(ema, Audience.PARTNER)["areas"].table
    assert not table.lines
    assert all(cell.value is None for cell in table.totals[:2])
    for one in people[3:]:
        rate(one, "entry", ago=50, housing=1)
        rate(one, "closing", ago=5, housing=5)
    assert not told(ema, Audience.PUBLIC)["areas"].table.lines
    (line,) = told(ema, Audience.PARTNER)["areas"].table.lines
    assert [cell.text for cell in line.cells[:2]] == ["5", "4,0"]


def test_goals_are_counted_by_their_last_review(ema, plan, goal, write, lists):
    """Two goals, at last 0 and −1: one of two is reached, −0.5 on average."""
    other = write("goal", text="Jiný cíl")
    deed = {"by": ema, "service": make.the_service_of(ema), "plan": plan, "words": "", "at": timezone.now()}
    reviews.review(**deed, id=new_id(), on=TODAY - timedelta(days=9), levels={goal.key: (2, ""), other.key: (-1, "")})
    reviews.review(**deed, id=new_id(), on=TODAY, levels={goal.key: (0, "")})

    lines = {one.code: one.cell.text for one in told(ema, Audience.OWN)["goals"].lines}

    assert lines == {"cases": "1", "goals": "2", "reached": "1", "share": "50,0", "mean": "-0,5"}
    hidden = {one.code: one.cell.value for one in told(ema, Audience.PUBLIC)["goals"].lines}
    assert set(hidden.values()) == {None}


def test_the_day_is_that_of_the_rating_not_of_writing(ema, people, rate, lists):
    rate(people[0], "entry", ago=10, housing=1)
    rate(people[0], "closing", ago=2, housing=2)
    assert {one.on for one in OutcomeRating.objects.all()} == {TODAY - timedelta(days=10), TODAY - timedelta(days=2)}
    assert counted(ema, Scope(first=date(2020, 1, 1), last=TODAY - timedelta(days=3))).totals[
        "outcome.people.client"
    ] == 0  # fmt: skip
