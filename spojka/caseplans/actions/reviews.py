"""The plan is reviewed goal by goal, and people rate how they live."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.cases.holding import check_open, owned_by
from spojka.cases.models import Party
from spojka.network.models import Service

from ..content import Minutes, Rated
from ..models import ATTAINMENT, Attainment, Gathering, OutcomeRating, Plan, Review
from ..own import check_standing, sealed

BEST = 10
NONE = Minutes()


@action(Permission.PLAN_REVIEW, on="service", into="plan")
def review(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    plan: Plan,
    on: date,
    words: str,
    levels: Mapping[UUID, tuple[int, str]],
    at: datetime,
    minutes: Minutes = NONE,
) -> Review:
    """Say how far goals were reached: {key of the goal: (level, words)}, and what the minutes of a meeting need."""
    Review.objects.all().stop_if_known(id, service, plan_id=plan.pk, on=on, said=words)
    check_open(plan.case)
    check_standing(plan)
    _check_day(on, at)
    if minutes.next_on and minutes.next_on <= on:
        raise Refusal(_("The next meeting comes after this one."), field="next_on")
    if not levels and minutes.kind == Gathering.REVIEW:
        raise Refusal(_("Say of at least one goal how far it was reached."))
    if not (levels or words) and minutes.is_empty:
        raise Refusal(_("Write who was there or what was agreed."))
    mine = owned_by(service, plan.case)
    said = {"on": on, "at": at, "written_by": by.id, "kind": minutes.kind, "next_on": minutes.next_on}
    said |= sealed(words=words, minutes="" if minutes.is_empty else minutes.packed())
    row: Review = Review(**mine, **said, id=id, case=plan.case, plan=plan).add()
    for key, (level, note) in levels.items():
        if level not in ATTAINMENT:
            raise Refusal(_("The scale goes from −2 to +2."))
        Attainment(**mine, case=plan.case, review=row, key=key, level=level, **sealed(words=note)).add()
    return row


@action(Permission.OUTCOME_RATE, on="service", into="about")
def rate(*, by: Actor, id: UUID, service: Service, about: Party, rated: Rated, at: datetime) -> OutcomeRating:
    """Write how somebody lives, by their own word or by the worker's."""
    said: dict[str, object] = {name: getattr(rated, name) for name in ("on", "by_whom", "occasion", "scores")}
    OutcomeRating.objects.all().stop_if_known(id, service, about_id=about.pk, said=rated.words, **said)
    check_open(about.case)
    _check_day(rated.on, at)
    if not rated.scores:
        raise Refusal(_("Rate at least one area."))
    if not all(0 <= score <= BEST for score in rated.scores.values()):
        raise Refusal(_("The scale goes from 0 to 10; 10 is best."))
    said |= {"at": at, "written_by": by.id, **sealed(words=rated.words)}
    return OutcomeRating(**owned_by(service, about.case), **said, id=id, case_id=about.case_id, about=about).add()


def _check_day(on: date, at: datetime) -> None:
    if on > timezone.localdate(at):
        raise Refusal(_("This day is still to come."), field="on")
