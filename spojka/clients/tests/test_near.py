"""Near codes are those that a comparison of each with each finds, among few codes and among crowds."""

from itertools import combinations
from random import Random

import pytest

from spojka.clients import duplicates, near
from spojka.clients.codes import base, shipped
from spojka.clients.near import How
from tests import make

PARTS = shipped()


def swapped(code):
    """Two letters of the mother's name with those of one's own, or the day with the month."""
    return {code[2:4] + code[:2] + code[4:], code[:4] + code[6:8] + code[4:6] + code[8:]} if len(code) == 9 else set()


def turned(code):
    return {code[:n] + code[n + 1] + code[n] + code[n + 2 :] for n in range(len(code) - 1)}


def place(one, other):
    """Return where two codes of one length differ, if at one place alone."""
    places = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return places[0] if len(places) == 1 else None


def off(one, other, every):
    """Return how they differ in one character, unless so many do that it is no slip."""
    n = place(one, other) if len(one) == len(other) else None
    if n is None or sum(each[:n] == one[:n] and each[n + 1 :] == one[n + 1 :] for each in every) > near.CROWD:
        return None
    return How.HEARD if tuple(sorted((one[n], other[n]))) in near.ALIKE else How.LETTER


def how(one, other, every):
    one, other = base(one), base(other)
    if one == other:
        return How.SUFFIX
    found = {How.SWAPPED} if other in swapped(one) else set()
    if min(len(one), len(other)) >= near.LEAST:
        short, long = sorted((one, other), key=len)
        found |= {How.TURNED} if other in turned(one) else set()
        found |= {How.MISSING} if short in {long[:n] + long[n + 1 :] for n in range(len(long))} else set()
        found |= {off(one, other, every)} - {None}
    return min(found, default=None)


def codes(rng):
    """Return codes that came to differ in every way; a crowd at one place; some too short to say."""
    found = {f"JANA0101{last}" for last in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456"[: rng.choice([20, 33])]}
    found |= {"".join(rng.choices("AB", k=3)) for _ in range(4)}
    for _ in range(60):
        code = "".join(rng.choices("MNAS", k=4)) + "".join(rng.choices("0138", k=4)) + rng.choice("MF")
        n = rng.randrange(9)
        slips = [
            *sorted(swapped(code) | turned(code)),
            code[:n] + code[n + 1 :],
            f"{code}-2",
            f"{code[:n]}{rng.choice('MNZ')}{code[n + 1 :]}",
        ]
        found |= {code, *rng.sample(slips, 3)}
    return dict(enumerate(rng.sample(sorted(found), len(found))))


@pytest.mark.parametrize("seed", range(4))
def test_pairs_are_those_of_each_with_each(seed):
    known = codes(Random(seed))
    every = {base(code) for code in known.values()}
    plain = {pair: how(known[pair[0]], known[pair[1]], every) for pair in combinations(known, 2)}
    plain = {pair: said for pair, said in plain.items() if said}

    assert set(plain.values()) == set(How)
    assert near.pairs(known, PARTS) == plain


def test_ways_come_in_their_order_and_no_pair_twice():
    ways = list(near.by_how(codes(Random(7)), PARTS))
    every = [pair for _how, some in ways for pair in some]

    assert [way for way, _some in ways] == list(How)
    assert len(every) == len(set(every))


def test_a_page_full_of_likelier_pairs_looks_for_no_others(teren, monkeypatch):
    """What is left out is what would have stood behind."""
    for code in codes(Random(3)).values():
        make.client(teren, code=code)
    whole = [(one.first, one.second) for one in duplicates.proposals(teren, make.NOON.date(), most=10_000)]
    asked = []
    monkeypatch.setattr(near, "_one_off", lambda every: asked.append(every) or ([], []))
    monkeypatch.setattr(duplicates, "AT_A_TIME", 2)

    few = [(one.first, one.second) for one in duplicates.proposals(teren, make.NOON.date(), most=2)]

    assert not asked
    assert set(few) <= set(whole)
