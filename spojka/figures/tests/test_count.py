import gc
from datetime import date
from decimal import Decimal
from functools import partial

import duckdb
import pyarrow as pa
import pytest

from spojka.figures import counting, dated, registry
from spojka.figures.counting import Counts
from spojka.figures.metric import HOUR, PIECE, Metric
from spojka.figures.store import Store

PIECES = Metric(
    code="pieces", name="", definition="", unit=PIECE, table="things", counts="", amount=lambda rows: rows.pieces
)
COLOUR = counting.Dimension(code="colour", column="colour", name="")


@pytest.fixture
def store():
    with Store() as store:
        days = ["2026-07-04", "2026-07-04", "2026-07-05"]
        table = {"id": ["a", "b", "c"], "day": days, "colour": ["red", None, "red"], "pieces": [1, 2, 3]}
        store.add("things", pa.table(table))
        yield store


def test_parts_add_up_and_what_has_no_value_is_kept(store):
    counts = counting.count(store, [PIECES], [COLOUR])

    assert counts.totals == {"pieces": 6}
    assert counts.of("colour", "pieces") == {"red": 4, "": 2}


@pytest.mark.parametrize(("few", "passes"), [(3, 1), (2, 4)])
def test_columns_are_counted_and_crossed_in_one_pass_of_few_rows(store, monkeypatch, few, passes):
    monkeypatch.setattr("spojka.figures.passes.FEW", few)
    size = counting.Dimension(code="size", column="size", name="")
    store.add("things", store.added["things"].append_column("size", pa.array(["big", "big", "small"])))
    asked, run = [], store.run
    store.run = lambda sql: (asked.append(sql) if "GROUPING" in sql else None) or run(sql)

    counts = counting.count(store, [PIECES], [COLOUR, size], size)

    assert len(asked) == passes
    assert counts.totals == {"pieces": 6}
    assert counts.parts == {
        "colour": {"red": {"pieces": 4}, "": {"pieces": 2}},
        "size": {"big": {"pieces": 3}, "small": {"pieces": 3}},
    }
    assert counts.cells == {
        "colour": {("red", "big"): {"pieces": 1}, ("", "big"): {"pieces": 2}, ("red", "small"): {"pieces": 3}}
    }


def test_of_no_rows_the_total_is_nought(store):
    store.add("things", store.added["things"].slice(0, 0))

    assert counting.count(store, [PIECES], [COLOUR]).totals == {"pieces": 0}


def test_rows_behind_a_part_give_its_number(store):
    behind = counting.behind(store, PIECES, {"colour": "red"}, start=0, size=1)

    assert (behind.count, behind.total, behind.page) == (2, 4, [("c", 3)])


def test_figures_of_two_services_add_up():
    one = Counts({"pieces": 1}, {"colour": {"red": {"pieces": 1}}})
    other = Counts({"pieces": 2}, {"colour": {"blue": {"pieces": 2}}})

    assert (one + other).totals == {"pieces": 3}
    assert (one + other).of("colour", "pieces") == {"red": 1, "blue": 2}


def test_hours_are_minutes_told_to_one_place():
    metric = Metric(code="h", name="", definition="", unit=HOUR, table="", counts="")

    assert metric.value(765) == Decimal("12.8")


def test_rows_are_let_go_with_their_store():
    gc.collect()
    before = pa.total_allocated_bytes()
    gc.disable()
    try:
        with Store() as store:
            store.tables.later["more"] = partial(store.add, "more", pa.table({"id": pa.array(range(100_000))}))
            assert store.tables["more"].columns == ("id",)
            assert pa.total_allocated_bytes() > before
        del store
        assert pa.total_allocated_bytes() == before
    finally:
        gc.enable()


def test_store_reaches_no_file(store):
    for attempt in ("SELECT * FROM read_csv('/etc/passwd')", "INSTALL httpfs", "SET enable_external_access=true"):
        with pytest.raises(duckdb.Error):
            store._db.execute(attempt)


def test_two_figures_of_one_code_are_refused():
    with pytest.raises(ValueError, match="contacts"):
        registry.register(registry.find("contacts"))


def test_unknown_figure_is_told():
    with pytest.raises(registry.UnknownMetric):
        registry.find("pleasure")


@pytest.mark.parametrize(
    ("amount", "band"),
    [("0", "zero"), ("0.01", "to_024"), ("0.24", "to_024"), ("0.25", "to_099"), ("0.99", "to_099"), ("1", "from_1")],
)
def test_each_amount_has_one_band(amount, band):
    assert dated.band("breath_bands", Decimal(amount), date(2026, 7, 4)) == band


def test_before_its_first_day_a_threshold_is_as_on_it():
    assert dated.value("contact_minutes", "contact", date(2001, 1, 1)).low == 10
