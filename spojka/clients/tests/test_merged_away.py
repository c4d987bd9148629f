"""Nothing is written at a client that was merged away, and nobody lives twice in one household."""

from datetime import timedelta

import pytest

from spojka.base.ids import new_id
from spojka.clients import actions
from spojka.clients.actions import Merged, agreements, around, joining
from spojka.clients.models import Household, HouseholdMember
from spojka.clients.reading import about, members
from tests import make

DAY = make.SATURDAY


def merge(by, client, other):
    return joining.merge(by=by, id=new_id(), client=client, other=other, reason="x", at=make.NOON)


@pytest.fixture
def two(teren):
    return make.client(teren, code="JEDNA"), make.client(teren, code="DRUHA")


AGREED = {"form": "spoken", "version": "1", "given_on": DAY, "taken_by": "x", "today": DAY}
DEEDS = {
    "nickname": lambda by, one, other: actions.set_nickname(by=by, client=one, nickname="Bob"),
    "instruct": lambda by, one, other: around.instruct(by=by, id=new_id(), client=one, text="x", until=None),
    "agree": lambda by, one, other: agreements.record(by=by, id=new_id(), client=one, **AGREED),
    "household": lambda by, one, other: around.add_household(by=by, id=new_id(), client=one, name="x", since=DAY),
    "relate": lambda by, one, other: around.relate(
        by=by, id=new_id(), client=one, other=None, kind="parent", about="máma"
    ),
    "relate to it": lambda by, one, other: around.relate(
        by=by, id=new_id(), client=other, other=one, kind="parent", about=""
    ),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_what_is_written_at_once_with_a_merge_is_refused(hana, teren, two, deed):
    """The row in hand was read before the merge, as in a page that was open meanwhile."""
    kept, gone = two
    third = make.client(teren)
    merge(hana, kept, type(gone).objects.get(pk=gone.pk))
    assert gone.merged_into_id is None  # as it was read

    with pytest.raises(Merged):
        DEEDS[deed](hana, gone, third)


def test_two_of_one_household_are_one_who_lives_there_once(hana, two):
    kept, gone = two
    home = around.add_household(by=hana, id=new_id(), client=kept, name="byt", since=DAY)
    around.join_household(by=hana, household=home, client=gone, since=DAY)

    made = merge(hana, kept, gone)
    assert [row.client for row in members(home, hana)] == [kept]
    assert about(kept, hana, DAY)["households"][0]["with"] == []

    joining.undo(by=hana, joining=made, reason="x", at=make.NOON + timedelta(days=99))
    assert {row.client for row in members(home, hana)} == {kept, gone}


def test_a_household_of_its_own_goes_along_and_back(hana, two):
    kept, gone = two
    around.add_household(by=hana, id=new_id(), client=gone, name="byt", since=DAY)
    home = Household.objects.get()

    made = merge(hana, kept, gone)
    assert [row.client for row in members(home, hana)] == [kept]
    joining.undo(by=hana, joining=made, reason="x", at=make.NOON)

    assert HouseholdMember.objects.get().client == gone
