"""Warnings: drawn up, verified, read, answered, printed, withdrawn."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.choosing import services
from spojka.access.doors import reach, read, rows, shown
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.network.models import Membership
from spojka.ui.http import ask, done, give_paper, posted

from .. import actions, documents, forms
from ..models import Acknowledgement, EarlyWarning, Signal, WarningReply

RECENT = timedelta(days=120)
WHO = ("membership__user", "membership__organisation")
LASTS = timedelta(days=30)  # how long a warning holds unless told otherwise


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
        related=("organisation",),
    )
    said = {"page": page, "house": request.actor.organisation.pk, "today": timezone.localdate()}
    said["may_draw"] = request.actor.may(Permission.WARNING_DRAW)
    return render(request, "signals/warnings.html", said)


@require_http_methods(["GET", "POST"])
def draw(request):
    """Ask what to warn of."""
    offered, service = services(request, Permission.WARNING_DRAW)
    today = timezone.localdate()
    initial = {"valid_from": today, "valid_to": today + LASTS, "signals": request.GET.getlist("signals")}
    form = forms.Draw(posted(request), actor=request.actor, since=today - RECENT, initial=initial)
    if not done(form, lambda: actions.draw(by=request.actor, service=service, **form.cleaned_data)):
        return ask(request, "signals/draw.html", form, services=offered, service=service)
    messages.success(request, _("The warning is drawn up. Nobody hears of it until it is verified."))
    return redirect("signals:warning", request.actor.organisation.slug, form.cleaned_data["id"])


@require_safe
def warning(request, id):
    """Show one warning; who has read it and what they wrote only to those who look after it."""
    return _show(request, id)


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


@require_POST
def reply(request, id):
    """Take what somebody who was warned knows."""
    found = reach(EarlyWarning, id, by=request.actor, to=Permission.WARNING_REPLY)
    form, today = forms.Reply(request.POST), timezone.localdate()
    if not done(form, lambda: actions.reply(by=request.actor, warning=found, today=today, **form.cleaned_data)):
        return _show(request, id, form)
    messages.success(request, _("Those who look after the warning will read it."))
    return redirect("signals:warning", request.actor.organisation.slug, found.pk)


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
    if not found.may_hang or not found.holds(timezone.localdate()):
        raise Http404
    return give_paper(documents.sheet(found, organisation=found.organisation.name), f"varovani-{found.valid_from}")


def _show(request, id, reply_form=None):
    found = reach(EarlyWarning, id, by=request.actor, to=Permission.WARNING_VIEW, related=("service", "organisation"))
    today = timezone.localdate()
    look = {"by": request.actor, "to": Permission.SIGNAL_VIEW}
    behind = rows(Signal, **look).filter(warnings=found).select_related("service", "organisation")
    see = {"by": request.actor, "to": Permission.WARNING_VIEW}
    acknowledged = rows(Acknowledgement, **see).filter(warning=found).select_related(*WHO)
    leads = request.actor.can(Permission.WARNING_WITHDRAW, found)
    said = {
        "warning": found,
        "holds": found.holds(today),
        "signals": read(behind.order_by("-seen_on", "pk"), **look),
        "leads": leads,
        "is_seen": acknowledged.filter(membership_id=request.actor.id).exists(),
        "house": request.actor.organisation.pk,
        "partners": list(found.partners.order_by(by_name(), "pk")) if leads else [],
        "replies": _replies(request, found) if leads else [],
        "reply": reply_form or forms.Reply(),
        "may_reply": found.holds(today) and request.actor.can(Permission.WARNING_REPLY, found),
        "readers": read(acknowledged.order_by("seen_at", "pk"), **see) if leads else [],
        "silent": _silent(request, found, acknowledged, today) if leads else [],
    }
    return render(request, "signals/warning.html", said, status=422 if reply_form else 200)


def _replies(request, found):
    """Return what those who were warned wrote, the last first."""
    see = {"by": request.actor, "to": Permission.WARNING_ANSWER}
    wrote = rows(WarningReply, **see).filter(warning=found).select_related(*WHO)
    return read(wrote.order_by("-recorded_at", "pk"), **see)


def _silent(request, found, acknowledged, today):
    """Return colleagues who have not read the warning: those of the service alone when it stays there."""
    colleagues = rows(Membership, by=request.actor, to=Permission.MEMBER_VIEW).valid(today).select_related("user")
    if not found.leaves_service:
        colleagues = colleagues.filter(services=found.service_id)
    silent = colleagues.exclude(pk__in=acknowledged.values("membership_id")).order_by(by_name("user__name"), "pk")
    return read(silent, by=request.actor, to=Permission.MEMBER_VIEW)
