"""Codes that may be of one person: how two of them came to differ. Knows only letters, no rows."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import combinations
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
    by_base: dict[str, list[UUID]] = defaultdict(list)
    for id, code in known.items():
        by_base[base(code)].append(id)
    found: dict[Pair, How] = {}
    for one, other, how in _near(by_base, parts):
        for first in by_base[one]:
            for second in by_base[other]:
                if first != second:
                    pair = (first, second) if first < second else (second, first)
                    found[pair] = min(found.get(pair, how), how)
    return found


def _near(bases: Mapping[str, Sequence[UUID]], parts: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str, How]]:
    for code, ids in bases.items():
        if len(ids) > 1:
            yield code, code, How.SUFFIX
    swaps = _swaps(parts)
    length = sum(int(part["take"]) for part in parts)
    for code in bases:
        if len(code) == length:
            for swap in swaps:
                other = swap(code)
                if other > code and other in bases:
                    yield code, other, How.SWAPPED
        if len(code) >= LEAST:
            for n in range(len(code) - 1):
                if code[n] != code[n + 1]:
                    other = f"{code[:n]}{code[n + 1]}{code[n]}{code[n + 2 :]}"
                    if other > code and other in bases:
                        yield code, other, How.TURNED
    yield from _one_off(bases)


def _one_off(bases: Iterable[str]) -> Iterator[tuple[str, str, How]]:
    """Yield codes that differ in one character: those that are alike without it, at one same place."""
    without: dict[tuple[int, str], list[str]] = defaultdict(list)
    every = {code for code in bases if len(code) >= LEAST}
    for code in every:
        for n in range(len(code)):
            without[n, code[:n] + code[n + 1 :]].append(code)
    for (place, rest), some in without.items():
        if rest in every and rest not in some:
            for code in some:
                yield rest, code, How.MISSING
        if 1 < len(some) <= CROWD:
            for one, other in combinations(some, 2):
                if one != other:
                    heard = tuple(sorted((one[place], other[place]))) in ALIKE
                    yield one, other, How.HEARD if heard else How.LETTER


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
