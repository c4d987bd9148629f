"""Codes that may be of one person: how two of them came to differ. Knows only letters, no rows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import combinations, pairwise
from typing import Any
from uuid import UUID

from .codes import NUMBERS, base

LEAST = 4  # characters below which one letter off could be anybody
CROWD = 30  # so many codes that differ in one same place are no slip, but how codes are made
LETTERS = [set("IYJ"), set("SZC"), set("VW"), set("KCGQ"), set("BP"), set("DT"), set("MN"), set("OU"), set("EA")]
DIGITS = [set("17"), set("56"), set("38"), set("08"), set("69"), set("23")]
ALIKE = {pair for some in (*LETTERS, *DIGITS) for pair in combinations(sorted(some), 2)}


class How(IntEnum):
    """How two codes differ; the lower, the likelier it is one person."""

    SWAPPED = 1  # two answers, the one instead of the other
    TURNED = 2  # two neighbours changed places
    SUFFIX = 3  # the same answers: a worker said that it is somebody else
    HEARD = 4  # one character, which sounds or looks alike
    MISSING = 5  # one character more
    LETTER = 6  # one character


Pair = tuple[UUID, UUID]


def pairs(known: Mapping[UUID, str], parts: Sequence[Mapping[str, Any]]) -> dict[Pair, How]:
    """Return pairs of near codes, each with the likeliest way in which they came to differ."""
    by_base: dict[str, list[UUID]] = {}
    for id, code in known.items():
        by_base.setdefault(base(code), []).append(id)
    near: dict[tuple[str, str], How] = {}
    for one, other, how in _near(by_base, parts):
        both = (one, other) if one < other else (other, one)
        near[both] = min(near.get(both, how), how)
    found: dict[Pair, How] = {}
    for (one, other), how in near.items():
        for first in by_base[one]:
            for second in by_base[other]:
                if first != second:
                    found[(first, second) if first < second else (second, first)] = how
    return found


def _near(bases: Mapping[str, Sequence[UUID]], parts: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str, How]]:
    yield from ((code, code, How.SUFFIX) for code, ids in bases.items() if len(ids) > 1)
    swaps, length = _swaps(parts), sum(int(part["take"]) for part in parts)
    for code in bases:
        swapped = [swap(code) for swap in swaps] if len(code) == length else []
        yield from ((code, other, How.SWAPPED) for other in swapped if other > code and other in bases)
        turned = _turned(code) if len(code) >= LEAST else ()
        yield from ((code, other, How.TURNED) for other in turned if other > code and other in bases)
    yield from _one_off({code for code in bases if len(code) >= LEAST})


def _turned(code: str) -> Iterator[str]:
    """Yield the code with two neighbours in each other's place."""
    for n, (one, other) in enumerate(pairwise(code)):
        yield f"{code[:n]}{other}{one}{code[n + 2 :]}"


def _one_off(every: set[str]) -> Iterator[tuple[str, str, How]]:
    """Yield codes that differ in one character: those that are alike without it, at one same place."""
    for place, some in _alike_but_one(every):
        if len(some) <= CROWD:
            for one, other in combinations(some, 2):
                yield one, other, How.HEARD if _are_alike(one[place], other[place]) else How.LETTER
    lengths = {len(code) for code in every}
    for code in every:
        if len(code) - 1 in lengths:  # mostly all codes of a service are of one length
            shorter = {code[:n] + code[n + 1 :] for n in range(len(code))}
            yield from ((rest, code, How.MISSING) for rest in shorter & every)


def _alike_but_one(every: set[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield a place and the codes that are alike but for it. Lists are made only where two meet: there are few."""
    first: dict[str, str] = {}
    several: dict[str, list[str]] = {}
    for code in every:
        for n in range(len(code)):
            rest = f"{code[:n]}*{code[n + 1 :]}"
            met = first.setdefault(rest, code)
            if met is not code:
                several.setdefault(rest, [met]).append(code)
    yield from ((rest.index("*"), some) for rest, some in several.items())


def _are_alike(one: str, other: str) -> bool:
    return ((one, other) if one < other else (other, one)) in ALIKE


def _swaps(parts: Sequence[Mapping[str, Any]]) -> list[Callable[[str], str]]:
    """Return what swaps two answers of one kind and length: the mother's name and one's own, the day and the month."""
    spans, start = [], 0
    for part in parts:
        take = int(part["take"])
        spans.append((start, start + take, part["ask"] in NUMBERS, part["ask"] == "sex"))
        start += take
    alike = [
        (one, other)
        for one, other in combinations(spans, 2)
        if one[1] - one[0] == other[1] - other[0] and one[2] == other[2] and not (one[3] or other[3])
    ]
    return [_swap(one[:2], other[:2]) for one, other in alike]


def _swap(one: tuple[int, int], other: tuple[int, int]) -> Callable[[str], str]:
    (a, b), (c, d) = one, other
    return lambda code: code[:a] + code[c:d] + code[b:c] + code[a:b] + code[d:]
