"""What a case shows of its plan: a tab, and what happened with it in the line of time."""

from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.cases.beside import (
    Notice,
    Source,
    Tab,
    register_moved,
    register_notice,
    register_source,
    register_tab,
)
from spojka.cases.blanks import Blank, register_blank
from spojka.cases.models import Case, CaseOf

from . import documents, minuting, reading
from .models import Plan, Review, TermAnswer, TermNotice

P = Permission
LINE = "caseplans/_line.html"

register_tab(Tab("plan", "caseplans:plan", pgettext_lazy("of a case", "Plan"), P.CASE_VIEW, 20))
register_tab(Tab("asks", "caseplans:asks", pgettext_lazy("of a case", "Who asks what"), P.CASE_VIEW, 30))
register_moved(Plan, TermNotice)
register_blank(
    Blank("family-plan", _("Family plan"), lambda lists: documents.blank_plan(lists, CaseOf.FAMILY), 30),
    Blank("plan", _("Individual plan"), lambda lists: documents.blank_plan(lists, CaseOf.PERSON), 31),
    Blank("record", _("Record of cooperation – individual plan"), documents.blank_record, 32),
    Blank("minutes", _("Minutes of a case meeting or conference"), minuting.blank_minutes, 50),
)


def _agreed(case: Case, by: Actor, about: UUID | None) -> Q:
    """A version holds for all in the case: who looks for one person does not look for it."""
    return Q(case=case, agreed_at__isnull=False) if about is None else Q(pk__in=[])


register_source(
    "plan",
    Source(_("versions of the plan"), Plan, P.CASE_VIEW, "agreed_at", where=_agreed, template=LINE),
)
register_source(
    "plan_answer", Source(_("passed terms"), TermAnswer, P.CASE_VIEW, "at", related=("organisation",), template=LINE)
)
register_source(
    "plan_review",
    Source(_("reviews of the plan"), Review, P.CASE_VIEW, "at", related=("organisation",), template=LINE),
)


@register_notice
def due(case: Case, by: Actor, today: date) -> Notice | None:
    """Tell above the case which terms of its plan passed."""
    whole = None if case.is_closed else reading.agreed_of(case, by, today)
    found = whole.due if whole else []
    return Notice("caseplans/_notice.html", found) if found else None
