"""What the proof is worth: each breakage of how rows are read is caught by it, in one large world."""

import random

import pytest
from django.db import connection, transaction
from django.utils import timezone

from proof import building, checking
from proof.breaking import BREAKAGES
from spojka.access.fence import fenced_models

from .proving import PAGES

# the rule that is broken or shown here is the application's own: once is enough, and it takes minutes
ONCE = pytest.mark.skipif(connection.vendor != "sqlite", reason="is proved on SQLite, the fence on PostgreSQL")
pytestmark = [pytest.mark.slow, ONCE]
ROUNDS = 30  # only a miss costs them all
ELSEWHERE = {  # in this world they decide nothing; each with the seed of its own: see test_proof_last_day
    "a service is named no more on its last day": 3,
    "a service that closed is named still": 4,
}
READING = [one for one in BREAKAGES if not one.is_of_deeds and one.name not in ELSEWHERE]
FEW = {"consents.Consent", "assessments.AssessmentPart", "cases.Case", "cases.Party", "cases.Tie"} | PAGES
SOME = FEW | {  # of each kind of rows one or two: the rule is one for all models, and among few it is met soon
    "care.RapidTest", "cases.Entry", "cases.Note", "cases.Party", "clients.Client",
    "consents.ConsentRecipient", "consents.Opening", "encounters.Act", "encounters.Handout", "inquiries.Inquiry",
    "reports.SavedReport",
}  # fmt: skip


@pytest.fixture(scope="module")
def world(for_the_file):
    """One large world, in which every rule decides something."""
    now = timezone.now()
    with building.frozen(now):
        return building.built(random.Random(2), now, many=24, grounds=250)


def compare(world, rounds, labels=None):
    with building.frozen(world.world.now):
        actors = {one: building.actor_of(one, world.world.now) for one in world.actors}
        records = {label: found for label, found in world.records.items() if labels is None or label in labels}
        made = building.Built(world.world, world.people, records, actors)
        for seed in range(rounds):
            chance, checked = random.Random(seed), checking.Checked()
            checking.compare(chance, made, checked, 6)
            checking.one_by_one(chance, made, checked, 1000)


def read_all(world):
    compare(world, 3, SOME)  # most are caught here already: only the others need all models
    compare(world, ROUNDS)


@pytest.mark.slow
def test_the_rule_as_it_is_passes(world, db):
    assert set(world.records) == {model._meta.label for model in fenced_models()}
    compare(world, 1)


@pytest.mark.slow
@pytest.mark.parametrize("breakage", READING, ids=str)
def test_a_broken_reading_is_caught(world, db, breakage):
    with breakage.happening(), transaction.atomic(), pytest.raises(checking.Wrong):
        read_all(world)
