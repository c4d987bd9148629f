"""The contacts report: its page, and the files that are taken away."""

import json
from urllib.parse import urlencode

from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.figures import periods
from spojka.figures.protect import Audience
from spojka.network.models import Service
from spojka.sheets import telling
from spojka.ui.words import day, moment

from .. import documents, pictures, sheets, workbook
from ..contacts import EVERYTHING, Wanted, make
from ..forms import LookForm, ScopeForm
from .offered import offered

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


@require_safe
def contacts(request):
    """Show the contacts report of a period."""
    form = asked(request)
    if not form.is_valid():
        return _wrong(request, form)
    looks = LookForm(request.GET, scope=form)
    report = _made(request, form, looks.look)
    said = {
        "form": form,
        "looks": looks,
        "look": urlencode(form.query | looks.query),
        "report": report,
        "groups": _groups(report),
        "picture": _picture(report),
        "periods": quick_periods(form),
        "query": urlencode(form.query),
        "paper_query": urlencode(looks.data | looks.query),
        "about": head_of(request, form, report, _earlier(report)),
        "settings_query": urlencode(looks.settings),
        "saved": offered(request),
        "is_own": form.audience is Audience.OWN,
        "brought": _brought(request.actor, form),
        "is_unfinished": bool(report.against and report.scope.last > timezone.localdate()),
    }
    return render(request, "reports/contacts.html", said)


@require_safe
def given(request, kind):
    """Give the report away as a file: the paper says what the page does, the tables all breakdowns."""
    form = asked(request)
    if not form.is_valid():
        return _wrong(request, form)
    look = LookForm(request.GET, scope=form).look if kind == "pdf" else EVERYTHING
    report = _made(request, form, look)
    said = head_of(request, form, report, _earlier(report))
    if kind == "json":
        body = json.dumps(sheets.as_json(report), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    elif kind == "csv":
        body = sheets.as_csv(report, said)
    elif kind == "xlsx":
        body = workbook.as_xlsx(report, said)
    else:
        body = documents.contacts(report, said, organisation=request.actor.organisation.name, picture=_picture(report))
    return as_file(body, f"spojka-{report.scope.first}-{report.scope.last}-{form.audience.value}", kind)


def as_file(body, name, kind):
    """Return a file to be kept under a telling name."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    return HttpResponse(body, content_type=TYPES[kind], headers=headers)


def asked(request):
    """Return the form of what the address asks; who may see no report finds none."""
    if not request.actor.may(Permission.REPORT_VIEW):
        raise Http404
    return ScopeForm(periods.filled(request.GET, timezone.localdate()), actor=request.actor)


def _earlier(report):
    return report.against.scope if report.against else None


def head_of(request, form, report, earlier=None):
    """Return the head of the paper: of what, by whom, when and for whom."""
    return [
        (_("Organisation"), request.actor.organisation.name),
        (_("Period"), _span(report.scope)),
        *([(_("Compared with"), _span(earlier))] if earlier else []),
        *form.chosen,
        (_("For whom"), report.audience.label),
        (_("Made by"), str(request.actor.user)),
        (_("Figures as of"), moment(report.made_at)),
    ]


def _span(scope):
    return f"{day(scope.first, True)} – {day(scope.last, True)}"


def _wrong(request, form):
    said = {"form": form, "periods": quick_periods(form)}
    return render(request, "reports/contacts.html", said, status=422)


def _made(request, form, look):
    """Count, and remember of which services a report was read."""
    services = rows(Service, by=request.actor, to=Permission.REPORT_VIEW).order_by(by_name(), "pk")
    read(services, by=request.actor, to=Permission.REPORT_VIEW)
    wanted = Wanted(scope=form.scope, audience=form.audience, look=look, earlier=form.earlier)
    return make([request.actor], wanted, timezone.now())


def _brought(actor, form):
    """Count what came from tables: for us alone, and of the whole, as it is told of no part of it."""
    if form.audience is not Audience.OWN or form.chosen:
        return 0
    return telling.brought(actor, form.scope.first, form.scope.last)


def _groups(report):
    """Return the figures by their groups, each with how it changed."""
    against = report.against
    return [
        (name, [(cell, against.changes(cell.metric.code).cells if against else None) for cell in cells])
        for name, cells in report.shown_groups
    ]


def _picture(report):
    before = (report.against.before, report.against.scope) if report.against else None
    return pictures.columns(report.time, report.scope, timezone.localdate(), before)


def quick_periods(form):
    """Return the quick choices with their addresses; the other filters stay, earlier days that were chosen do not."""
    away = {"from", "to", "page", "period", "against_from", "against_to"}
    kept = {name: value for name, value in form.data.items() if name not in away and value and value != "chosen"}
    now = (form.data.get("from"), form.data.get("to"))
    return [
        {
            "name": one.name,
            "query": urlencode({"period": one.code} | kept),
            "is_now": now == (str(one.first), str(one.last)),
        }
        for one in periods.usual(timezone.localdate())
    ]
