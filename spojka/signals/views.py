from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach, read, rows, shown
from spojka.access.permissions import Permission
from spojka.codelists.catalogue import catalogue, names
from spojka.encounters.models import Shift
from spojka.network.models import Membership, Service
from spojka.ui.http import ask, done, posted, sendable

from . import actions, documents, forms, together
from .models import Acknowledgement, EarlyWarning, Signal

RECENT = timedelta(days=120)
MONTHS = 6
LASTS = timedelta(days=30)  # how long a warning holds unless told otherwise


@sendable
@require_http_methods(["GET", "POST"])
def at_shift(request, id):
    """Ask what was noticed in a shift."""
    related = ("service", "event", "place")
    shift = reach(Shift, id, by=request.actor, to=Permission.SIGNAL_RECORD, related=related)
    now = timezone.now()
    lists = catalogue(shift.service, shift.day)
    form = forms.AtShift(posted(request), actor=request.actor, catalogue=lists, now=now)
    if not done(form, lambda: actions.record(by=request.actor, **form.said_of(shift))):
        return ask(request, "signals/at_shift.html", form, shift=shift)
    messages.success(request, _("The signal is written down."))
    return redirect("encounters:new", request.actor.organisation.slug, shift.pk)


@require_http_methods(["GET", "POST"])
def record(request):
    """Ask what was noticed, outside of any shift."""
    offered, service = _services(request, Permission.SIGNAL_RECORD)
    now = timezone.now()
    lists = catalogue(service, timezone.localdate(now))
    form = forms.Alone(posted(request), actor=request.actor, catalogue=lists, now=now)
    if not done(form, lambda: actions.record(by=request.actor, **form.said_of(service))):
        return ask(request, "signals/record.html", form, services=offered, service=service)
    messages.success(request, _("The signal is written down."))
    return redirect("signals:list", request.actor.organisation.slug)


@require_POST
def void(request, id):
    """Take a signal back."""
    signal = reach(Signal, id, by=request.actor, to=Permission.SIGNAL_VOID)
    actions.void(by=request.actor, signal=signal, at=timezone.now())
    messages.success(request, _("The signal is taken back."))
    return redirect("signals:list", request.actor.organisation.slug)


@require_safe
def listing(request):
    """Show what was noticed lately, the same things together, and how often each kind was seen by months."""
    if not request.actor.may(Permission.SIGNAL_VIEW):
        raise Http404
    today, see = timezone.localdate(), {"by": request.actor, "to": Permission.SIGNAL_VIEW}
    heads = together.months(today, MONTHS)
    seen = rows(Signal, **see).filter(voided_at=None, seen_on__gte=heads[0])
    page = shown(
        Signal,
        **see,
        order=("-seen_on", "-recorded_at", "pk"),
        page=request.GET.get("page", 1),
        related=("service",),
    )
    said = {
        "page": page,
        "things": together.things(one for one in page.object_list if not one.voided_at),
        "voided": [one for one in page.object_list if one.voided_at],
        "own": request.actor.services,
        "substances": names("substance", organisation=request.actor.organisation),
        "heads": heads,
        "lines": together.by_month(seen.values_list("kind", "seen_on", "many"), heads),
        "may_record": request.actor.may(Permission.SIGNAL_RECORD),
        "may_void": request.actor.may(Permission.SIGNAL_VOID),
        "may_draw": request.actor.may(Permission.WARNING_DRAW),
    }
    return render(request, "signals/list.html", said)


@require_safe
def warnings(request):
    """Show warnings, those that hold longest first."""
    if not request.actor.may(Permission.WARNING_VIEW):
        raise Http404
    page = shown(
        EarlyWarning,
        by=request.actor,
        to=Permission.WARNING_VIEW,
        order=("-valid_to", "-recorded_at", "pk"),
        page=request.GET.get("page", 1),
    )
    said = {"page": page, "today": timezone.localdate(), "may_draw": request.actor.may(Permission.WARNING_DRAW)}
    return render(request, "signals/warnings.html", said)


@require_http_methods(["GET", "POST"])
def draw(request):
    """Ask what to warn of."""
    offered, service = _services(request, Permission.WARNING_DRAW)
    today = timezone.localdate()
    initial = {"valid_from": today, "valid_to": today + LASTS, "signals": request.GET.getlist("signals")}
    form = forms.Draw(posted(request), actor=request.actor, since=today - RECENT, initial=initial)
    if not done(form, lambda: actions.draw(by=request.actor, service=service, **form.cleaned_data)):
        return ask(request, "signals/draw.html", form, services=offered, service=service)
    messages.success(request, _("The warning is drawn up. Nobody hears of it until it is verified."))
    return redirect("signals:warning", request.actor.organisation.slug, form.cleaned_data["id"])


