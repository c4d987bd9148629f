"""The proof that nobody sees what is not theirs: random worlds, and the rules told a second time (proof/model.py)."""

import ast
import random
import sys

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from proof import building, checking, rows
from spojka.access.fence import fenced_models
from spojka.access.models import Basis, Grant
from spojka.access.permissions import Kind
from tests import make

from .places import ROOT

AT_LEAST = 200_000
WORLDS = 5
STEADY = settings(
    deadline=None, derandomize=True, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)
PLAIN = {"proof/model.py", "proof/things.py", "proof/worlds.py"}
TOLD = {  # what records of a client tell, said a second time: who changes it here has thought of whom it opens to
    "clients.Client": {"course", "history", "personal", "situation", "other"},
    "clients.Agreement": {"course"},
    "clients.Instruction": {"situation"},
    "clients.HouseholdMember": {"situation"},
    "clients.Relation": {"situation"},
    "consents.Consent": {"ledger"},
    "consents.ConsentRecipient": {"ledger"},
    "consents.ConsentSigner": {"ledger"},
    "soundings.Sounding": {"work"},
    "counter.Pass": {"other"},
    "identities.Identity": {"personal"},
    "identities.IdentityMark": {"personal"},
    "encounters.Encounter": {"history"},
    "encounters.Act": {"history"},
    "encounters.Handout": {"history"},
    "encounters.Topic": {"history"},
    "care.Exclusion": {"course"},
    "care.RapidTest": {"situation"},
    "care.RapidTestStep": {"situation"},
    "care.Treatment": {"history"},
    "naloxone.NaloxoneKit": {"history"},
    "naloxone.OverdoseTie": {"personal"},
}
AT_HOME = {  # what no ground opens, nor reading the house: who one is, how to find them, what is a note
    "clients.Agreement", "clients.Instruction", "clients.HouseholdMember", "clients.Relation", "counter.Pass",
    "identities.Identity", "identities.IdentityMark", "naloxone.NaloxoneKit", "naloxone.OverdoseTie",
    "encounters.Override", "soundings.Sounding", "soundings.SoundingCall", "oldminutes.OldMinutes",
    "oldminutes.GroupName",
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(PLAIN))
def test_the_second_model_knows_nothing_of_the_first(name):
    tree = ast.walk(ast.parse((ROOT / name).read_text()))
    named = [alias.name for node in tree if isinstance(node, ast.Import) for alias in node.names]
    tree = ast.walk(ast.parse((ROOT / name).read_text()))
    froms = [node for node in tree if isinstance(node, ast.ImportFrom)]
    named += [node.module for node in froms if node.level == 0]

    assert {one.partition(".")[0] for one in named} <= sys.stdlib_module_names
    assert {f"proof/{node.module}.py" for node in froms if node.level} <= PLAIN


@pytest.mark.slow
def test_random_worlds_agree_with_the_model(db):
    checked = checking.Checked()

    @settings(
        max_examples=WORLDS,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(seed=st.integers(0, 2**32), many=st.integers(80, 110), grounds=st.integers(20, 60))
    def worlds(seed, many, grounds):
        checking.check(random.Random(seed), timezone.now(), checked=checked, many=many, grounds=grounds)

    worlds()

    assert checked.total >= AT_LEAST, checked
    assert set(checked.ways) == {"allowed", "listed", "apart", "can", "nearest", "why", "edge"}
    assert all(checked.yes[way] > checked.ways[way] / 50 for way in checked.ways if way != "edge"), checked


def test_worlds_hold_every_model_and_every_ground(db):
    """What is never made is never checked."""
    found, opened = set(), set()
    for seed in range(2):
        now = timezone.now()
        with building.frozen(now), transaction.atomic():
            made = building.built(random.Random(seed), now, many=14)
            transaction.set_rollback(True)
        found |= {label for label, records in made.records.items() if records}
        opened |= {one.basis for one in made.world.grounds} | {"consent" for _one in made.world.consents}

    assert {model._meta.label for model in fenced_models()} - found == set()
    assert opened == set(Basis.values)


@pytest.mark.parametrize("label", sorted(TOLD))
def test_records_of_clients_tell_what_was_thought_of(label):
    model = next(one for one in fenced_models() if one._meta.label == label)

    assert rows.names(model.tells) == TOLD[label]


@pytest.mark.parametrize("label", sorted(AT_HOME))
def test_what_never_leaves_its_service(label):
    model = next(one for one in fenced_models() if one._meta.label == label)

    assert model.shared == Q(pk__in=[])


@pytest.mark.parametrize("basis", [basis for basis in Basis if basis != Basis.OWN_LOOK])
def test_the_database_keeps_the_ledger_for_the_clients_own_look(teren, cyril, basis):
    client = make.client(teren)
    with pytest.raises(IntegrityError), transaction.atomic():
        make.grant(client, cyril.organisation, teren, kinds=Kind.LEDGER, basis=basis)
    make.grant(client, cyril.id, teren, kinds=Kind.LEDGER, basis=Basis.OWN_LOOK)

    assert Grant.objects.get().kinds == Kind.LEDGER
