"""The figures of a year: each group, and all together; as a table, too."""

import csv
import io

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from spojka.ui.sheets import BOM

from .. import reading
from .shared import P

BACK = 4  # years one can choose


@require_safe
def figures(request):
    """Show what the groups did in a year."""
    year, years = _year(request)
    each, total = reading.figures_of_year(request.actor, year, timezone.now())
    return render(request, "groups/figures.html", {"each": each, "total": total, "year": year, "years": years})


@require_safe
def export(request):
    """Give the same as a file for a spreadsheet."""
    year, _years = _year(request)
    each, total = reading.figures_of_year(request.actor, year, timezone.now())
    head = [
        _("Group"), pgettext("of a group", "Meetings"), _("People at a meeting"),
        _("Questions"), _("Of them answered"), _("Days to an answer (median)"),
        _("Tasks whose term has come"), _("Of them done in time"),
    ]  # fmt: skip
    named = [(group.name, sums) for group, sums in each] + [(_("All together"), total)]
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows([head, *(_row(*one) for one in named)])
    headers = {"Content-Disposition": f'attachment; filename="spojka-{_("groups")}-{year}.csv"'}
    return HttpResponse((BOM + out.getvalue()).encode(), content_type="text/csv; charset=utf-8", headers=headers)


def _row(name, one):
    found = [one.meetings, one.attendance, one.questions, one.answered, one.days, one.tasks, one.in_time]
    return [name, *("" if value is None else value for value in found)]


def _year(request):
    if not request.actor.may(P.WORKING_GROUP_VIEW):
        raise Http404
    this = timezone.localdate().year
    years = range(this, this - BACK, -1)
    asked = request.GET.get("year", "")
    return next((one for one in years if str(one) == asked), this), years
