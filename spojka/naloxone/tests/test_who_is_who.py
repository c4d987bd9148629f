"""Kits, uses and ties keep to who a client is now, and to what the contact says after it was corrected."""

from datetime import timedelta

import pytest

from spojka.base.ids import new_id
from spojka.clients.actions import Merged, joining
from spojka.clients.models import Client
from spojka.encounters.models import Encounter, Handout
from spojka.naloxone.actions import overdoses
from spojka.naloxone.models import NaloxoneKit, NaloxoneUse, Overdose, OverdoseTie
from spojka.naloxone.reading import chain
from tests import make

SAID = {"side": "code", "code": "MOL 91 T"}


@pytest.fixture
def merged(head, send):
    """A kit was handed out to a client who was merged into another one."""
    send("hand", **SAID, minutes=10)
    old = Client.objects.get()
    new = make.client(make.the_service_of(head), code="JIN 80 A")
    joining.merge(by=head, id=new_id(), client=new, other=old, reason="x", at=make.NOON + timedelta(days=1))
    return new


def held():
    return list(NaloxoneKit.objects.all().held())


def test_a_use_told_under_a_merged_code_is_of_the_kit_that_went_along(merged, send):
    assert send("used", **SAID).status_code == 302

    assert NaloxoneUse.objects.get().kit == NaloxoneKit.objects.get()
    assert held() == []


def test_a_tie_under_a_merged_code_is_of_the_client_that_stays(merged, key_worker, browse, send):
    send("overdose")
    path = f"/podchod/overdoses/{Overdose.objects.get().pk}/tie/"

    browse(key_worker).post(path, {"id": str(new_id()), "code": "MOL 91 T", "reason": "x"})

    assert OverdoseTie.objects.get().client == merged


def test_no_tie_is_written_at_a_client_that_was_merged_meanwhile(merged, key_worker, send):
    send("overdose")
    gone = Client.objects.get(code="MOL 91 T")

    with pytest.raises(Merged):
        overdoses.tie(by=key_worker, id=new_id(), overdose=Overdose.objects.get(), client=gone, reason="x")


def test_who_works_in_two_services_ties_within_one(anna, kontakt, send):
    both = make.member(make.the_service_of(anna), kontakt, role="key_worker")
    send("overdose")

    with pytest.raises(overdoses.NotOurs):
        overdoses.tie(by=both, id=new_id(), overdose=Overdose.objects.get(), client=make.client(kontakt), reason="x")


def test_a_corrected_contact_says_how_many_kits_there_were(anna, send):
    send("hand", **SAID, doses=3)
    handout = Handout.objects.get().change(quantity=2)
    assert (chain(anna, 2026).kits, chain(anna, 2026).doses) == (2, 6)

    handout.change(quantity=1)
    assert (chain(anna, 2026).kits, chain(anna, 2026).doses) == (1, 3)
    handout.delete()
    assert (chain(anna, 2026).kits, held()) == (0, [])
    assert Encounter.objects.get().naloxone_kits.exists()


def test_of_two_kits_one_is_held_after_the_other_was_used(send):
    send("hand", **SAID, minutes=10)
    Handout.objects.get().change(quantity=2)
    kit = NaloxoneKit.objects.get()

    send("used", **SAID, minutes=20)
    assert held() == [kit]
    send("used", **SAID, minutes=30, gave="on")

    assert {one.kit for one in NaloxoneUse.objects.all()} == {kit}
    assert held() == [NaloxoneKit.objects.exclude(pk=kit.pk).get()]
