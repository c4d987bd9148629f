"""What columns probably mean."""

import pytest

from spojka.codelists.catalogue import catalogue
from spojka.sheets.guessing import guess
from spojka.sheets.reading import Page
from spojka.sheets.table import table
from tests import make


@pytest.mark.parametrize(
    ("head", "means"),
    [
        ("Počet kondomů", "material:condom"),
        ("Jehly vydané", "material:needle"),
        ("Počet osob celkem", "people"),
        ("Počet židlí", ""),
        ("Kdo (kód)", "person"),
        ("Čas (min)", "minutes"),
    ],
)
def test_a_number_of_things_is_no_number_of_people(teren, lists, head, means):
    read = table(Page("", [["Datum", "Výkon", head], ["3. 5. 2026", "KP", "2"], ["4. 5. 2026", "KP", "3"]]))

    assert guess(read, catalogue(teren, make.datetime(2026, 7, 4).date()))[head] == means
