"""What every page of a case shows: its head, tabs, and words of lists."""

from django.utils import timezone

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.codelists.catalogue import catalogue, names_of

from ..beside import TABS
from ..models import Case

LISTS = ("case_way_in", "case_regime", "case_setting", "case_role", "court_measure", "placement_item", "case_closing")
WITH = ("service", "organisation", "opened_in", "coordinator__user")


def reach_case(request, id, to=Permission.CASE_VIEW):
    """Return a case, or 404."""
    return reach(Case, id, by=request.actor, to=to, related=WITH)


def lists_of(case):
    """Return what the coordinating service offers in lists today."""
    return catalogue(case.service, timezone.localdate())


def head(request, case, tab):
    """Return what the head of a page needs."""
    actor = request.actor
    is_ours = case.is_own_of(actor)
    words = names_of((*LISTS, "relation"), organisation=case.organisation)
    may = {
        "write": not case.is_closed and actor.may(Permission.ENTRY_WRITE),
        "change": is_ours and actor.may(Permission.CASE_CHANGE),
        "lead": is_ours and not case.is_closed and actor.may(Permission.CASE_CHANGE),
    }
    said = {"case": case, "tab": tab, "is_ours": is_ours, "words": words, "may": may, "today": timezone.localdate()}
    return said | {"tabs": [one for one in TABS if actor.may(one.permission)]}
