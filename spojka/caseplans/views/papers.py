"""The plan on paper, and as a text for a file."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from spojka.ui.http import give_paper

from .. import documents, reading
from .shared import head_of, reach_plan


@require_safe
def plan(request, id):
    """Give one version as a paper."""
    return give_paper(documents.plan(*_whole(request, reach_plan(request, id))), "spojka-plan")


@require_safe
def record(request, id):
    """Give one version as a record of cooperation."""
    return give_paper(documents.record(*_whole(request, reach_plan(request, id))), "spojka-record")


@require_safe
def text(request, id):
    """Show one version and its record of cooperation as plain text, to be copied into a file."""
    found = reach_plan(request, id)
    case, whole, voices = _whole(request, found)
    said = head_of(request, case) | {"plan": found, "texts": [
        (documents.plan_title(case.of), documents.plain(case, whole)),
        (documents.record_title(), documents.record_text(case, whole, voices)),
    ]}  # fmt: skip
    return render(request, "caseplans/text.html", said)


def _whole(request, plan):
    now = timezone.now()
    whole = reading.whole(plan, request.actor, timezone.localdate(now))
    return plan.case, whole, reading.assented(plan.case, plan, request.actor, now)
