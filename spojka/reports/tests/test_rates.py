"""Rates are told with both of their numbers and hidden when either is; parts give no small rest of a whole away."""

from decimal import Decimal

import pytest

from spojka.figures import registry
from spojka.figures.counting import Counts
from spojka.reports import compare, rates
from spojka.reports.arrange import Arranged
from spojka.reports.words import Names

RATE = registry.told("syringes.rate")


def totals(below=0, **sums):
    """Told totals of figures; a dot in a code is written as two underscores."""
    whole = dict.fromkeys([one.code for one in registry.metrics()], 0)
    return Arranged(Counts(whole | {code.replace("__", "."): n for code, n in sums.items()}), Names([]), below).totals


def exchange(given, back, below=0):
    return totals(
        below, materials=given, syringes__given=given, returns=back, syringes__back=back, contacts=100, exchanges=50
    )


def test_a_rate_says_its_two_numbers():
    cell = exchange(20, 18)["syringes.rate"]

    assert (cell.value, cell.text) == (Decimal("90.0"), "90,0")
    assert cell.told == "Vrácené stříkačky: 18 · Vydané stříkačky: 20"
    assert not cell.has_rows


@pytest.mark.parametrize(("given", "back"), [(20, 3), (3, 20), (3, 3)])
def test_a_rate_is_hidden_with_either_of_its_numbers(given, back):
    cell = exchange(given, back, below=5)["syringes.rate"]

    assert (cell.value, cell.text, cell.told) == (None, "chráněno", "")


def test_of_nothing_there_is_no_rate():
    cell = exchange(0, 18)["syringes.rate"]

    assert (cell.value, cell.text) == (None, rates.NONE)


def test_of_two_rates_only_the_difference_is_told():
    now, before = (exchange(100, back)["syringes.rate"] for back in (90, 80))

    assert compare.change(now, before).text == "+10,0"
    assert compare.share(now, before).text == rates.NONE


def test_rates_stand_where_their_column_is():
    cells = exchange(20, 18)
    line = rates.in_order(("syringes.rate", "syringes.back", "syringes.given"), [*cells.values()])

    assert [cell.text for cell in line] == ["90,0", "18", "20"]


@pytest.mark.parametrize(
    ("region", "intervention", "shown"),
    [
        (18, 6, (None, None)),  # interventions are contacts too: two of twenty were no contact
        (12, 6, (None, None)),  # they are not, and still two are left
        (12, 8, (12, 8)),
        (20, 8, (20, 8)),
        (17, 3, (None, None)),  # what is over ten minutes and no contact is an intervention
    ],
)
def test_no_reading_of_the_regional_method_gives_a_small_rest_away(region, intervention, shown):
    over = region if region + intervention > 20 else region + intervention
    told = totals(
        5, contacts=50, contacts__anonymous=50, contacts__timed=20, contacts__over=over, contacts__region=region,
        contacts__intervention=intervention,
    )  # fmt: skip

    assert (told["contacts.region"].value, told["contacts.intervention"].value) == shown


def test_a_rate_is_of_two_known_figures():
    with pytest.raises(ValueError, match="no rate"):
        registry.register_rates(RATE)
