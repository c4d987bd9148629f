"""Two codes are one person: all goes along, both codes lead there, and it can be taken back."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from spojka.audit.models import Entry
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.clients import actions as clients
from spojka.clients import merging
from spojka.clients.actions import around, joining
from spojka.clients.models import Apart, Client, Joining, Relation
from spojka.encounters.models import Encounter
from spojka.figures.models import Mark
from tests import make

AT = make.NOON + timedelta(days=1)
LATER = AT + timedelta(days=200)


@pytest.fixture
def shift(teren):
    return make.shift(teren)


@pytest.fixture
def two(teren, shift):
    """Two codes of one person, with a contact and two; recorded before any merge."""
    one, other = make.client(teren, code="MAJA0311Z"), make.client(teren, code="MAJA0310Z", sex="woman")
    make.encounter(shift, client=one, recorded_at=make.NOON)
    make.encounter(shift, client=other, recorded_at=make.NOON)
    make.encounter(shift, client=other, recorded_at=make.NOON)
    return one, other


def merged(by, two, **said):
    one, other = two
    usual = {"id": new_id(), "client": one, "other": other, "reason": "poznali jsme ji", "at": AT}
    return joining.merge(by=by, **usual | said)


def contacts(client):
    return Encounter.objects.filter(client=client).count()


def test_moves_all_and_fills_in_what_was_not_known(hana, two):
    merged(hana, two)

    one, other = two[0], Client.objects.get(pk=two[1].pk)
    assert (contacts(one), contacts(other)) == (3, 0)
    assert other.merged_into_id == one.pk
    assert Client.objects.get(pk=one.pk).sex == "woman"


def test_lets_both_codes_lead_there_and_those_merged_before_too(hana, anna, teren, two):
    third = make.client(teren, code="TRETI")
    merged(hana, two)
    joining.merge(by=hana, id=new_id(), client=third, other=two[0], reason="x", at=AT)

    found = [clients.recognise(by=anna, service=teren, code=code) for code in ("MAJA0311Z", "maja0310z", "TRETI")]

    assert set(found) == {third}
    assert Client.objects.count() == 3


def test_is_audited_and_marks_the_days_whose_figures_change(hana, two):
    Mark.objects.all().delete()

    made = merged(hana, two)

    assert Entry.objects.filter(verb="client.merge", subject_id=made.pk, actor_id=hana.id).exists()
    assert make.SATURDAY in set(Mark.objects.values_list("day", flat=True))


def test_sent_twice_is_one_merge(hana, two):
    id = new_id()

    assert merged(hana, two, id=id) == merged(hana, two, id=id)
    assert Joining.objects.count() == 1


def test_cannot_be_done_by_a_field_worker_nor_by_a_stranger(anna, cyril, gita, two):
    for somebody in (anna, cyril, gita):
        with pytest.raises(PermissionDenied):
            merged(somebody, two)


def test_cannot_reach_into_another_service(hana, kontakt, two):
    with pytest.raises(PermissionDenied):
        merged(hana, (two[0], make.client(kontakt)))
    both = make.member(two[0].service, kontakt, role="service_head")
    with pytest.raises(Refusal):
        merged(both, (two[0], make.client(kontakt)))


def test_asks_first_when_others_may_see_one_of_the_two(hana, cyril, teren, two):
    make.grant(two[1], cyril.organisation, teren)

    with pytest.raises(joining.Shared):
        merged(hana, two)
    assert merged(hana, two, knows_sharing=True)


def test_of_what_was_merged_already_is_refused(hana, teren, two):
    merged(hana, two)

    with pytest.raises(clients.Merged):
        joining.merge(by=hana, id=new_id(), client=make.client(teren), other=two[1], reason="x", at=AT)


def test_taken_back_months_later_moves_just_what_was_moved(hana, shift, two):
    made = merged(hana, two)
    since = [make.encounter(shift, client=two[0], recorded_at=AT + timedelta(days=9)) for _n in range(2)]
    chosen = [("encounters.Encounter", "client", since[0].pk)]

    joining.undo(by=hana, joining=made, reason="byly dvě", at=LATER, chosen=chosen)

    one, other = Client.objects.get(pk=two[0].pk), Client.objects.get(pk=two[1].pk)
    assert (contacts(one), contacts(other)) == (2, 3)
    assert Encounter.objects.get(pk=since[1].pk).client_id == one.pk
    assert (one.sex, other.sex, other.merged_into_id) == ("", "woman", None)
    assert Apart.objects.filter(ended_at=None).count() == 1


def test_taken_back_leaves_what_has_gone_elsewhere(hana, teren, shift, two):
    made, third = merged(hana, two), make.client(teren)
    moved = Encounter.objects.filter(pk__in=made.moved.values("row")).order_by("pk").first()
    moved.change(client=third)

    joining.undo(by=hana, joining=made, reason="x", at=LATER)

    assert (contacts(two[0]), contacts(two[1]), contacts(third)) == (1, 1, 1)


def test_taken_back_in_the_wrong_order_is_refused(hana, teren, two):
    first = merged(hana, two)
    joining.merge(by=hana, id=new_id(), client=make.client(teren), other=two[0], reason="x", at=AT)

    with pytest.raises(clients.Merged):
        joining.undo(by=hana, joining=first, reason="x", at=LATER)


def test_taken_back_twice_is_once(hana, two):
    made = merged(hana, two)

    for _n in range(2):
        joining.undo(by=hana, joining=made, reason="x", at=LATER)

    assert contacts(two[1]) == 2


def test_takes_everything_else_along_too(hana, teren, two):
    one, other = two
    around.instruct(by=hana, id=new_id(), client=other, text="vzkaz od lékaře", until=None)
    mother = make.client(teren)
    around.relate(by=hana, id=new_id(), client=mother, other=other, kind="child", about="")
    around.add_household(by=hana, id=new_id(), client=other, name="byt", since=make.SATURDAY)

    made = merged(hana, two)

    assert one.instructions.count() == one.households.count() == 1
    assert Relation.objects.get().other_id == one.pk
    assert not merging.has_rows(other)
    assert made.moved.count() == 5


def test_finds_the_one_by_the_others_code(hana, two):
    merged(hana, two)

    words = {row.code: row.words for row in Client.objects.order_by("pk")}
    assert "_cmaja0310z" in words["MAJA0311Z"]
    assert "_c" not in words["MAJA0310Z"]


def test_of_a_code_that_is_changed_keeps_the_old_one(hana, anna, teren, two):
    one, _other = two
    clients.recode(by=hana, client=one, code="maja 0311 z")

    assert clients.recognise(by=anna, service=teren, code="MAJA0311Z").pk == one.pk
    with pytest.raises(Refusal):
        clients.recode(by=hana, client=one, code="MAJA0310Z")

    clients.recode(by=hana, client=one, code="MAJA0311Z")  # and back
    assert Client.objects.get(pk=one.pk).code == "MAJA0311Z"
    assert clients.recognise(by=anna, service=teren, code="MAJA 0311 Z").pk == one.pk
    assert contacts(one) == 1
