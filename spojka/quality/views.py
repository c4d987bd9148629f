"""What is missing or improbable: counts by check, then the rows of one check."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.base.ids import new_id
from spojka.figures import periods

from . import actions, finding, forms, limits, telling
from .check import Asked, Severity
from .checks import BY_CODE, GROUPS
from .models import Accepted

SOON = 100  # days that are looked through at once; of more the page comes first and its counts when they are known
OFFERED = ("this_month", "last_month", "this_quarter", "last_quarter", "this_year", "last_year")


@require_safe
def overview(request):
    """Say what each check stops at."""
    form = _form(request)
    if not form.is_valid():
        return render(request, "quality/overview.html", _about(request, form), status=422)
    asked = form.asked(request.actor, timezone.now())
    if asked.days > SOON and not request.GET.get("looked"):
        return render(request, "quality/overview.html", _about(request, form) | {"asked": asked, "later": True})
    groups = [(severity, [finding.look(check, asked) for check in checks]) for severity, checks in GROUPS]
    found = [(severity, [one for one in looks if one.ids]) for severity, looks in groups]
    fine = [one.check for _severity, looks in groups for one in looks if not one.ids]
    said = {"groups": [(severity, looks) for severity, looks in found if looks], "fine": fine, "asked": asked}
    return render(request, "quality/overview.html", _about(request, form) | said | {"later": False})


@require_safe
def today(request):
    """Say in one line whether something is missing this month; nothing to who does not oversee."""
    if not request.actor.may(Permission.QUALITY_OVERSEE):
        raise Http404
    now = timezone.now()
    month = periods.named(periods.USUAL, timezone.localdate(now))
    asked = Asked(by=request.actor, first=month.first, last=month.last, now=now)
    looks = [finding.look(one, asked) for one in dict(GROUPS)[Severity.MISSING]]
    said = {"count": sum(look.count for look in looks), "goes_on": any(look.goes_on for look in looks)}
    return render(request, "quality/_today.html", said)


@require_safe
def listing(request, check):
    """List what one check stops at, and what was looked at and is right so."""
    one, form = _check(check), _form(request)
    if not form.is_valid():
        return _wrong(request, form, one)
    asked = form.asked(request.actor, timezone.now())
    found = finding.look(one, asked)
    known = finding.accepted(one, asked)[: finding.SHOWN]
    said = {
        "check": one,
        "asked": asked,
        "found": found,
        "lines": [(line, new_id()) for line in telling.lines(one, asked, found.ids)],
        "rights": telling.rights(one, asked, known),
        "limits": [limits.limit(code, asked.last) for code in one.limits],
    }
    return render(request, "quality/check.html", _about(request, form) | said)


@require_POST
def accept(request, check, id):
    """Remember that a record was looked at and is right so."""
    one, form, sent = _check(check), _form(request), forms.Accept(request.POST)
    if not form.is_valid():
        return _wrong(request, form, one)
    asked = form.asked(request.actor, timezone.now())
    row = reach(one.model, id, by=request.actor, to=Permission.QUALITY_ACCEPT)
    if not finding.rows_of(one, asked).filter(pk=row.pk).exists():
        raise Http404
    number = sent.cleaned_data["id"] if sent.is_valid() else new_id()
    actions.accept(by=request.actor, id=number, row=row, check=one, asked=asked)
    messages.success(request, _("It is right so. It will not be found again unless it changes."))
    return _to_check(request, check, form.query)


@require_POST
def doubt(request, id):
    """Take it back: the record is found again."""
    found = reach(Accepted, id, by=request.actor, to=Permission.QUALITY_DOUBT)
    actions.doubt(by=request.actor, accepted=found, at=timezone.now())
    messages.success(request, _("The record is found again."))
    return _to_check(request, found.check_code, {"from": found.day.replace(day=1), "to": found.day})


def _to_check(request, code, query):
    return redirect(f"{reverse('quality:check', args=[request.actor.organisation.slug, code])}?{urlencode(query)}")


def _check(code):
    if code not in BY_CODE:
        raise Http404
    return BY_CODE[code]


def _wrong(request, form, one):
    return render(request, "quality/check.html", _about(request, form) | {"check": one}, status=422)


def _form(request):
    """Return the form of what the address asks; who may look at no records finds no page."""
    if not request.actor.may(Permission.QUALITY_VIEW):
        raise Http404
    return forms.Filters(periods.filled(request.GET, timezone.localdate()), actor=request.actor)


def _about(request, form):
    return {
        "form": form,
        "periods": _periods(form),
        "query": urlencode(form.query) if form.is_valid() else "",
        "oversees": request.actor.may(Permission.QUALITY_OVERSEE),
    }


def _periods(form):
    """Return the quick choices with their addresses; the other filters stay."""
    kept = {name: form.data[name] for name in ("service", "worker") if form.data.get(name)}
    now = (form.data.get("from"), form.data.get("to"))
    known = [one for one in periods.usual(timezone.localdate()) if one.code in OFFERED]
    return [
        {
            "name": one.name,
            "query": urlencode({"period": one.code} | kept),
            "is_now": now == (str(one.first), str(one.last)),
        }
        for one in known
    ]
