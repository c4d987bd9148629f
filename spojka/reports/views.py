from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.figures import registry
from spojka.figures.protect import Audience
from spojka.network.models import Service
from spojka.ui.words import day, moment

from . import behind as records
from . import periods, sheets
from .bars import bars
from .contacts import EVERYTHING, columns_of, make
from .forms import LookForm, ScopeForm
from .words import is_value


@require_safe
def contacts(request):
    """Show the contacts report of a period."""
    form = _asked(request)
    if not form.is_valid():
        return render(
            request, "reports/contacts.html", {"form": form, "periods": _periods(form), "is_open": True}, status=422
        )
    looks = LookForm(request.GET, scope=form)
    report, chosen = _made(request, form, looks.look), _periods(form)
    said = {
        "form": form,
        "looks": looks,
        "look": urlencode(form.query | looks.query),
        "report": report,
        "picture": bars(report.time, report.scope, timezone.localdate()),
        "periods": chosen,
        "query": urlencode(form.query),
        "about": _about(request, form, report),
        "is_own": form.audience is Audience.OWN,
        "is_filtered": bool(form.chosen),
        "is_open": bool(form.chosen) or not any(one["is_now"] for one in chosen),
    }
    return render(request, "reports/contacts.html", said)


@require_safe
def contacts_csv(request):
    """Give the report away as a table for a spreadsheet."""
    form = _asked(request)
    if not form.is_valid():
        return render(
            request, "reports/contacts.html", {"form": form, "periods": _periods(form), "is_open": True}, status=422
        )
    report = _made(request, form, EVERYTHING)
    text = sheets.as_csv(report, _about(request, form, report))
    name = f"spojka-{form.cleaned_data['from']}-{form.cleaned_data['to']}-{form.audience.value}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)


@require_safe
def behind(request):
    """List the records behind a figure, or behind one line of its breakdown."""
    form = _asked(request)
    try:
        metric = registry.find(request.GET.get("metric", ""))
    except registry.UnknownMetric:
        raise Http404 from None
    only = _line(request.GET, metric)
    if not form.is_valid():
        return render(request, "reports/rows.html", {"form": form, "metric": metric}, status=422)
    found = records.behind(request.actor, metric, form.scope, only=only, page=request.GET.get("page"))
    names = records.Names([request.actor])
    line = " · ".join(names.of(kind, value, metric.items) for kind, value in only.items())
    said = {"form": form, "metric": metric, "behind": found, "query": urlencode(form.query), "line": line}
    return render(request, "reports/rows.html", said)


def _line(said, metric):
    """Return the values of dimensions that a line of a breakdown stands for, or 404 where there is no such line."""
    only = {said["by"]: said.get("value", "")} if said.get("by") else {}
    only |= {"item": said["item"]} if "item" in said else {}
    for kind, value in only.items():
        if columns_of(kind) is None or not is_value(kind, value) or (kind == "item" and not metric.items):
            raise Http404
    return only


def _asked(request):
    if not request.actor.may(Permission.REPORT_VIEW):
        raise Http404
    return ScopeForm(periods.filled(request.GET, timezone.localdate()), actor=request.actor)


def _made(request, form, look):
    """Count, and remember of which services a report was read."""
    services = rows(Service, by=request.actor, to=Permission.REPORT_VIEW).order_by("name", "pk")
    read(services, by=request.actor, to=Permission.REPORT_VIEW)
    return make([request.actor], form.scope, form.audience, timezone.now(), look)


def _periods(form):
    """Return the quick choices with their addresses; the other filters stay."""
    kept = {name: value for name, value in form.data.items() if name not in ("from", "to", "page") and value}
    now = (form.data.get("from"), form.data.get("to"))
    return [
        {
            "name": one.name,
            "query": urlencode({"from": one.first, "to": one.last} | kept),
            "is_now": now == (str(one.first), str(one.last)),
        }
        for one in periods.usual(timezone.localdate())
    ]


def _about(request, form, report):
    """Return the head of the paper: of what, by whom, when and for whom."""
    scope = report.scope
    return [
        (_("Organisation"), request.actor.organisation.name),
        (_("Period"), f"{day(scope.first, True)} – {day(scope.last, True)}"),
        *form.chosen,
        (_("For whom"), report.audience.label),
        (_("Made by"), str(request.actor.user)),
        (_("Made on"), moment(report.made_at)),
    ]
