"""Codes that may be of one person: how two of them came to differ. Knows only letters, no rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import combinations, pairwise
from typing import Any, TypeVar
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


Id = TypeVar("Id", str, int, UUID)
Pair = tuple[Id, Id]  # the lesser first
Bases = tuple[str, str]


def pairs(known: Mapping[Id, str], parts: Sequence[Mapping[str, Any]]) -> dict[Pair[Id], How]:
    """Return pairs of near codes, each with the likeliest way in which they came to differ."""
    return {pair: how for how, some in by_how(known, parts) for pair in some}


def by_how(known: Mapping[Id, str], parts: Sequence[Mapping[str, Any]]) -> Iterator[tuple[How, list[Pair[Id]]]]:
    """Yield pairs of near codes, the likeliest way first. Who has enough of them asks for no more ways."""
    by_base: dict[str, list[Id]] = {}
    for id, code in known.items():
        by_base.setdefault(base(code), []).append(id)
    told: set[Bases] = set()
    for how, near in _near(by_base, parts):
        fresh = {both if both[0] < both[1] else (both[1], both[0]) for both in near} - told
        told |= fresh
        yield how, [pair for one, other in fresh for pair in _met(by_base[one], by_base[other])]


def _met(some: list[Id], others: list[Id]) -> Iterable[Pair[Id]]:
    if some is others:
        return combinations(sorted(some), 2)
    return ((one, other) if one < other else (other, one) for one in some for other in others)


def _near(
    bases: Mapping[str, Sequence[Any]], parts: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[How, Iterable[Bases]]]:
    """Yield each way with the codes that are near by it, in the order of the ways."""
    length, swaps = sum(int(part["take"]) for part in parts), _swaps(parts)
    whole = [code for code in bases if len(code) == length]
    yield (
        How.SWAPPED,
        ((code, other) for swap in swaps for code in whole if (other := swap(code)) in bases and other > code),
    )
    every = {code for code in bases if len(code) >= LEAST}
    yield How.TURNED, ((code, other) for code in every for other in _turned(code) if other in every and other > code)
    yield How.SUFFIX, ((code, code) for code, ids in bases.items() if len(ids) > 1)
    heard, letter = _one_off(every)
    yield How.HEARD, heard
    yield How.MISSING, _missing(every)
    yield How.LETTER, letter


def _turned(code: str) -> Iterator[str]:
    """Yield the code with two neighbours in each other's place."""
    for n, (one, other) in enumerate(pairwise(code)):
        yield f"{code[:n]}{other}{one}{code[n + 2 :]}"


def _one_off(every: set[str]) -> tuple[list[Bases], list[Bases]]:
    """Return codes that differ in one character: those that sound or look alike in it, and the others."""
    heard: list[Bases] = []
    letter: list[Bases] = []
    for place, some in _alike_but_one(every):
        if len(some) <= CROWD:
            for one, other in combinations(some, 2):
                (heard if _are_alike(one[place], other[place]) else letter).append((one, other))
    return heard, letter


def _missing(every: set[str]) -> Iterator[Bases]:
    """Yield codes of which one has a character more."""
    lengths = {len(code) for code in every}
    for code in every:
        if len(code) - 1 in lengths:  # mostly all codes of a service are of one length
            shorter = {code[:n] + code[n + 1 :] for n in range(len(code))}
            yield from ((rest, code) for rest in shorter & every)


def _alike_but_one(every: set[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield a place and the codes that are alike but for it. Lists are made only where two meet: there are few."""
    for n in range(max(map(len, every), default=0)):
        first: dict[str, str] = {}
        several: dict[str, list[str]] = {}
        for code in every:
            if n < len(code):
                rest = f"{code[:n]}*{code[n + 1 :]}"
                met = first.setdefault(rest, code)
                if met is not code:
                    several.setdefault(rest, [met]).append(code)
        yield from ((n, some) for some in several.values())


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
