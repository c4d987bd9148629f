"""PostgreSQL alone: with the rule of the application left out, row-level security gives what the model says."""

import random
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.models import F

from proof import building, model
from spojka.access.owned import OwnedQuerySet
from spojka.access.tests.test_fence import ROLE, fenced, postgres
from tests.proving import PAGES, pages, seen_on

__all__ = ["fenced"]
CHANGED = ["consents.Consent", "consents.ConsentRecipient", "clients.Client", "encounters.Encounter", "care.RapidTest"]


@pytest.fixture
def now(fenced):
    """The moment that the database takes for now: it stands as long as the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT now()")
        return cursor.fetchone()[0]


@pytest.fixture
def unruled(monkeypatch):
    """The application asks for nothing any more."""
    monkeypatch.setattr(OwnedQuerySet, "allowed", lambda self, actor, permission: self.all())
    monkeypatch.setattr(OwnedQuerySet, "listed", lambda self, actor, permission: self.all())
    monkeypatch.setattr(OwnedQuerySet, "apart", lambda self, actor, permission, near=None: [self.all()])
    monkeypatch.setattr(OwnedQuerySet, "nearest", lambda self, actor, permission, pk: self.filter(pk=pk).first())


@postgres
@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1))
def test_the_fence_alone_gives_what_the_model_says(fenced, now, unruled, seed):
    with building.frozen(now):
        made = building.built(random.Random(seed), now, many=16, grounds=80)
    checks = 0
    for one, actor in made.actors.items():
        who = model.eyes(made.world, one)
        for label, records in made.records.items():
            wanted = {UUID(row.id) for row in records if model.reaches(made.world, who, row, model.READ)}
            assert fenced.sees(apps.get_model(label), actor) == wanted, (label, one)
            checks += len(records)
    assert checks > 20_000


@postgres
@pytest.mark.slow
def test_only_own_rows_are_changed_and_consents_by_the_clients_own_look(fenced, now):
    made = next(one for one in (world_of(seed, now) for seed in range(20)) if one)
    for one, actor in made.actors.items():
        for label in CHANGED:
            rows = apps.get_model(label).objects.order_by()
            got = fenced.does(actor, lambda rows=rows: rows.update(recorded_at=F("recorded_at")))
            assert got == changed(made, one, label), (label, one)


def world_of(seed, now):
    """Build the world of a seed, if a client's own look changes anything in it; else leave nothing of it."""
    with transaction.atomic(), building.frozen(now):
        made = building.built(random.Random(seed), now, many=16, grounds=800)
        looks = [one for one in made.actors if isinstance(one, model.Named)]
        if any(changed(made, one, label) for one in looks for label in CHANGED):
            return made
        transaction.set_rollback(True)
    return None


def changed(made, one, label):
    """Return how many rows of a model somebody may change, by the plain model."""
    who = model.eyes(made.world, one)
    return sum(model.may_change(made.world, who, row) for row in made.records[label])


@postgres
@pytest.mark.slow
def test_pages_without_the_rule_show_nothing_that_the_fence_hides(fenced, now, unruled):
    with building.frozen(now):
        made = building.built(random.Random(1), now, many=24, grounds=90, only=PAGES)
    shown = 0
    for one, browser in pages(made, now):
        who, browser.raise_request_exception = model.eyes(made.world, one), False
        fenced.cursor.execute(f"SET ROLE {ROLE}")
        try:
            seen = seen_on(made, one, browser, now)
        finally:
            fenced.cursor.execute("RESET ROLE")
        for record in (row for found in made.records.values() for row in found):
            if record.id in seen:
                assert model.reaches(made.world, who, record, model.READ), (record, one)
                shown += 1
    assert shown > 100
