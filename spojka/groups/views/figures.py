"""The figures of a year: each group, and all together; as a table, too."""

from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from spojka.ui.http import give_table, year_of

from .. import reading
from .shared import P

BACK = 4  # years that are offered


@require_safe
def figures(request):
    """Show what the groups did in a year."""
    now = timezone.now()
    today = timezone.localdate(now)
    year, each, total = _counted(request, now)
    years = range(today.year, today.year - BACK, -1)
    return render(request, "groups/figures.html", {"each": each, "total": total, "year": year, "years": years})


@require_safe
def export(request):
    """Give the same as a file for a spreadsheet."""
    year, each, total = _counted(request, timezone.now())
    head = [
        _("Group"), pgettext("of a group", "Meetings"), _("People at a meeting"),
        _("Questions"), _("Of them answered"), _("Days to an answer (median)"),
        _("Tasks whose term has come"), _("Of them done in time"),
    ]  # fmt: skip
    named = [(group.name, sums) for group, sums in each] + [(_("All together"), total)]
    return give_table([head, *(_row(*one) for one in named)], f"spojka-{_('groups')}-{year}")


def _row(name, one):
    found = [one.meetings, one.attendance, one.questions, one.answered, one.days, one.tasks, one.in_time]
    return [name, *("" if value is None else value for value in found)]


def _counted(request, now):
    if not request.actor.may(P.WORKING_GROUP_VIEW):
        raise Http404
    year = year_of(request, timezone.localdate(now))
    return year, *reading.figures_of_year(request.actor, year, now)
