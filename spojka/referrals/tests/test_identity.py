"""Who it is: only by a consent that names the other side, and no longer than it holds."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.access.permissions import Permission as P
from spojka.base.ids import new_id
from spojka.clients.actions import agreements
from spojka.clients.models import Agreement
from spojka.consents.actions import consents
from spojka.consents.content import Whom
from spojka.links.doors import LinkOver
from spojka.referrals import opening, reading
from spojka.referrals.actions import steps
from spojka.referrals.actions.steps import NoGround
from spojka.referrals.models import ReferralIdentity, ReferralStep
from spojka.walls.tests.conftest import again, victim, wall
from tests import make

from .conftest import WARD, whole

__all__ = ["again", "victim", "wall"]


def accepted(olga, offered, step):
    one = offered()
    step(olga, one, "accepted")
    return one


def test_without_a_consent_in_force_it_is_refused(anna, olga, rada, jinde, give, offered, step, name):
    one = accepted(olga, offered, step)
    with pytest.raises(NoGround, match="Žádný platný souhlas"):
        name(one, None)
    another = give(anna, rada, Whom(institution="Úřad práce")).recipients.get()
    with pytest.raises(NoGround):
        name(one, another)
    assert not ReferralStep.objects.filter(kind="named").exists()


def test_a_withdrawn_consent_is_none(anna, olga, offered, step, consent, name):
    one, row = accepted(olga, offered, step), consent()
    consents.withdraw(by=anna, consent=row.consent, how="u pultu", at=timezone.now())
    with pytest.raises(NoGround):
        name(one, row)


@pytest.mark.parametrize("how", ["whole", "one", "statement"])
def test_it_closes_at_once_with_the_consent_while_the_offer_stays(anna, olga, rada, offered, step, consent, name, how):
    one, row, now = accepted(olga, offered, step), consent(), timezone.now()
    name(one, row)
    assert reading.identity_of(one, olga).reached == "601 000 900"

    if how == "whole":
        consents.withdraw(by=anna, consent=row.consent, how="ústně", at=now)
    elif how == "one":
        consents.withdraw_from(by=anna, recipient=row, how="ústně", at=now)
    else:
        today = timezone.localdate(now)
        agreement = Agreement.objects.get(client=rada)
        agreements.withdraw(by=anna, agreement=agreement, on=today, how="ústně", today=today)

    assert reading.identity_of(one, olga) is None
    assert olga.can(P.REFERRAL_VIEW, one)
    assert reading.identity_of(one, anna) is not None  # what we wrote stays with us


def test_nobody_but_whom_the_consent_names_reads_it(olga, detox, bara, cyril, offered, step, consent, name):
    one = accepted(olga, offered, step)
    name(one, consent())
    for who in (bara, make.member(make.service(organisation=detox.organisation))):
        assert reading.identity_of(one, who) is None
    assert "Malá" not in ReferralIdentity.objects.values_list("name", flat=True).get()


def test_taken_back_it_closes(anna, olga, offered, step, consent, name):
    one = accepted(olga, offered, step)
    made = name(one, consent())
    steps.take_back(by=anna, step=made, why="omyl", at=timezone.now())
    assert reading.identity_of(one, olga) is None


def test_before_it_is_accepted_nobody_is_named(offered, consent, name):
    with pytest.raises(steps.NotNow):
        name(offered(), consent())


def test_they_may_come_without_a_name(anna, olga, offered, step):
    one = accepted(olga, offered, step)
    steps.name(by=anna, id=new_id(), referral=one, person=None, recipient=None, at=timezone.now())
    assert reading.told(whole(one), olga, timezone.localdate()).state == "named"
    with pytest.raises(PermissionDenied):  # only who offers says it
        steps.name(by=olga, id=new_id(), referral=one, person=None, recipient=None, at=timezone.now())


@pytest.mark.parametrize("order", ["link first", "consent first"])
def test_a_link_shows_it_by_a_consent_on_paper_and_no_longer(anna, offered, step, consent, name, linked, order):
    one = offered(None)
    step(anna, one, "accepted")
    row, token = consent(named="Nemocnice U řeky"), ""
    if order == "link first":
        token = linked(one)
    name(one, row)
    token = token or linked(one)
    holder, told = opening.behind(token, timezone.now())
    assert reading.identity_of(told.referral, holder).called == "Radka Malá"

    consents.withdraw_from(by=anna, recipient=row, how="ústně", at=timezone.now())
    holder, told = opening.behind(token, timezone.now())
    assert reading.identity_of(told.referral, holder) is None
    assert reading.identity_of(told.referral, opening.behind(linked(one), timezone.now())[0]) is None


def test_a_consent_on_paper_names_another_hospital(anna, offered, step, consent, name):
    one = offered(None)
    step(anna, one, "accepted")
    with pytest.raises(NoGround, match=WARD):
        name(one, consent(named="Nemocnice Lipovec"))


def test_a_link_is_one_of_a_kind(anna, olga, bara, cyril, offered, step, linked):
    one = offered(None)
    older = linked(one)
    newer = linked(one)
    holder, told = opening.behind(newer, timezone.now())
    step(holder, told.referral, "accepted")
    made = ReferralStep.objects.get(kind="accepted")
    assert (made.service_id, made.said_by, made.is_heard) == (one.service_id, holder.id, False)
    for token in (older, "nic", newer + "x"):
        with pytest.raises(LinkOver):
            opening.behind(token, timezone.now())
    with pytest.raises(LinkOver):
        opening.behind(newer, timezone.now() + timedelta(days=61))
    for who in (bara, cyril):
        with pytest.raises(PermissionDenied):
            linked(one, by=who)
    with pytest.raises(PermissionDenied):
        steps.take_back(by=holder, step=made, why="x", at=timezone.now())


def test_who_works_with_spojka_gets_no_link(offered, linked):
    with pytest.raises(steps.NotNow):
        linked(offered())


def test_a_wall_hides_it_from_who_is_kept_apart(anna, olga, teren, rada, offered, step, wall, again):
    one = accepted(olga, offered, step)
    kin = make.member(teren, name="Petr Příbuzný")
    assert kin.can(P.REFERRAL_VIEW, one)

    wall(kin, client=rada)

    assert not again(kin).can(P.REFERRAL_VIEW, one)
    assert reading.referrals(again(kin), timezone.localdate()) == []
    assert again(anna).can(P.REFERRAL_VIEW, one)
