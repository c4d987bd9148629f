"""From an offer without a name to its end: who may say what, when."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from spojka.access.doors import reach
from spojka.access.models import Grant
from spojka.access.permissions import Permission as P
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.clients.models import Client
from spojka.referrals import reading
from spojka.referrals.actions import offers, steps
from spojka.referrals.actions.offers import NotNow
from spojka.referrals.content import Offer, Partner, Step
from spojka.referrals.models import Referral, ReferralStep
from spojka.referrals.standing import State, standing
from spojka.referrals.waiting import waiting
from tests import make

from .conftest import WARD, whole


def state(referral):
    return standing(whole(referral)).state


def test_the_other_side_sees_the_offer_and_never_the_client(anna, olga, bara, cyril, rada, offered):
    one = offered()

    assert reach(Referral, one.pk, by=olga, to=P.REFERRAL_ANSWER).wanted == "Přestat s pervitinem."
    assert not olga.can(P.CLIENT_VIEW, rada)
    for who in (bara, cyril):
        with pytest.raises(Http404):
            reach(Referral, one.pk, by=who, to=P.REFERRAL_VIEW)
        assert waiting(who, timezone.localdate()) == []
    assert "pervitin" not in Referral.objects.values_list("wants", flat=True).get()


def test_an_offer_holds_neither_code_nor_nickname(rada, offered):
    with pytest.raises(Refusal, match="kód nebo přezdívka"):
        offered(note=f"Je to {rada.code.lower()}.")
    assert not Referral.objects.exists()


def test_it_goes_step_by_step_to_its_end(anna, olga, detox, offered, step, consent, name):
    one = offered()
    with pytest.raises(NotNow):
        step(olga, one, "invited")
    step(olga, one, "accepted")
    assert state(one) == State.ACCEPTED
    name(one, consent())
    assert state(one) == State.NAMED
    assert reading.identity_of(one, olga).called == "Radka Malá"
    step(olga, one, "invited", place="Detox, hovorna")
    assert state(one) == State.INVITED
    step(olga, one, "visited", presence="whole")
    step(olga, one, "outcome", outcome="care")
    assert state(one) == State.OUTCOME

    offers.close(by=anna, referral=one, words="", at=timezone.now())
    assert state(one) == State.CLOSED
    assert reading.identity_of(one, olga) is None  # at once
    assert olga.can(P.REFERRAL_VIEW, one)  # both read for a while how it ended
    with pytest.raises(NotNow):
        step(olga, one, "outcome", outcome="waits")
    assert {row.service for row in ReferralStep.objects.filter(kind="outcome")} == {detox}


def test_the_end_is_read_for_a_term_then_it_closes_for_them(anna, olga, detox, offered):
    one, now = offered(), timezone.now()
    offers.withdraw(by=anna, referral=one, why="Nechce.", at=now)

    grant = Grant.objects.get(subject_id=one.pk, grantee_id=detox.pk)
    assert grant.ends_at == now + timedelta(days=30)
    assert Grant.objects.get(subject_id=one.pk, grantee_id=one.service_id).ends_at is None  # what came stays with us


def test_who_declines_says_why(olga, anna, offered, step):
    one = offered()
    with pytest.raises(Refusal, match="proč"):
        step(olga, one, "declined")
    with pytest.raises(Refusal, match="jaký"):
        step(olga, one, "declined", reason="other")
    step(olga, one, "declined", reason="capacity", words="Volno bude v pondělí.")
    assert state(one) == State.DECLINED
    assert reading.told(whole(one), anna, timezone.localdate()).waits_for_me
    with pytest.raises(NotNow):
        step(olga, one, "accepted")


def test_neither_side_speaks_for_the_other(anna, olga, offered, step):
    one = offered()
    with pytest.raises(NotNow):
        step(anna, one, "accepted", side="theirs")
    with pytest.raises(NotNow):
        step(anna, one, "accepted", side="ours")
    with pytest.raises(NotNow):
        step(olga, one, "accepted", side="ours")


def test_strangers_say_nothing(bara, cyril, anna, offered, step):
    one = offered()
    for who in (bara, cyril, make.member(make.service())):
        with pytest.raises(PermissionDenied):
            step(who, one, "accepted")
        with pytest.raises(PermissionDenied):
            offers.withdraw(by=who, referral=one, why="x", at=timezone.now())
        with pytest.raises(PermissionDenied):
            offered(by=who)


def test_who_has_no_spojka_is_heard_by_phone(anna, offered, step):
    one = offered(None)
    made = step(anna, one, "accepted", side="theirs")
    assert (made.is_heard, made.service_id, state(one)) == (True, one.service_id, State.ACCEPTED)


def test_a_question_waits_for_the_other_side(anna, olga, offered, step):
    one = offered()
    step(olga, one, "question", words="Kolik dní nebral?")
    assert standing(whole(one)).turn == "ours"
    assert step(anna, one, "question", side="ours", words="Tři.").kind == "reply"
    assert state(one) == State.OFFERED


def test_of_two_answers_one_gets_through(olga, offered, step):
    one = offered()
    step(olga, one, "accepted")
    with pytest.raises(NotNow, match="Mezitím"):
        step(olga, one, "declined", reason="capacity")
    assert ReferralStep.objects.filter(referral=one).count() == 1


def test_a_repeated_sending_is_one_step(olga, offered, step):
    one, id, at = offered(), new_id(), timezone.now()
    said = Step(kind="accepted", side="theirs", on=timezone.localdate(at))
    first = steps.answer(by=olga, id=id, referral=one, step=said, at=at)
    assert steps.answer(by=olga, id=id, referral=one, step=said, at=at) == first


def test_only_the_last_step_is_taken_back_and_leaves_a_trace(anna, olga, offered, step):
    one = offered()
    yes = step(olga, one, "accepted")
    invited = step(olga, one, "invited")
    with pytest.raises(PermissionDenied):
        steps.take_back(by=anna, step=invited, why="x", at=timezone.now())
    with pytest.raises(NotNow):
        steps.take_back(by=olga, step=yes, why="omyl", at=timezone.now())
    steps.take_back(by=olga, step=invited, why="Jiný den.", at=timezone.now())
    assert state(one) == State.ACCEPTED
    assert ReferralStep.objects.get(pk=invited.pk).taken_back_why == "Jiný den."


def test_absent_ward_means_that_the_patient_was_told_first(olga, offered, step):
    one = offered()
    step(olga, one, "accepted")
    step(olga, one, "invited")
    with pytest.raises(Refusal, match="předem"):
        step(olga, one, "visited", presence="absent")
    step(olga, one, "visited", presence="absent", is_told_first=True)
    assert state(one) == State.VISITED


def test_words_of_the_outcome_want_that_the_client_agreed(olga, offered, step):
    one = offered()
    step(olga, one, "accepted")
    with pytest.raises(Refusal, match="jak klient souhlasil"):
        step(olga, one, "outcome", outcome="care", words="Zůstane šest týdnů.")
    made = step(olga, one, "outcome", outcome="care", words="Zůstane šest týdnů.", agreed_how="ústně")
    assert made.said == "Zůstane šest týdnů."


def test_somebody_without_spojka_refers_to_us(anna, teren, rada, step):
    now = timezone.now()
    said = {"to": Partner(name=WARD), "said": Offer(wants="Chce dál mluvit."), "on": timezone.localdate(now)}
    one = offers.record(by=anna, id=new_id(), service=teren, **said, at=now)
    assert standing(whole(one)).turn == "ours"
    step(anna, one, "accepted", side="ours")
    step(anna, one, "invited", side="theirs")  # the ward invites us
    step(anna, one, "visited", side="ours", presence="part")

    offers.tie(by=anna, referral=one, client=rada, at=now)
    assert Client.objects.get(referrals=one) == rada
    with pytest.raises(NotNow):
        offers.tie(by=anna, referral=one, client=make.client(teren), at=now)


def test_a_client_of_another_service_is_not_tied(anna, teren, kontakt):
    now = timezone.now()
    said = {"to": Partner(name=WARD), "said": Offer(wants="Chce dál mluvit."), "on": timezone.localdate(now)}
    one = offers.record(by=anna, id=new_id(), service=teren, **said, at=now)
    with pytest.raises(Refusal):
        offers.tie(by=anna, referral=one, client=make.client(kontakt), at=now)
