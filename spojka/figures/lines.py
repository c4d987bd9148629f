"""What marts answer: totals and breakdowns of the lines that one may count. Numbers only, so a year takes no time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from .marts import CODED, LINE, Mart, Shape, encoded
from .metric import Metric

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

MANY = 50_000_000  # pairs of a value and a client that are ticked off rather than sorted


@dataclass(frozen=True)
class Words:
    """A column of texts: a number for each row, and what the numbers stand for."""

    numbers: Numbers
    texts: Sequence[str]


class Lines:
    """One service's mart, ready to be counted. It never changes, so it may be kept."""

    def __init__(self, mart: Mart, shape: Shape):
        self.shape = shape
        self.keys = {one: _words(mart["keys"], one) for one in shape.keys}
        self.size = len(mart["keys"])
        months = self.keys["month"]
        years = list(dict.fromkeys(text[:4] for text in months.texts))
        moved = _array([years.index(text[:4]) for text in months.texts])
        self.keys["year"] = Words(moved[months.numbers], years)
        self.sums = dict(self._parts(mart, "sums", ("of", "by"), ("label",)))
        self.members = dict(self._parts(mart, "members", ("of",), shape.slices))
        self.clients = max((int(one[CODED].max()) + 1 for one in self.members.values() if len(one[CODED])), default=0)

    @cached_property
    def weight(self) -> int:
        """Return about how many bytes it takes."""
        held = [one for parts in (self.sums, self.members) for part in parts.values() for one in part.values()]
        held += list(self.keys.values())
        return sum(int((one.numbers if isinstance(one, Words) else one).nbytes) for one in held)

    def _parts(
        self, mart: Mart, kind: str, by: tuple[str, ...], words: Iterable[str]
    ) -> Iterator[tuple[Any, dict[str, Any]]]:
        import numpy

        table = mart[kind]
        if not len(table):
            return
        told = [_words(table, one) for one in by]
        whole = told[0].numbers.astype(numpy.int64)
        for one in told[1:]:
            whole = whole * len(one.texts) + one.numbers
        order = numpy.argsort(whole, kind="stable")
        starts = numpy.flatnonzero(numpy.diff(whole[order], prepend=-1))
        columns: dict[str, Any] = {LINE: table[LINE].to_numpy()}
        number = "number" if kind == "sums" else CODED
        columns[number] = table[number].to_numpy()
        texts = {one: _words(table, one) for one in words if one in table.column_names}
        for first, last in zip(starts, [*starts[1:], len(order)], strict=True):
            rows = order[first:last]
            name = tuple(one.texts[one.numbers[rows[0]]] for one in told)
            part: dict[str, Any] = {one: values[rows] for one, values in columns.items()}
            part |= {one: Words(words.numbers[rows], words.texts) for one, words in texts.items()}
            yield name, part

    def chosen(self, only: Iterable[tuple[str, Callable[[str], bool]]]) -> Numbers:
        """Return which lines stay when columns are narrowed."""
        import numpy

        kept = numpy.ones(self.size, bool)
        for name, fits in only:
            words = self.keys[name]
            kept &= _array([fits(text) for text in words.texts], bool)[words.numbers]
        return kept


@dataclass(frozen=True)
class Found:
    """Numbers of one metric: by values of a column, or by pairs of value and code."""

    metric: str
    column: str
    is_crossed: bool
    numbers: dict[Any, int]


class Marts:
    """The lines that one may count: of each service, those that stay."""

    def __init__(self, shape: Shape, services: Sequence[tuple[Lines, Numbers]]):
        self.shape, self.services = shape, services

    def knows(self, columns: Iterable[str]) -> bool:
        return set(columns) <= {*self.shape.keys, *self.shape.slices, "year", "code"}

    def count(self, metrics: Sequence[Metric], columns: Sequence[str], crossed: Sequence[str]) -> Iterator[Found]:
        """Return the figures of each service: the total (no column), by each column, and by pairs with the code."""
        coded = {one.table for one in metrics if one.items}
        plain = [one for one in columns if one != "code"]
        for lines, kept in self.services:
            for metric in metrics:
                if metric.distinct:
                    yield from _joined(lines, kept, metric.code, plain)
                elif metric.table in coded:
                    yield from _added(lines, kept, metric.code, columns, crossed)
                else:
                    yield from _added(lines, kept, metric.code, plain, ())


