"""The block of indicators of a funder's final report: its page, and the files that are taken away."""

import json
from urllib.parse import urlencode

from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.figures import periods
from spojka.figures.protect import Audience
from spojka.network.models import Service

from .. import indicator_files as files
from .. import indicators as block
from ..forms import IndicatorsForm
from .contacts import as_file, head_of, quick_periods

USUAL = "last_year"  # a final report is of a year that is over


@require_safe
def indicators(request):
    """Show the block of a period."""
    form = _asked(request)
    if not form.is_valid():
        return render(request, "reports/indicators.html", {"form": form, "periods": quick_periods(form)}, status=422)
    made = _made(request, form)
    said = {
        "form": form,
        "made": made,
        "mark": files.mark(),
        "about": head_of(request, form, made),
        "periods": quick_periods(form),
        "query": urlencode(form.query),
        "is_own": form.audience is Audience.OWN,
        "audiences": list(Audience),
    }
    return render(request, "reports/indicators.html", said)


@require_safe
def given(request, kind):
    """Give the block away as a file, with the same numbers."""
    form = _asked(request)
    if not form.is_valid():
        return render(request, "reports/indicators.html", {"form": form, "periods": quick_periods(form)}, status=422)
    made = _made(request, form)
    about = head_of(request, form, made)
    if kind == "json":
        body = json.dumps(files.as_json(made), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    elif kind == "pdf":
        body = files.as_pdf(made, about, organisation=request.actor.organisation.name)
    else:
        body = (files.as_csv if kind == "csv" else files.as_xlsx)(made, about)
    name = f"spojka-indicators-{made.scope.first}-{made.scope.last}-{form.audience.value}"
    return as_file(body, name, kind)


def _asked(request):
    if not request.actor.may(Permission.REPORT_VIEW):
        raise Http404
    return IndicatorsForm(periods.filled(request.GET, timezone.localdate(), USUAL), actor=request.actor)


def _made(request, form):
    """Count, and remember of which services a report was read."""
    services = rows(Service, by=request.actor, to=Permission.REPORT_VIEW).order_by(by_name(), "pk")
    read(services, by=request.actor, to=Permission.REPORT_VIEW)
    return block.make([request.actor], form.scope, form.audience, timezone.now())
