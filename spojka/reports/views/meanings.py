from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from spojka.access.permissions import Permission

from ..meanings import meanings as all_meanings
from ..meanings import thresholds


@require_safe
def meanings(request):
    """Say what each number means."""
    if not request.actor.may(Permission.REPORT_VIEW):
        raise Http404
    said = {"groups": all_meanings(), "thresholds": thresholds(timezone.localdate())}
    return render(request, "reports/meanings.html", said)
