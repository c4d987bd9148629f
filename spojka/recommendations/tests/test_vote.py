"""A group votes: counted, or by name; who has an interest of their own does not vote, and it is written down."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.recommendations import reading
from spojka.recommendations.actions import votes
from spojka.recommendations.content import Counted
from spojka.recommendations.models import Ballot
from tests import groups, make


def vote(by, one, service=None, **said):
    counted = Counted(**{"on": timezone.localdate()} | said)
    return votes.vote(
        by=by, id=new_id(), service=service or one.group.service, recommendation=one, said=counted
    )  # fmt: skip


def test_counts_are_kept_with_the_quorum_of_the_day(josef, group, one):
    found = vote(josef, one, in_favour=3, against=1, abstained=1)

    assert (found.voted, found.quorum, found.has_quorum) == (5, 2, True)
    assert not vote(josef, one, in_favour=1).has_quorum


def test_ballots_are_added_up_and_who_has_a_conflict_does_not_vote(josef, one, seated):
    jana, petr, eva, ota = (seated(name) for name in ("Jana", "Petr", "Eva", "Ota"))
    words = {jana: "for", petr: "for", eva: "against", ota: "conflict"}

    vote(josef, one, in_favour=9, words=words, interests={ota: "Vlastní tržiště."})

    (told,) = reading.votes_of(one, josef)
    assert (told.vote.in_favour, told.vote.against, told.vote.abstained) == (2, 1, 0)
    assert [(ballot.seat, ballot.declared) for ballot in told.declared] == [(ota, "Vlastní tržiště.")]
    assert {ballot.seat for ballot in told.named} == {jana, petr, eva}


def test_what_the_interest_is_lies_sealed(josef, one, seated):
    ota = seated("Ota")
    seated("Jana")
    vote(josef, one, in_favour=1, words={ota: "conflict"}, interests={ota: "Vlastní tržiště."})

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT interest FROM {Ballot._meta.db_table}")
        (kept,) = cursor.fetchone()
    assert kept
    assert "tržiště" not in kept


@pytest.mark.parametrize(
    ("said", "match"),
    [
        ({}, "kolik lidí hlasovalo"),
        ({"in_favour": 3}, "Hlasujících členů tu je 2"),
        ({"in_favour": 2, "of": "conflict", "interest": "Tržiště"}, "střetu zájmů nehlasovalo: 1"),
        ({"in_favour": 1, "of": "conflict", "interest": ""}, "jaký střet zájmů"),
    ],
)
def test_a_vote_that_cannot_be_is_refused(josef, one, seated, said, match):
    ota, _jana = seated("Ota"), seated("Jana")
    word, interest = said.pop("of", ""), said.pop("interest", "")
    said |= {"words": {ota: word}, "interests": {ota: interest}} if word else {}

    with pytest.raises(Refusal, match=match):
        vote(josef, one, **said)


def test_who_only_writes_the_minutes_and_who_left_does_not_vote(josef, one, seated):
    scribe, left = seated("Píše", role="secretary"), seated("Odešel")
    left.change(until=timezone.localdate())
    seated("Jana")

    for seat in (scribe, left):
        with pytest.raises(Refusal, match="v této skupině nehlasoval"):
            vote(josef, one, words={seat: "for"})


def test_a_vote_is_of_a_meeting_of_this_group_and_written_by_its_leaders(josef, bara, street, group, one):
    other = groups.met(josef, groups.founded(josef, group.service, name="Jiná"))
    with pytest.raises(Refusal, match="není setkání"):
        vote(josef, one, in_favour=2, meeting=other)
    with pytest.raises(PermissionDenied):
        vote(bara, one, service=street, in_favour=2)

    field_worker = make.member(group.service, role="field_worker")
    with pytest.raises(PermissionDenied):
        vote(field_worker, one, in_favour=2)
