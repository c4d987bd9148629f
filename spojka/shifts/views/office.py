"""What is read and set where there is signal: the named contact, handovers, what crews wrote afterwards."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach, read, rows
from spojka.access.permissions import Permission
from spojka.encounters import counting
from spojka.encounters.beside import facts_of_shift
from spojka.encounters.models import Shift
from spojka.members.people import names_of
from spojka.ui.http import ask, done, posted

from .. import actions, doors, forms, reading
from ..models import Debrief, Handover
from ..page import WITH, state_of


@require_http_methods(["GET", "POST"])
def briefing(request, id):
    """Ask who is there for the crew."""
    shift = reach(Shift, id, by=request.actor, to=Permission.BRIEFING_SET, related=WITH)
    known = reading.briefing_of(shift, request.actor)
    initial = {"contact": known.contact, "name": known.name, "phone": known.phone, "every": known.every}
    form = forms.SetBriefing(posted(request), actor=request.actor, shift=shift, initial=initial)
    if not done(form, lambda: actions.set_briefing(by=request.actor, shift=shift, **form.cleaned_data)):
        return ask(request, "shifts/briefing.html", form, shift=shift)
    messages.success(request, _("Saved. Phones take it over when they have signal."))
    return redirect("encounters:shift", request.actor.organisation.slug, shift.pk)


@require_safe
def handover(request, id):
    """Show what a crew left, with what runs in its shift now."""
    found = _handover(request, id, Permission.HANDOVER_VIEW)
    said = {"handover": found, "names": names_of([found.recorded_by, found.taken_by])}
    said["late"] = counting.counts(found.shift, by=request.actor).late
    said["open_facts"] = [one for one in facts_of_shift(found.shift, request.actor) if one.is_open]
    said["may_take"] = found.recorded_by != request.actor.id and request.actor.can(Permission.HANDOVER_TAKE, found)
    return render(request, "shifts/handover.html", said | state_of(request.actor, found.shift, timezone.now()))


@require_POST
def take(request, id):
    """Take a shift over."""
    found = _handover(request, id, Permission.HANDOVER_TAKE)
    actions.take_over(by=request.actor, handover=found, at=timezone.now())
    messages.success(request, _("You have taken it over."))
    return redirect("shifts:handover", request.actor.organisation.slug, found.pk)


@require_safe
def debriefs(request, id):
    """Show what the crew wrote after a shift, to the crew and to heads."""
    shift = reach(Shift, id, by=request.actor, to=Permission.DEBRIEF_VIEW, related=WITH)
    if not reading.sees_debriefs(shift, request.actor):
        raise Http404
    found = rows(Debrief, by=request.actor, to=Permission.DEBRIEF_VIEW).filter(shift=shift)
    listed = read(found.order_by("occurred_at", "pk"), by=request.actor, to=Permission.DEBRIEF_VIEW)
    said = {"shift": shift, "debriefs": listed, "names": names_of({one.recorded_by for one in listed})}
    return render(request, "shifts/debriefs.html", said)


@require_safe
def trouble(request):
    """Give what Today shows of lone workers, asked for again while the page is open."""
    if not request.actor.may(Permission.WATCH_VIEW):
        raise Http404
    return render(request, "shifts/_today.html", {"trouble": doors.trouble(request.actor, timezone.now())})


def _handover(request, id, to):
    related = [f"shift__{name}" for name in WITH]
    return reach(Handover, id, by=request.actor, to=to, related=[*related, "to__user"])
