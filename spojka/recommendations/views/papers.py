"""Papers: one recommendation, the report of a group, and an empty one to write by hand."""

from django.utils import timezone
from django.views.decorators.http import require_safe

from spojka.ui.http import give_paper

from .. import documents, reading
from .shared import reach_group, reach_one


@require_safe
def single(request, id):
    """Give one recommendation on paper, with how it went and how the group voted."""
    found, actor = reach_one(request, id), request.actor
    return give_paper(documents.single(found, reading.told(found, actor), timezone.localdate()), "spojka-doporuceni")


@require_safe
def report(request, id):
    """Give the report to the assembly: what the group asked and how it stands."""
    group, actor = reach_group(request, id), request.actor
    found = [(one, reading.told(one, actor)) for one in reading.of_group(group, actor)]
    sums = reading.sums(reading.projects(group, actor))
    body = documents.report(group, found, sums, reading.media(group, actor), timezone.localdate())
    return give_paper(body, "spojka-zprava-skupiny")


@require_safe
def blank(request, id):
    """Give the same empty, to be written by hand at a meeting."""
    return give_paper(documents.blank(reach_group(request, id)), "spojka-doporuceni-prazdne")
