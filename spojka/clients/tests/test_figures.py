"""Figures and exports follow: merged, two known people count as one; taken back, as two."""

from datetime import date, timedelta

import pytest

from spojka.base.ids import new_id
from spojka.clients.actions import joining
from spojka.encounters import extract, opening
from spojka.encounters.scope import Scope
from spojka.figures import counting, registry
from tests import make

YEAR = Scope(first=date(2026, 1, 1), last=date(2026, 12, 31))


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def people(by):
    """Return how many people are counted, from columns and from rows."""
    told = []
    for way in (opening.opened, extract.read):
        with way(by, YEAR) as store:
            told.append(counting.count(store, registry.metrics(), []).totals["clients"])
    return told


@pytest.mark.slow
def test_people_are_counted_anew_after_each_deed(hana, teren):
    shift = make.shift(teren)
    one, other = make.client(teren), make.client(teren)
    for client in (one, other):
        make.encounter(shift, client=client)
    before = people(hana)

    said = {"id": new_id(), "client": one, "other": other, "reason": "x", "at": make.NOON}
    made = joining.merge(by=hana, **said)
    merged = people(hana)
    joining.undo(by=hana, joining=made, reason="x", at=make.NOON + timedelta(days=99))

    assert (before, merged, people(hana)) == ([2, 2], [1, 1], [2, 2])
