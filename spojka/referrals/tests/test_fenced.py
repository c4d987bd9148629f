"""Behind the database's own fence: both sides and the link read and speak, strangers find nothing; PostgreSQL."""

from django.utils import timezone

from spojka.access.tests.test_fence import fenced, in_front, postgres
from spojka.consents.actions import consents
from spojka.referrals import opening, reading
from spojka.referrals.actions import offers
from spojka.referrals.models import Referral, ReferralIdentity, ReferralStep
from spojka.referrals.standing import State

from .conftest import earlier

__all__ = ["fenced", "in_front"]


def before():
    """A moment before the test's transaction began: the database asks by its clock whether a grant runs."""
    return earlier(minutes=30)


@postgres
def test_both_sides_read_and_nobody_else(fenced, anna, olga, bara, cyril, offered, step, consent, name):
    one = offered(at=before())
    step(olga, one, "accepted")
    row = consent(at=before())
    name(one, row, at=before())
    for who in (anna, olga):
        assert fenced.sees(Referral, who) == {one.pk}
        assert len(fenced.sees(ReferralStep, who)) == 2
        assert len(fenced.sees(ReferralIdentity, who)) == 1
    for who in (bara, cyril):
        for model in (Referral, ReferralStep, ReferralIdentity):
            assert fenced.sees(model, who) == set()
    change = lambda: Referral.objects.filter(pk=one.pk).update(mark="x")  # noqa: E731
    assert fenced.does(olga, change) == 0
    consents.withdraw_from(by=anna, recipient=row, how="ústně", at=earlier(minutes=5))
    assert fenced.sees(ReferralIdentity, olga) == set()


@postgres
def test_it_goes_all_the_way_in_front_of_it(in_front, anna, olga, offered, step, consent, name):
    in_front(anna)
    one, row = offered(at=before()), consent(at=before())
    in_front(olga)
    seen = Referral.objects.all().with_steps().get(pk=one.pk)
    step(olga, seen, "accepted")
    in_front(anna)
    name(one, row, at=before())
    in_front(olga)
    assert reading.identity_of(seen, olga).called == "Radka Malá"
    step(olga, seen, "invited")
    step(olga, seen, "outcome", outcome="elsewhere")
    in_front(anna)
    offers.close(by=anna, referral=one, words="", at=timezone.now())
    (told,) = reading.referrals(anna, timezone.localdate(), is_over=True)
    assert (told.state, len(told.steps)) == (State.CLOSED, 5)


@postgres
def test_a_link_answers_in_front_of_it(in_front, anna, offered, linked, step, consent, name):
    in_front(anna)
    one = offered(None, at=before())
    token, row = linked(one, at=before()), consent(named="Nemocnice U řeky", at=before())
    in_front(None)
    holder, told = opening.behind(token, timezone.now())
    in_front(holder)
    step(holder, told.referral, "accepted")
    in_front(anna)
    name(one, row, at=before())
    in_front(holder)
    holder, told = opening.behind(token, timezone.now())
    assert (told.state, reading.identity_of(told.referral, holder).called) == (State.NAMED, "Radka Malá")
