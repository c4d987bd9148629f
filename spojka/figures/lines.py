"""What marts answer: totals and breakdowns of the lines that one may count. Numbers only, so a year takes no time.

Numbers are held in the smallest kind that has room for them: all years of all services are to stay in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .marts import ABOUT, CODED, LINE, Mart, Shape, by_table, encoded
from .metric import Metric

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

MANY = 50_000_000  # pairs of a value and a client that are ticked off rather than sorted


@dataclass(frozen=True)
class Words:
    """A column of texts: a number for each row, and what the numbers stand for."""

    numbers: Numbers
    texts: Sequence[str]


@dataclass(frozen=True)
class Sums:
    """What the metrics of one table add, by lines and labels."""

    lines: Numbers  # that occur here
    at: Numbers  # which of them each row belongs to
    labels: Words
    numbers: dict[str, Numbers]  # by metrics, one for each row

    @property
    def nbytes(self) -> int:
        parts = [self.lines, self.at, self.labels.numbers, *self.numbers.values()]
        return sum(int(one.nbytes) for one in parts)


class Lines:
    """One service's mart, ready to be counted. It never changes, so it may be kept."""

    def __init__(self, mart: Mart, shape: Shape):
        self.shape = shape
        self.keys = {one: _words(mart["keys"], one) for one in shape.keys}
        self.size = len(mart["keys"])
        months = self.keys["month"]
        years = list(dict.fromkeys(text[:4] for text in months.texts))
        moved = _array([years.index(text[:4]) for text in months.texts])
        self.keys["year"] = Words(_small(moved[months.numbers]), years)
        self.sums = dict(_sums(mart["sums"], self.size))
        self.members = dict(_members(mart["members"], shape))
        self.clients = max((int(one[CODED].max()) + 1 for one in self.members.values()), default=0)

    @cached_property
    def weight(self) -> int:
        """Return about how many bytes it takes."""
        words = [*self.keys.values(), *(column for one in self.members.values() for column in one.values())]
        held = sum(int((one.numbers if isinstance(one, Words) else one).nbytes) for one in words)
        return held + sum(one.nbytes for one in self.sums.values())

    def chosen(self, only: Iterable[tuple[str, Callable[[str], bool]]]) -> Numbers:
        """Return which lines stay when columns are narrowed."""
        import numpy

        kept = numpy.ones(self.size, bool)
        for name, fits in only:
            words = self.keys[name]
            kept &= _array([fits(text) for text in words.texts], bool)[words.numbers]
        return kept


def _sums(table: pa.Table, size: int) -> Iterator[tuple[tuple[str, ...], Sums]]:
    """Yield the sums of each table by each further dimension."""
    import numpy

    labels = _words(table, "label")
    for name, at in _grouped(table, "of", "by"):
        rows = table.take(at)
        line = rows[LINE].to_numpy()
        occurs = numpy.zeros(size, bool)
        occurs[line] = True
        places = (numpy.cumsum(occurs) - 1)[line]
        metrics = [one for one in rows.column_names if one not in ABOUT and not rows[one].null_count]
        numbers = {one: _small(rows[one].to_numpy()) for one in metrics}
        own = Words(labels.numbers[at], labels.texts)
        yield name, Sums(_small(numpy.flatnonzero(occurs)), _small(places), own, numbers)


