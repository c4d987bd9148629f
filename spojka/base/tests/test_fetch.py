"""Columns hold what the rows do, whatever people typed into them."""

import pytest
from django.db.models import F

from spojka.base import fetching
from spojka.encounters.models import Encounter
from spojka.network.models import Organisation
from tests import make

pytestmark = pytest.mark.django_db
TYPED = ["", "null", '"null"', "[1]", '"', "\\", "a,b", 'a;"b"', "dva\nřádky\r\n", "\\N", "\t x ", "Žluťoučký 🐎", "1"]


def told(rows, columns):
    return fetching.fetched(rows, columns, {"number"}.__contains__).to_pydict()


def test_texts_come_as_they_were_typed(monkeypatch):
    monkeypatch.setattr(fetching, "PORTION", 20)
    monkeypatch.setattr(fetching, "LINES", 3)
    for name in TYPED:
        make.organisation(name=name)

    found = told(Organisation.objects.order_by("pk"), {"said": "name", "again": F("name")})

    assert found["said"] == found["again"]
    assert sorted(found["said"]) == sorted(TYPED)


def test_nothing_is_told_from_an_empty_text(teren):
    met = make.encounter(make.shift(teren), people=3)

    found = told(type(met).objects.filter(pk=met.pk), {"note": "note", "client": "client_id", "number": "people"})

    assert found == {"note": [""], "client": [None], "number": [3]}


@pytest.mark.parametrize("name", ["nobody", None])
def test_no_rows_make_an_empty_table(name):
    rows = Encounter.objects.filter(note=name) if name else Encounter.objects.none()

    assert told(rows, {"said": "note", "number": "people"}) == {"said": [], "number": []}
