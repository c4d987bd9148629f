"""Rapid tests: those of a shift, a new one, one with its steps, and how many there were in a year."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach, rows
from spojka.access.permissions import Permission
from spojka.clients.asking import asking
from spojka.codelists.catalogue import catalogue
from spojka.encounters.begun import stop_unless_begun
from spojka.encounters.models import Shift
from spojka.encounters.words import worker_names
from spojka.ui.http import ask, done, give_paper, posted, year_of

from .. import documents
from ..actions import rapid
from ..forms.rapid import FORMS, Reason, Slip, Start
from ..models import RapidTest, RapidTestStep, State, StepKind
from ..reading import WITH, names, of_day, signed, steps_of, sums, years

VIEW = Permission.TEST_VIEW


@require_safe
def listing(request):
    """Show how many tests there were in a year, and lead to the shifts that run."""
    actor, today = request.actor, timezone.localdate()
    if not actor.may(VIEW):
        raise Http404
    year = year_of(request, today)
    running = rows(Shift, by=actor, to=Permission.TEST_START).open().select_related("event", "place")
    said = {"sums": sums(actor, year), "year": year, "years": years(actor, today)}
    said |= {"names": names(actor, "test_kind")["test_kind"], "shifts": running.order_by("planned_end", "pk")[:10]}
    return render(request, "care/tests.html", said)


@require_http_methods(["GET", "POST"])
def of_shift(request, id):
    """Show the tests of a day; a slip that somebody brought leads to its test."""
    shift = reach(Shift, id, by=request.actor, to=VIEW, related=("service", "event", "place"))
    now, form = timezone.now(), Slip(posted(request))
    if form.is_valid():
        recent = rows(RapidTest, by=request.actor, to=VIEW).standing().filter(slip=form.cleaned_data["slip"])
        found = [one for one in recent.filter(service=shift.service_id) if one.is_slip_good(now)]
        if found:
            return redirect("care:test", request.actor.organisation.slug, found[0].pk)
        form.add_error("slip", _("No test of today has this slip. Look at it once more."))
    said = {"shift": shift, "tests": signed(of_day(request.actor, shift.service_id, shift.day), now)}
    said |= {"names": names(request.actor, "test_kind")["test_kind"]}
    said |= {"may_start": request.actor.can(Permission.TEST_START, shift) and shift.started_at}
    return ask(request, "care/tests_of_shift.html", form, **said)


@require_http_methods(["GET", "POST"])
def start(request, id):
    """Ask for the talk before a test, and let it be taken."""
    actor, now = request.actor, timezone.now()
    shift = reach(Shift, id, by=actor, to=Permission.TEST_START, related=("service", "event", "place"))
    stop_unless_begun(request, shift)
    lists, before = catalogue(shift.service, shift.day), _before(request, shift)
    usual = {"now": now, "catalogue": lists, "may_code": actor.may(Permission.CLIENT_ADD)}
    form = Start(posted(request), **usual, initial=_as_before(before))
    said = {"by": actor, "shift": shift, "repeats": before, "catalogue": lists, "at": now}
    if not done(form, lambda: rapid.start(**said, **form.arguments)):
        about = {"shift": shift, "before": before, "may_code": usual["may_code"]}
        return ask(request, "care/start_test.html", form, **about, **asking(shift.service, shift.day))
    return redirect("care:test", actor.organisation.slug, form.cleaned_data["id"])


@require_safe
def test(request, id):
    """Show a test with its steps and what comes next."""
    return _show(request, reach(RapidTest, id, by=request.actor, to=VIEW, related=WITH))


@require_POST
def note(request, id):
    """Add the next step."""
    found = reach(RapidTest, id, by=request.actor, to=Permission.TEST_NOTE, related=WITH)
    kind, now = request.POST.get("kind", ""), timezone.now()
    if kind not in FORMS:
        return _show(request, found, now=now)
    form = _forms(found, now, {kind: request.POST})[kind]
    said = {"by": request.actor, "test": found, "at": now}
    if not done(form, lambda: rapid.note(**said, id=form.cleaned_data["id"], step=form.step)):
        return _show(request, found, now=now, typed={kind: form})
    return redirect("care:test", request.actor.organisation.slug, found.pk)


@require_http_methods(["GET", "POST"])
def void(request, id):
    """Ask why a test does not count."""
    found = reach(RapidTest, id, by=request.actor, to=Permission.TEST_VOID, related=WITH)
    form = Reason(posted(request))
    said = {"by": request.actor, "test": found, "at": timezone.now()}
    if not done(form, lambda: rapid.void(**said, **form.cleaned_data)):
        return ask(request, "care/take_back.html", form, test=found, step=None)
    messages.success(request, _("The test does not count any more."))
    return redirect("care:test", request.actor.organisation.slug, found.pk)


@require_http_methods(["GET", "POST"])
def take_back(request, id):
    """Ask why the last step is taken back."""
    step = reach(RapidTestStep, id, by=request.actor, to=Permission.TEST_TAKE_BACK, related=("test", "service"))
    form = Reason(posted(request))
    said = {"by": request.actor, "step": step, "at": timezone.now()}
    if not done(form, lambda: rapid.take_back(**said, **form.cleaned_data)):
        return ask(request, "care/take_back.html", form, test=step.test, step=step)
    messages.success(request, _("The step is taken back. Write the right one."))
    return redirect("care:test", request.actor.organisation.slug, step.test_id)


@require_safe
def slip(request, id):
    """Give the slip to print: a code, where and until when. Neither what was tested nor what came."""
    found = reach(RapidTest, id, by=request.actor, to=VIEW, related=WITH)
    if not found.slip or found.voided_at:
        raise Http404
    body = documents.slip(found, organisation=request.actor.organisation.name)
    return give_paper(body, "spojka-listek")


def _before(request, shift):
    """Return the test that is tried again, if one may see it."""
    id = request.POST.get("repeats") or request.GET.get("repeats")
    mine = rows(RapidTest, by=request.actor, to=VIEW).standing().filter(service=shift.service_id)
    return next((one for one in mine.select_related("encounter__client") if str(one.pk) == id), None) if id else None


def _as_before(before):
    if not before:
        return {}
    code = before.encounter.client.code if before.encounter and before.encounter.client else ""
    return {"kind": before.kind, "side": "code" if code else "anonymous", "code": code, "repeats": before.pk}


def _forms(found, now, typed):
    """Return the forms of the steps that may come next."""
    lists = catalogue(found.service, found.day)
    extra = {StepKind.TAKEN: {"catalogue": lists, "test": found}, StepKind.TOLD: {"catalogue": lists, "test": found}}
    next_ones = {*rapid.NEXT.get(State(found.state), ()), *typed}
    return {
        kind: FORMS[kind](typed.get(kind), now=now, auto_id=f"id_{kind}_%s", **extra.get(kind, {}))
        for kind in next_ones
    }


def _show(request, found, now=None, typed=None):
    actor, now, typed = request.actor, now or timezone.now(), typed or {}
    steps = steps_of(found, actor)
    standing = [step for step in steps if not step.voided_at]
    may_note = found.is_open and actor.can(Permission.TEST_NOTE, found)
    said = {"test": found, "steps": steps, "last": standing[-1] if standing else None, "now": now}
    said |= {"names": names(actor, "test_kind", "test_talk"), "workers": worker_names(steps)}
    said |= {"forms": _forms(found, now, {}) | typed if may_note else typed, "answered": bool(typed)}
    said |= {"may_take_back": actor.can(Permission.TEST_TAKE_BACK, found) and not found.voided_at}
    said |= {"may_void": actor.can(Permission.TEST_VOID, found) and not found.voided_at}
    said |= {"again": _again(found, standing, actor), "is_slip_good": found.is_slip_good(now)}
    form = next(iter(typed.values()), None)
    return ask(request, "care/test.html", form, **said) if form else render(request, "care/test.html", said)


def _again(found, standing, actor):
    """Test whether another test is to be taken instead of this one."""
    wants = any(step.repeat for step in standing)
    return (
        wants and not found.repeated.filter(voided_at=None).exists() and actor.can(Permission.TEST_START, found.shift)
    )
