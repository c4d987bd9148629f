"""Behind the database's own fence: the other side reads and speaks for itself, strangers find nothing; PostgreSQL."""

from datetime import timedelta

from django.utils import timezone

from spojka.access.tests.test_fence import fenced, in_front, postgres
from spojka.partners import actions, reading
from spojka.partners.models import PartnerAgreement, PartnerWord, State

from .conftest import whole

__all__ = ["fenced", "in_front"]


@postgres
def test_both_sides_read_and_nobody_else(fenced, hana, bara, olga, cyril, agreed):
    one = agreed()
    for who in (hana, olga):
        assert fenced.sees(PartnerAgreement, who) == {one.pk}
        assert len(fenced.sees(PartnerWord, who)) == 2
    for who in (bara, cyril):
        assert fenced.sees(PartnerAgreement, who) == fenced.sees(PartnerWord, who) == set()
    change = lambda: PartnerAgreement.objects.filter(pk=one.pk).update(visit_days=1)  # noqa: E731
    assert fenced.does(cyril, change) == 0


@postgres
def test_the_other_side_agrees_in_front_of_it(in_front, hana, olga, detox, draft, say):
    one = actions.propose(by=hana, agreement=draft(detox), at=timezone.now() - timedelta(hours=1))
    in_front(hana)
    say(hana, one)
    in_front(olga)
    seen = PartnerAgreement.objects.select_related("service", "partner").get(pk=one.pk)
    say(olga, seen)
    told = reading.told(whole(one), olga, timezone.localdate())
    assert (told.state, len(told.words)) == (State.HOLDS, 2)
