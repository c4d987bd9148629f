"""Tables of nested territory side by side: nothing hidden can be subtracted from anything shown."""

from spojka.reports import nested

UP = {
    "orp": {"A": "R", "B": "R", "C": "S"},
    "municipality": {"a1": "A", "a2": "A", "b1": "B", "c1": "C"},
}


def shown(dimension, sums, below=5):
    total = sum(sums["region"].values())
    return nested.protected(dimension, sums.__getitem__, UP.get, total=total, below=below)


def test_a_small_municipality_hides_another_one_of_its_own_orp():
    sums = {
        "region": {"R": 100, "S": 50},
        "orp": {"A": 43, "B": 57, "C": 50},
        "municipality": {"a1": 3, "a2": 40, "b1": 57, "c1": 50},
    }

    assert shown("orp", sums) == sums["orp"]
    assert shown("municipality", sums) == {"a1": None, "a2": None, "b1": 57, "c1": 50}


def test_what_is_hidden_above_is_hidden_below():
    sums = {
        "region": {"R": 100, "S": 3},
        "orp": {"A": 40, "B": 60, "C": 3},
        "municipality": {"a1": 20, "a2": 20, "b1": 60, "c1": 3},
    }

    assert set(shown("municipality", sums).values()) == {None}


def test_what_lies_nowhere_known_is_not_shown():
    sums = {"region": {"R": 100}, "orp": {"A": 100}, "municipality": {"a1": 50, "new": 50}}

    assert set(shown("municipality", sums).values()) == {None}


def test_a_unit_in_two_wholes_promises_nothing():
    sums = {"region": {"R": 100}, "orp": {"A": 100}}

    assert set(nested.protected("orp", sums.get, lambda _of: None, total=100, below=5).values()) == {None}
