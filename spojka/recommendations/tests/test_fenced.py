"""Behind the database's own fence: the group reads and proposes, everybody reads the copy alone; PostgreSQL."""

from datetime import timedelta
from functools import partial

from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.models import Grant
from spojka.access.tests.test_fence import fenced, in_front, postgres
from spojka.base.ids import new_id
from spojka.groups.models import Group
from spojka.network.models import Service
from spojka.recommendations.actions import public
from spojka.recommendations.content import Public
from spojka.recommendations.models import Ballot, GrantCall, PublicRecommendation, Recommendation, Step, Vote
from tests import make
from tests.recommendations import asked, screens, stepped

__all__ = ["fenced", "in_front"]
MODELS = (Recommendation, Step, Vote, Ballot, GrantCall)


@postgres
def test_the_group_reads_and_everybody_reads_the_copy_alone(fenced, josef, police, stranger):
    screens(josef, police)
    anybody, copy = Actor.anybody(), PublicRecommendation.objects.get()
    Grant.objects.filter(subject_id=copy.pk).update(starts_at=make.NOON)  # the database's now is that of its deed

    for model in MODELS:
        assert fenced.sees(model, josef)
        assert fenced.sees(model, stranger) == fenced.sees(model, anybody) == set()
    assert fenced.sees(PublicRecommendation, anybody) == {copy.pk}
    public.hide(by=josef, public=copy, at=timezone.now() - timedelta(seconds=9))
    assert fenced.sees(PublicRecommendation, anybody) == set()
    assert fenced.does(stranger, partial(Recommendation.objects.update, why="jinak")) == 0


@postgres
def test_a_guest_proposes_and_the_leaders_write_and_publish_its_course_in_front_of_it(
    in_front, josef, bara, street, group
):
    in_front(bara)
    seen = Group.objects.select_related("service", "organisation").get(pk=group.pk)
    one = asked(bara, seen, service=Service.objects.get(pk=street.pk))

    in_front(josef)
    one = Recommendation.objects.select_related("group__service").get(pk=one.pk)
    said = Public(title="x", asked="x")
    public.publish(by=josef, id=new_id(), group=one.group, recommendation=one, said=said, at=timezone.now())
    stepped(josef, one, "recommended")
    assert [step["state"] for step in PublicRecommendation.objects.get().steps] == ["proposed", "recommended"]

    in_front(bara)
    assert Step.objects.filter(recommendation=one).count() == 2
    assert Recommendation.objects.filter(pk=one.pk).update(why="Jinak") == 1
