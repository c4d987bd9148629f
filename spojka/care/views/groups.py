"""Groups: sessions of a year with their sums, a new one, one with who came, put right, voided."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.doors import reach, read, rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import catalogue
from spojka.encounters.begun import stop_unless_begun
from spojka.encounters.models import Shift
from spojka.encounters.words import worker_names
from spojka.ui.http import ask, done, posted, year_of

from ..actions import groups
from ..attendance import colleagues, regulars, sessions, sums, who_came, years
from ..forms.groups import CorrectGroup, OfGroup
from ..forms.rapid import Reason
from ..models import GroupChange, GroupSession
from ..reading import names

VIEW = Permission.GROUP_VIEW
WITH = ("shift__service", "shift__place", "shift__event", "service")
USUAL = timedelta(minutes=90)


@require_safe
def listing(request):
    """Show the sessions of a year and how many came."""
    actor, today = request.actor, timezone.localdate()
    if not actor.may(VIEW):
        raise Http404
    year = year_of(request, today)
    running = rows(Shift, by=actor, to=Permission.GROUP_RECORD).open().select_related("event", "place")
    said = {"sessions": sessions(actor, year), "sums": sums(actor, year), "year": year, "years": years(actor, today)}
    said |= {"names": names(actor, "act")["act"], "shifts": running.order_by("planned_end", "pk")[:10]}
    return render(request, "care/groups.html", said)


@require_http_methods(["GET", "POST"])
def record(request, id):
    """Ask what group it was and who came."""
    actor, now = request.actor, timezone.now()
    shift = reach(Shift, id, by=actor, to=Permission.GROUP_RECORD, related=("service", "event", "place"))
    stop_unless_begun(request, shift)
    lists = catalogue(shift.service, shift.day)
    usual = {"starts_at": max(shift.start, now - USUAL), "ends_at": now, "place": shift.place.name}
    form = OfGroup(posted(request), **_offered(actor, shift, lists), initial=usual | {"leaders": [actor.id]})
    said = {"by": actor, "shift": shift, "catalogue": lists, "at": now}
    if not done(form, lambda: groups.record(**said, id=form.cleaned_data["id"], group=form.group)):
        return ask(request, "care/group_form.html", form, shift=shift, session=None)
    messages.success(request, _("The session is written down, with a contact of each who is known."))
    return redirect("care:group", actor.organisation.slug, form.cleaned_data["id"])


@require_safe
def group(request, id):
    """Show a session with who came and what it said before."""
    actor = request.actor
    found = reach(GroupSession, id, by=actor, to=VIEW, related=WITH)
    changes = rows(GroupChange, by=actor, to=VIEW).filter(session=found).order_by("recorded_at", "pk")
    said = {"session": found, "came": who_came(found, actor), "changes": read(changes, by=actor, to=VIEW)}
    said |= {
        "leaders": found.leaders.select_related("membership__user").order_by(by_name("membership__user__name"), "pk")
    }
    said |= {"names": names(actor, "act")["act"], "workers": worker_names([found], said["changes"])}
    said |= {"may_correct": not found.voided_at and actor.can(Permission.GROUP_CORRECT, found)}
    said |= {"may_void": not found.voided_at and actor.can(Permission.GROUP_VOID, found)}
    return render(request, "care/group.html", said)


@require_http_methods(["GET", "POST"])
def correct(request, id):
    """Ask what should stand instead."""
    actor, now = request.actor, timezone.now()
    found = reach(GroupSession, id, by=actor, to=Permission.GROUP_CORRECT, related=WITH)
    lists = catalogue(found.service, found.day)
    form = CorrectGroup(posted(request), **_offered(actor, found.shift, lists, found), initial=_as_it_is(found))
    said = {"by": actor, "session": found, "catalogue": lists, "at": now}
    if not done(form, lambda: groups.correct(**said, **_changed(form))):
        return ask(request, "care/group_form.html", form, shift=found.shift, session=found)
    messages.success(request, _("The session is put right."))
    return redirect("care:group", actor.organisation.slug, found.pk)


@require_http_methods(["GET", "POST"])
def void(request, id):
    """Ask why a session does not count."""
    found = reach(GroupSession, id, by=request.actor, to=Permission.GROUP_VOID, related=WITH)
    form, now = Reason(posted(request)), timezone.now()
    if not done(form, lambda: groups.void(by=request.actor, session=found, reason=form.cleaned_data["why"], at=now)):
        return ask(request, "care/void_group.html", form, session=found)
    messages.success(request, _("The session does not count any more, nor do its contacts."))
    return redirect("care:group", request.actor.organisation.slug, found.pk)


def _offered(actor, shift, lists, session=None):
    known = regulars(actor, shift.service_id, shift.day, session)
    return {"catalogue": lists, "people": colleagues(actor, shift.service_id), "known": known}


def _as_it_is(found):
    names = ("act", "topic", "place", "institution", "starts_at", "ends_at", "others", "version")
    came = found.attendees.order_by("pk").values_list("encounter__client_id", flat=True)
    led = found.leaders.order_by("pk").values_list("membership_id", flat=True)
    said = {name: getattr(found, name) for name in names}
    return said | {"known": [str(id) for id in came], "leaders": [str(id) for id in led]}


def _changed(form):
    said = form.cleaned_data
    return {"version": said["version"], "reason": said["reason"], "group": form.group}