def _members(table: pa.Table, shape: Shape) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the clients of each metric."""
    words = {one: _words(table, one) for one in shape.slices if one in table.column_names}
    for (metric,), at in _grouped(table, "of"):
        columns: dict[str, Any] = {one: _small(table[one].to_numpy()[at]) for one in (LINE, CODED)}
        yield metric, columns | {one: Words(said.numbers[at], said.texts) for one, said in words.items()}


def _grouped(table: pa.Table, *by: str) -> Iterator[tuple[tuple[str, ...], Numbers]]:
    """Yield which rows have the same texts in some columns, with these texts."""
    import numpy

    words = [_words(table, one) for one in by]
    whole = numpy.zeros(len(table), numpy.int64)
    for one in words:
        whole = whole * len(one.texts) + one.numbers
    for group in numpy.unique(whole):
        at = numpy.flatnonzero(whole == group)
        yield tuple(one.texts[one.numbers[at[0]]] for one in words), at


@dataclass(frozen=True)
class Found:
    """Numbers of some metrics, beside each other for each value of a column or for each pair of value and code."""

    metrics: Sequence[str]
    column: str  # none: the totals
    is_crossed: bool
    keys: Sequence[Any]
    numbers: Sequence[Sequence[float]]


class Marts:
    """The lines that one may count: of each service, those that stay."""

    def __init__(self, shape: Shape, services: Sequence[tuple[Lines, Numbers]]):
        self.shape, self.services = shape, services

    def knows(self, columns: Iterable[str]) -> bool:
        return set(columns) <= {*self.shape.keys, *self.shape.slices, "year", "code"}

    def count(self, metrics: Sequence[Metric], columns: Sequence[str], crossed: Sequence[str]) -> Iterator[Found]:
        """Return the figures of each service: the totals (no column), by each column, and by pairs with the code."""
        plain = [one for one in columns if one != "code"]
        for table, group in by_table(metrics).items():
            added = [one.code for one in group if not one.distinct]
            is_coded = any(one.items for one in group)
            for lines, kept in self.services:
                if added and (table, "") in lines.sums:
                    asked = (columns, crossed) if is_coded else (plain, ())
                    yield from _added(Added(lines, kept, table, added), *asked)
                for one in group:
                    if one.distinct and one.code in lines.members:
                        yield from _joined(lines, kept, one.code, plain)


class Added:
    """The sums of some metrics of one table on the lines that stay."""

    def __init__(self, lines: Lines, kept: Numbers, table: str, metrics: Sequence[str]):
        self.lines, self.kept, self.table, self.metrics = lines, kept, table, metrics
        self.rows = lines.sums[table, ""]
        self.numbers = self.of(self.rows)
        self.by_line = self.added(self.rows.at, self.numbers, len(self.rows.lines))

    def of(self, rows: Sums) -> Numbers:
        """Return what each metric adds in each row; nothing where the line does not stay."""
        import numpy

        numbers = numpy.stack([rows.numbers[one] for one in self.metrics])
        return numbers if self.kept.all() else numbers * self.kept[rows.lines][rows.at]

    def added(self, at: Numbers, numbers: Numbers, size: int) -> Numbers:
        """Add numbers up by where they belong, for all metrics at once."""
        import numpy

        places = numpy.arange(len(numbers))[:, None] * size + at
        whole = numpy.bincount(places.ravel(), numbers.ravel(), len(numbers) * size)
        return whole.reshape(len(numbers), size)  # floats hold whole numbers to 9 · 10¹⁵

    def found(self, column: str, keys: Sequence[Any], numbers: Numbers, is_crossed: bool = False) -> Found:
        return Found(self.metrics, column, is_crossed, keys, numbers.T.tolist())


def _added(add: Added, columns: Sequence[str], crossed: Sequence[str]) -> Iterator[Found]:
    yield add.found("", [""], add.by_line.sum(axis=1)[:, None])
    for column in columns:
        if column in add.lines.keys:
            words = add.lines.keys[column]
            at, numbers = words.numbers[add.rows.lines], add.by_line
        elif column == "code":
            words, numbers = add.rows.labels, add.numbers
            at = words.numbers
        elif part := add.lines.sums.get((add.table, column)):
            words, numbers = part.labels, add.of(part)
            at = words.numbers
        else:
            continue
        yield add.found(column, words.texts, add.added(at, numbers, len(words.texts)))
    for column in crossed:
        yield _crossed(add, column)


def _crossed(add: Added, column: str) -> Found:
    import numpy

    words, codes = add.lines.keys[column], add.rows.labels
    values = words.numbers[add.rows.lines].astype(numpy.int64) * len(codes.texts)
    sums = add.added(values[add.rows.at] + codes.numbers, add.numbers, len(words.texts) * len(codes.texts))
    some = numpy.flatnonzero(sums.any(axis=0))
    pairs = [divmod(at, len(codes.texts)) for at in some.tolist()]
    keys = [(words.texts[value], codes.texts[code]) for value, code in pairs]
    return add.found(column, keys, sums[:, some], is_crossed=True)


def _joined(lines: Lines, kept: Numbers, metric: str, columns: Sequence[str]) -> Iterator[Found]:
    """Tell different clients apart. No service knows those of another, so figures of services add up."""
    import numpy

    part = lines.members[metric]
    stays = slice(None) if kept.all() else kept[part[LINE]]
    line, client = part[LINE][stays], part[CODED][stays]
    whole = _different(numpy.zeros(len(line), numpy.int64), 1, client, lines.clients)
    yield Found([metric], "", False, [""], whole)
    for column in columns:
        if column in lines.keys:
            words = lines.keys[column]
            numbers = words.numbers.astype(numpy.int64)[line] if len(words.texts) > 1 else None
        elif column in part:
            words = part[column]
            numbers = words.numbers[stays].astype(numpy.int64)
        else:
            continue
        # most columns of a service have one value
        told = whole if numbers is None else _different(numbers, len(words.texts), client, lines.clients)
        yield Found([metric], column, False, words.texts, told)


def _different(values: Numbers, many: int, clients: Numbers, size: int) -> Sequence[Sequence[float]]:
    """Return how many different clients each of so many values has."""
    import numpy

    pairs = values * size + clients
    if many * size > MANY:
        found = numpy.bincount(numpy.unique(pairs) // size, minlength=many)
    else:
        ticked = numpy.zeros((many, size), bool)
        ticked.ravel()[pairs] = True
        found = numpy.count_nonzero(ticked, axis=1)
    return [[int(one)] for one in found]


def _words(table: Any, name: str) -> Words:
    column = encoded(table, name)
    return Words(_small(column.indices.to_numpy()), column.dictionary.to_pylist())


def _small(values: Numbers) -> Numbers:
    """Return the same numbers in the smallest kind that has room for them."""
    import numpy

    least, most = (int(values.min()), int(values.max())) if len(values) else (0, 0)
    kinds = (numpy.uint8, numpy.uint16, numpy.int32)
    fits = (one for one in kinds if numpy.iinfo(one).min <= least and most <= numpy.iinfo(one).max)
    return values.astype(next(fits, numpy.int64))


def _array(values: Any, kind: Any = None) -> Numbers:
    import numpy

    return numpy.array(values, kind or numpy.int32)
