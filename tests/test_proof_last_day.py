"""What the proof is worth where a service closes: worlds in which that decides something."""

import random

import pytest
from django.db import transaction
from django.utils import timezone

from proof import building, checking
from proof.breaking import BREAKAGES

from .test_proof_breaks import ELSEWHERE, ONCE, ROUNDS, SOME, compare

pytestmark = [pytest.mark.slow, ONCE]


@pytest.mark.parametrize(("name", "seed"), ELSEWHERE.items())
def test_it_is_caught_in_a_world_of_its_own(db, name, seed):
    """A world in which grounds name a service that closes today, one in which they name a closed one."""
    now = timezone.now()
    with building.frozen(now):
        world = building.built(random.Random(seed), now, many=24, grounds=250)
    breakage = next(one for one in BREAKAGES if one.name == name)

    with breakage.happening(), transaction.atomic(), pytest.raises(checking.Wrong):
        compare(world, ROUNDS, SOME)
