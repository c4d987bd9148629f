from collections import defaultdict
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spojka.figures import protect
from spojka.figures.protect import Audience

DAY = date(2026, 7, 4)


def test_nobody_is_safe_to_show():
    assert protect.parts([0, 12, 30], 42, 5) == [0, 12, 30]


def test_a_small_part_takes_the_next_one_with_it():
    assert protect.parts([3, 40, 12], 55, 5) == [None, 40, None]


def test_a_small_total_hides_all():
    assert protect.parts([1, 2, 0], 3, 5) is None


def test_small_parts_that_cover_each_other_are_enough():
    assert protect.parts([3, 3, 40], 46, 5) == [None, None, 40]


def test_only_ones_are_no_cover():
    assert protect.parts([1, 1, 1, 1, 1, 60, 80], 145, 5) == [None, None, None, None, None, None, 80]


def test_thresholds_are_told_by_dated_data():
    assert (Audience.OWN.below(DAY), Audience.PARTNER.below(DAY), Audience.PUBLIC.below(DAY)) == (0, 5, 10)


@pytest.mark.parametrize(
    ("count", "below", "top"), [(1, 3, 8), (2, 3, 14), (3, 3, 12), (4, 3, 8), (3, 4, 14), (3, 5, 22)]
)
def test_who_knows_the_rule_finds_two_answers_for_each_hidden_cell(count, below, top):
    printed = defaultdict(list)
    for values in product(range(top + 1), repeat=count):
        total, shown = sum(values), protect.parts(values, sum(values), below)
        if total <= top:  # all tables of this total were tried
            told = "small" if protect.is_small(total, below) else total
            printed[told, None if shown is None else tuple(shown)].append(values)

    for (_total, shown), tables in printed.items():
        for cell in range(count):
            if shown is None or shown[cell] is None:
                assert len({table[cell] for table in tables}) > 1, (shown, tables)


@given(st.lists(st.integers(0, 40), min_size=1, max_size=30), st.sampled_from([5, 10]))
def test_the_total_gives_no_hidden_cell_away(values, below):
    shown = protect.parts(values, sum(values), below)

    if shown is not None:
        assert all(cell == value for cell, value in zip(shown, values, strict=True) if cell is not None)
        assert not any(cell is not None and 0 < cell < below for cell in shown)
        hidden = [value for cell, value in zip(shown, values, strict=True) if cell is None]
        # every hidden cell may be anything from 1 to what the others leave, and that is more than one number
        assert not hidden or (len(hidden) > 1 and sum(hidden) >= below and sum(hidden) > len(hidden))