@require_safe
def warning(request, id):
    """Show one warning; who has read it only to those who look after it."""
    found = reach(EarlyWarning, id, by=request.actor, to=Permission.WARNING_VIEW, related=("service",))
    today = timezone.localdate()
    behind = rows(Signal, by=request.actor, to=Permission.SIGNAL_VIEW).filter(warnings=found)
    see = {"by": request.actor, "to": Permission.WARNING_VIEW}
    acknowledged = rows(Acknowledgement, **see).filter(warning=found).select_related("membership__user")
    leads = request.actor.can(Permission.WARNING_WITHDRAW, found)
    said = {
        "warning": found,
        "holds": found.holds(today),
        "signals": read(
            behind.select_related("service").order_by("-seen_on", "pk"), by=request.actor, to=Permission.SIGNAL_VIEW
        ),
        "leads": leads,
        "is_seen": acknowledged.filter(membership_id=request.actor.id).exists(),
        "readers": read(acknowledged.order_by("seen_at", "pk"), **see) if leads else [],
        "silent": _silent(request, acknowledged, today) if leads else [],
    }
    return render(request, "signals/warning.html", said)


@require_POST
def verify(request, id):
    """Stand behind a warning."""
    found = reach(EarlyWarning, id, by=request.actor, to=Permission.WARNING_VERIFY)
    now = timezone.now()
    actions.verify(by=request.actor, warning=found, at=now, today=timezone.localdate(now))
    messages.success(request, _("The warning is verified. Its audience sees it on the days written."))
    return redirect("signals:warning", request.actor.organisation.slug, found.pk)


@require_POST
def acknowledge(request, id):
    """Say that one has read a warning."""
    found = reach(EarlyWarning, id, by=request.actor, to=Permission.WARNING_ACKNOWLEDGE)
    now = timezone.now()
    actions.acknowledge(by=request.actor, warning=found, at=now, today=timezone.localdate(now))
    messages.success(request, _("It is noted that you have read the warning."))
    return redirect("today", request.actor.organisation.slug)


@require_http_methods(["GET", "POST"])
def withdraw(request, id):
    """Ask why a warning is taken back."""
    found = reach(EarlyWarning, id, by=request.actor, to=Permission.WARNING_WITHDRAW)
    form, now = forms.Withdraw(posted(request)), timezone.now()
    if not done(form, lambda: actions.withdraw(by=request.actor, warning=found, at=now, **form.cleaned_data)):
        return ask(request, "signals/withdraw.html", form, warning=found)
    messages.success(request, _("The warning is withdrawn. Others don't see it any more; tell those who hang it up."))
    return redirect("signals:warning", request.actor.organisation.slug, found.pk)


@require_http_methods(["GET", "POST"])
def answer(request, id):
    """Ask what came back after a warning."""
    found = reach(EarlyWarning, id, by=request.actor, to=Permission.WARNING_ANSWER)
    form = forms.Answer(posted(request), initial={"came_back": found.came_back})
    if not done(form, lambda: actions.answer(by=request.actor, warning=found, **form.cleaned_data)):
        return ask(request, "signals/answer.html", form, warning=found)
    messages.success(request, _("What came back is written down."))
    return redirect("signals:warning", request.actor.organisation.slug, found.pk)


@require_safe
def paper(request, id):
    """Give the sheet for venues, of a warning that holds and may leave the house."""
    found = reach(EarlyWarning, id, by=request.actor, to=Permission.WARNING_VIEW, related=("organisation",))
    if not found.leaves_house or not found.holds(timezone.localdate()):
        raise Http404
    answer = HttpResponse(documents.sheet(found, organisation=found.organisation.name), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="varovani-{found.valid_from}.pdf"'
    return answer


def _services(request, permission):
    """Return the services one may write for, and the chosen one."""
    offered = list(rows(Service, by=request.actor, to=permission).order_by("name", "pk"))
    if not offered:
        raise Http404
    chosen = request.POST.get("service") or request.GET.get("service")
    return offered, next((one for one in offered if str(one.pk) == chosen), offered[0])


def _silent(request, acknowledged, today):
    """Return colleagues who have not read the warning."""
    colleagues = rows(Membership, by=request.actor, to=Permission.MEMBER_VIEW).valid(today).select_related("user")
    silent = colleagues.exclude(pk__in=acknowledged.values("membership_id")).order_by("user__name", "pk")
    return read(silent, by=request.actor, to=Permission.MEMBER_VIEW)
