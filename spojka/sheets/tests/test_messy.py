"""Two thousand messy rows, made by a generator that knows nothing of how they are read."""

import time

import pytest

from spojka.encounters.models import Encounter

from .conftest import save, states
from .generator import make


def kept_of(encounter):
    acts = {act.code: act.quantity for act in encounter.acts.all()}
    condoms = sum(one.quantity for one in encounter.handouts.all())
    minutes = sum(act.minutes for act in encounter.acts.all()) if encounter.is_timed else None
    code = encounter.client.code if encounter.client else ""
    return encounter.day, code, encounter.sex, acts, condoms, minutes


def told(truth):
    return truth.day, truth.code, truth.sex, truth.acts, truth.condoms, truth.minutes


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "count"), [("xlsx", 2000), ("csv", 300), ("utf8", 300)])
def test_every_row_of_a_messy_sheet_becomes_what_it_is(bring, strict, hana, kind, count):
    made = make(7, count, kind)
    began = time.time()
    sheet = bring(made.data)
    print("checked", time.time() - began)
    assert states(sheet) == {number: truth.state for number, truth in made.truth.items()}
    began = time.time()
    save(sheet, hana)
    print("saved", time.time() - began)

    rows = Encounter.objects.select_related("client", "origin").prefetch_related("acts", "handouts")
    found = {row.origin.number: kept_of(row) for row in rows.order_by("pk")}
    assert found == {number: told(truth) for number, truth in made.truth.items() if truth.state == "new"}
