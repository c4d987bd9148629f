"""What the proof is worth where something is written down: each breakage of a deed is caught within few worlds.

No other world stands in the database beside them: then a seed draws the same one each time, and telling all rows is
quick.
"""

import random

import pytest
from django.db import transaction
from django.utils import timezone

from proof import checking
from proof.breaking import BREAKAGES

from .test_proof_breaks import FEW, ONCE

pytestmark = [pytest.mark.slow, ONCE]
WORLDS = 160  # only a miss costs them all; a new world shows more than more questions to an old one
SEEDS = range(1000, 1000 + WORLDS)
FIRST = {  # the world that is known to catch it is asked first; if it no longer does, all others are, as ever
    "a merged client slips through a wall": 1002,
    "who was merged with one who hides is found": 1003,
    "what was opposed opens": 1001,
    "a recipient gets all kinds": 1107,
    "a consent opens for writing": 1007,
    "taken back, it stays open": 1024,
    "it outlives its statement": 1024,
    "a ground goes along with a merged client": 1020,
}
DEEDS = [one for one in BREAKAGES if one.is_of_deeds]


def prove(first):
    for seed in sorted(SEEDS, key=lambda seed: seed != first):
        size = {"many": 16, "grounds": 12, "only": FEW, "pairs": 3, "singles": 0}
        checking.check(random.Random(seed), timezone.now(), checked=checking.Checked(), **size)


@pytest.mark.parametrize("breakage", DEEDS, ids=str)
def test_a_broken_deed_is_caught(db, breakage):
    with breakage.happening(), transaction.atomic(), pytest.raises(checking.Wrong):
        prove(FIRST.get(breakage.name))


def test_each_that_has_a_world_of_its_own_is_there():
    assert set(FIRST) <= {breakage.name for breakage in DEEDS}
    assert set(FIRST.values()) <= set(SEEDS)