def _added(
    lines: Lines, kept: Numbers, metric: str, columns: Sequence[str], crossed: Sequence[str]
) -> Iterator[Found]:
    import numpy

    whole = lines.sums.get((metric, ""))
    if whole is None:
        return
    numbers = whole["number"] * kept[whole[LINE]]
    by_line = numpy.bincount(whole[LINE], numbers, lines.size)  # a float holds whole numbers to 9 · 10¹⁵
    yield Found(metric, "", False, {"": int(by_line.sum())})
    for column in columns:
        if column in lines.keys:
            words = lines.keys[column]
            yield Found(metric, column, False, _told(words, numpy.bincount(words.numbers, by_line)))
        elif column == "code":
            sums = numpy.bincount(whole["label"].numbers, numbers)
            yield Found(metric, column, False, _told(whole["label"], sums))
        elif part := lines.sums.get((metric, column)):
            sums = numpy.bincount(part["label"].numbers, part["number"] * kept[part[LINE]])
            yield Found(metric, column, False, _told(part["label"], sums))
    for column in crossed:
        words, codes = lines.keys[column], whole["label"]
        pairs = words.numbers[whole[LINE]].astype(numpy.int64) * len(codes.texts) + codes.numbers
        sums = numpy.bincount(pairs, numbers)
        told = {_pair(words, codes, int(at)): int(sums[at]) for at in numpy.flatnonzero(sums)}
        yield Found(metric, column, True, told)


def _pair(words: Words, codes: Words, at: int) -> tuple[str, str]:
    value, code = divmod(at, len(codes.texts))
    return words.texts[value], codes.texts[code]


def _joined(lines: Lines, kept: Numbers, metric: str, columns: Sequence[str]) -> Iterator[Found]:
    """Tell different clients apart. No service knows those of another, so figures of services add up."""
    import numpy

    part = lines.members.get((metric,))
    if part is None:
        return
    stays = kept[part[LINE]]
    line, client = part[LINE][stays], part[CODED][stays]
    nobody = Words(numpy.zeros(len(line), numpy.int32), [""])
    for column in ("", *columns):
        if column in lines.keys:
            words = Words(lines.keys[column].numbers[line], lines.keys[column].texts)
        elif column in part:
            words = Words(part[column].numbers[stays], part[column].texts)
        elif not column:
            words = nobody
        else:
            continue
        yield Found(metric, column, False, _told(words, _different(words, client, lines.clients)))


def _different(words: Words, clients: Numbers, size: int) -> Numbers:
    import numpy

    pairs = words.numbers.astype(numpy.int64) * size + clients
    if len(words.texts) * size > MANY:
        return numpy.bincount(numpy.unique(pairs) // size, minlength=len(words.texts))
    ticked = numpy.zeros(len(words.texts) * size, bool)
    ticked[pairs] = True
    return ticked.reshape(len(words.texts), size).sum(axis=1) if size else numpy.zeros(len(words.texts))


def _told(words: Words, numbers: Numbers) -> dict[Any, int]:
    return {words.texts[at]: int(number) for at, number in enumerate(numbers.tolist()) if number}


def _words(table: Any, name: str) -> Words:
    column = encoded(table, name)
    return Words(column.indices.to_numpy(), column.dictionary.to_pylist())


def _array(values: Any, kind: Any = None) -> Numbers:
    import numpy

    return numpy.array(values, kind or numpy.int32)
