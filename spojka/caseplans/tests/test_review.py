"""The plan is reviewed, and people rate how they live."""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.owned import Changed
from spojka.access.permissions import Kind
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.caseplans import outcomes
from spojka.caseplans.actions import reviews
from spojka.caseplans.content import Rated
from spojka.caseplans.models import Attainment, OutcomeRating, Review
from tests import make

NAMES = {"housing": "Bydlení", "work": "Práce", "health": "Zdraví"}


@pytest.fixture
def review(ema, plan, goal):
    def review_(by=ema, id=None, levels=None, on=None, words="Sešli jsme se."):
        now = timezone.now()
        levels = {goal.key: (1, "Má klíče.")} if levels is None else levels
        deed = {"by": by, "id": id or new_id(), "service": make.the_service_of(by), "plan": plan, "at": now}
        return reviews.review(**deed, on=on or timezone.localdate(now), words=words, levels=levels)

    return review_


@pytest.fixture
def rate(ema, party):
    def rate_(by=ema, id=None, by_whom="client", **scores):
        now = timezone.now()
        rated = Rated(by_whom=by_whom, occasion="review", on=timezone.localdate(now), scores=scores)
        deed = {"by": by, "id": id or new_id(), "service": make.the_service_of(by), "about": party}
        return reviews.rate(**deed, rated=rated, at=now)

    return rate_


def test_each_goal_has_a_level_in_words(ema, case, review):
    review()
    (one,) = outcomes.reviews_of(case, ema)
    ((goal, got),) = one.goals
    assert (goal, got.level, got.said) == ("Vlastní pokoj", 1, "Má klíče.")


def test_a_review_of_nothing_or_off_the_scale_is_refused(review, goal):
    for levels in ({}, {goal.key: (3, "")}):
        with pytest.raises(Refusal):
            review(levels=levels)
    assert not Review.objects.exists()


def test_sent_twice_it_is_one(review, rate):
    first, second = new_id(), new_id()
    assert review(id=first) == review(id=first)
    assert rate(id=second, work=3) == rate(id=second, work=3)
    with pytest.raises(Changed):
        rate(id=second, work=4)
    with pytest.raises(Changed):
        review(id=first, words="Nesešli jsme se.")
    assert (Attainment.objects.count(), OutcomeRating.objects.count()) == (1, 1)


def test_strangers_review_and_rate_nothing(cyril, petra, review, rate):
    for who in (cyril, petra):
        with pytest.raises(PermissionDenied):
            review(by=who)
        with pytest.raises(PermissionDenied):
            rate(by=who, work=3)


def test_scores_go_from_nought_to_ten(rate):
    for scores in ({}, {"work": 11}, {"work": -1}):
        with pytest.raises(Refusal):
            rate(**scores)


def test_the_change_goes_from_the_first_score_to_the_last(ema, case, rate):
    rate(housing=2, work=5)
    rate(work=3, health=4)
    rate(housing=6)
    rate(by_whom="worker", housing=1)

    ((party, seen),) = outcomes.changes(outcomes.ratings_of(case, ema), NAMES)

    assert party.called == "Rada"
    client, worker = seen
    assert {one.name: one.by for one in client.areas} == {"Bydlení": 4, "Práce": -2, "Zdraví": 0}
    assert client.is_change
    assert not worker.is_change


def test_how_somebody_lives_is_seen_only_by_who_may_know_their_situation(ema, petra, let_in, case, rate):
    rate(work=3)
    let_in(Kind.COURSE)
    assert outcomes.ratings_of(case, petra) == []
    let_in(Kind.SITUATION)
    assert len(outcomes.ratings_of(case, petra)) == 1
