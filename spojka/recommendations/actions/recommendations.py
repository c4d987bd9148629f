"""A recommendation is proposed, reworded, brought on step by step, and taken to another body."""

from datetime import date, datetime
from uuid import UUID

from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.files.cleaning import Clean
from spojka.groups.models import Group
from spojka.network.models import Service

from .. import course
from ..content import About, Happened
from ..holding import check_writes, newest, service_of, told
from ..models import PublicRecommendation, Recommendation, Step, StepState

MOST_STEPS = 60  # of one recommendation


@action(Permission.RECOMMENDATION_PROPOSE, on="service", into="group")
def propose(
    *, by: Actor, id: UUID, service: Service, group: Group, about: About, came_from: Recommendation | None,
    on: date, at: datetime,
) -> Recommendation:  # fmt: skip
    """Propose something to a group. `came_from` is the one that another body did not take."""
    Recommendation.objects.all().stop_if_known(id, service_of(service, group))
    today = timezone.localdate(at)
    if group.is_over(today):
        raise Refusal(_("This group has ended."))
    if on > today:
        raise Refusal(_("This day is still to come. Check the month and the year."), field="proposed_on")
    if came_from and newest(came_from).state not in course.CARRIED:
        raise Refusal(_("Only what was rejected, withdrawn or not answered is brought to another body."))
    if came_from and (came_from.group_id, came_from.body_kind, came_from.body_name) == (
        group.pk, about.body_kind, about.body_name,
    ):  # fmt: skip
        raise Refusal(_("That is the same body. Choose another one."), field="body_kind")
    owner = group.ownership if group.service_id == service.pk else service.ownership
    said = {"came_from": came_from, "proposed_on": on, "proposed_by": by.id}
    row: Recommendation = Recommendation(**owner, **vars(about), **said, id=id, group=group).add()
    first = {"state": StepState.PROPOSED, "on": on, "written_by": by.id}
    Step(**row.ownership, **first, group=group, recommendation=row).add()
    return row


@action(Permission.RECOMMENDATION_CHANGE, on="recommendation")
def change(*, by: Actor, recommendation: Recommendation, about: About) -> Recommendation:
    """Word it otherwise, or draw where it holds. What was handed over stays as it was; its zones can be drawn."""
    words = {name: value for name, value in vars(about).items() if name != "zones"}
    is_reworded = any(getattr(recommendation, name) != value for name, value in words.items())
    if (
        is_reworded
        and Step.objects.filter(recommendation=recommendation, voided_at=None, state=StepState.HANDED).exists()
    ):
        raise Refusal(_("It was handed over in these words, so they stay. Say in a step what changed."))
    return recommendation.change(**vars(about))


@action(Permission.RECOMMENDATION_STEP, on="service", into="recommendation")
def step(
    *, by: Actor, id: UUID, service: Service, recommendation: Recommendation, said: Happened, clean: Clean | None,
    at: datetime,
) -> Step:  # fmt: skip
    """Write down what happened to it; the service that supports the group does."""
    Step.objects.all().stop_if_known(id, service)
    check_writes(service, recommendation)
    course.check(newest(recommendation), said, timezone.localdate(at))
    if Step.objects.filter(recommendation=recommendation).count() >= MOST_STEPS:
        raise Refusal(_("There are %(most)s steps already.") % {"most": MOST_STEPS})
    words = {name: value for name, value in vars(said).items() if name != "after"}
    asked = (recommendation.body_kind, recommendation.body_name)
    if said.state not in course.OF_BODY and (not said.body_kind or (said.body_kind, said.body_name) == asked):
        words |= {"body_kind": "", "body_name": ""}
    elif not said.body_kind and said.state != StepState.REJECTED:  # the group itself may reject
        words |= {"body_kind": recommendation.body_kind, "body_name": recommendation.body_name}
    if not course.NEXT[said.state]:  # nobody could ever say that what is due was done
        words["due_on"] = None
    kept = {"file": ContentFile(clean.data, name="step"), "form": clean.kind, "size": len(clean.data)} if clean else {}
    mine = {"group_id": recommendation.group_id, "recommendation": recommendation, "written_by": by.id}
    row: Step = Step(**service.ownership, **words, **kept, **mine, id=id, after_id=said.after).add()
    _follow(recommendation)
    return row


@action(Permission.RECOMMENDATION_UNSTEP, on="step")
def unstep(*, by: Actor, step: Step, why: str, at: datetime) -> Step:
    """Take back the newest step, which was a mistake. It stays to be seen, and so does its file."""
    if step.voided_at:
        return step
    if step.after_id is None:
        raise Refusal(_("The proposal itself stays. Withdraw it by a step of its own."))
    if newest(step.recommendation).pk != step.pk:
        raise Refusal(_("Steps came after it. Take those back first."))
    row = step.change(voided_at=at, voided_why=why)
    _follow(step.recommendation)
    return row


def _follow(recommendation: Recommendation) -> None:
    """Let the public copy tell the steps as they are now."""
    public = PublicRecommendation.objects.filter(recommendation=recommendation, withdrawn_at=None).first()
    if public:
        public.change(steps=told(recommendation))
