from datetime import date, timedelta

from django.contrib import messages
from django.db import transaction
from django.db.models import Q, Sum
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.choosing import services
from spojka.access.doors import reach, rows, shown
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.codelists.catalogue import catalogue, names
from spojka.ui.http import ask, done, posted

from . import actions, forms
from .models import IndirectWork

WITH = ("membership__user", "project", "service")


@require_safe
def listing(request):
    """Show the lines of a month: one's own, to a head those of the service."""
    if not request.actor.may(Permission.INDIRECT_VIEW):
        raise Http404
    today = timezone.localdate()
    kinds = names("indirect_work", organisation=request.actor.organisation)
    form = forms.Filters({"month": f"{today:%Y-%m}"} | request.GET.dict(), actor=request.actor, kinds=kinds)
    form.is_valid()
    month = form.cleaned_data.get("month") or today.replace(day=1)
    oversees = request.actor.may(Permission.INDIRECT_OVERSEE)
    own = Q() if oversees else Q(membership_id=request.actor.id)
    see = {"by": request.actor, "to": Permission.INDIRECT_VIEW, "where": form.where(month) & own}
    page = shown(IndirectWork, **see, order=("-day", "-recorded_at", "pk"), page=request.GET.get("page"), related=WITH)
    standing = rows(IndirectWork, **see).standing().order_by()
    said = {
        "form": form,
        "page": page,
        "kinds": kinds,
        "sums": standing.values_list("code").annotate(all=Sum("minutes")).order_by("-all", "code"),
        "total": standing.aggregate(all=Sum("minutes", default=0))["all"],
        "month": month,
        "earlier": (month - timedelta(days=1)).replace(day=1),
        "later": (month.replace(day=28) + timedelta(days=4)).replace(day=1),
        "oversees": oversees,
    }
    return render(request, "work/list.html", said)


@require_http_methods(["GET", "POST"])
def add(request):
    """Ask what one did on a day without people."""
    offered, service = services(request, Permission.INDIRECT_RECORD)
    today = timezone.localdate()
    lists = catalogue(service, today)
    form = forms.Day(posted(request), actor=request.actor, service=service, catalogue=lists, initial={"day": today})
    said = {"services": offered, "service": service}
    if not done(form, lambda: _record(request.actor, service, form, today)):
        return ask(request, "work/add.html", form, **said)
    messages.success(request, _("The work is written down."))
    return redirect("work:list", request.actor.organisation.slug)


@require_http_methods(["GET", "POST"])
def correct(request, id):
    """Ask what should stand instead of a line."""
    line = _reach(request, id, Permission.INDIRECT_CORRECT)
    initial = {name: getattr(line, name) for name in ("day", "code", "minutes", "project", "note")}
    lists = catalogue(line.service, line.day)
    form = forms.Correct(
        posted(request), actor=request.actor, service_id=line.service_id, catalogue=lists, initial=initial
    )
    now = timezone.now()
    said = {"by": request.actor, "line": line, "at": now, "today": timezone.localdate(now)}
    if not done(form, lambda: actions.correct(**said, **form.cleaned_data)):
        return ask(request, "work/correct.html", form, line=line)
    messages.success(request, _("The line is put right."))
    return redirect("work:list", request.actor.organisation.slug)


@require_POST
def void(request, id):
    """Take a line back."""
    line = _reach(request, id, Permission.INDIRECT_VOID)
    actions.void(by=request.actor, line=line, at=timezone.now())
    messages.success(request, _("The line does not count any more."))
    return redirect("work:list", request.actor.organisation.slug)


def _reach(request, id, permission):
    line = reach(IndirectWork, id, by=request.actor, to=permission, related=WITH)
    if not line.is_of(request.actor) and not request.actor.may(Permission.INDIRECT_OVERSEE):
        raise Http404
    return line


def _record(actor, service, form, today: date):
    """Write down all lines of the day, or none."""
    with transaction.atomic():
        for number, line in form.said:
            try:
                actions.record(by=actor, service=service, day=form.cleaned_data["day"], today=today, **line)
            except Refusal as refusal:
                if refusal.field and refusal.field != "day":
                    refusal.field = f"{refusal.field}_{number}"
                raise
