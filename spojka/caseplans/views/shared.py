"""What all pages of a plan need."""

from django.utils import timezone

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.cases.reading import people_of, team_of, writing_for
from spojka.cases.views.shared import head

from ..models import Part, Plan

P = Permission
OF_CASE = ("case__service__organisation", "case__organisation", "case__opened_in", "case__coordinator__user")
WITH = (*OF_CASE, "service")
PART_WITH = (*(f"plan__{one}" for one in WITH), "case", "party", "participant", "organisation", "service")


def reach_plan(request, id, to=P.CASE_VIEW):
    """Return a version, or 404."""
    return reach(Plan, id, by=request.actor, to=to, related=WITH)


def reach_part(request, id, to=P.CASE_VIEW):
    """Return a wording, or 404."""
    return reach(Part, id, by=request.actor, to=to, related=PART_WITH)


def head_of(request, case):
    """Return what the head of a page of the plan needs."""
    said, actor = head(request, case, "plan"), request.actor
    is_live = not case.is_closed
    said["may"] |= {
        "start": said["is_ours"] and is_live and actor.may(P.PLAN_START),
        "void": said["is_ours"] and is_live and actor.may(P.PLAN_VOID),
        "agree": said["is_ours"] and is_live and actor.may(P.PLAN_AGREE),
        "plan": is_live and actor.may(P.PLAN_WRITE),
    }
    return said


def services_of(request, case):
    """Return for which services one may write."""
    return writing_for(case, request.actor)


def people_in(request, case):
    """Return who in the case can do something: parties who are present, sides of the team."""
    parties = [one for one in people_of(case, request.actor) if not one.left_on]
    team = [one.participant for one in team_of(case, parties, request.actor, timezone.now())]
    return {"people": parties, "team": team}
