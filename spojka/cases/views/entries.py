"""The first page of a case: what went on, and a place to write."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from spojka.access.doors import reach
from spojka.access.permissions import Permission
from spojka.access.whereabouts import hidden
from spojka.members.people import names_of
from spojka.ui.fields import sealed
from spojka.ui.http import ask, done, posted

from .. import reading, sharing, timeline
from ..actions import entries as actions
from ..beside import NOTICES
from ..forms import entries as forms
from ..models import Entry, Note
from .shared import head, reach_case

P = Permission
AUTHORS = ("written_by", "made_by", "added_by", "recorded_by")


@require_safe
def case(request, id):
    """Show what went on, who is in it, and how they stand."""
    return _show(request, reach_case(request, id))


@require_POST
def search(request, id):
    """Look for something in it; which words, no address tells."""
    found = reach_case(request, id)
    asked = sealed(forms.Look(request.POST, parties=[]))
    return redirect(f"{reverse('cases:case', args=[request.actor.organisation.slug, found.pk])}?{asked}")


@require_POST
def write(request, id):
    """Write what happened, or a note of our own."""
    found = reach_case(request, id, P.ENTRY_WRITE)
    form = forms.Write(request.POST, **_writing(found, request.actor))
    if not done(form, lambda: _write(request.actor, found, form)):
        return _show(request, found, writing=form)
    messages.success(request, _("Written."))
    return redirect("cases:case", request.actor.organisation.slug, found.pk)


def _write(by, found, form):
    now, id, service = timezone.now(), form.cleaned_data["id"], form.for_service
    said = form.said(now)
    if not form.is_private:
        return actions.write(by=by, id=id, service=service, about=form.chosen, said=said, at=now)
    deed = {"case": found, "about": form.chosen, "text": said.text, "happened": said.at, "at": now}
    return actions.note(by=by, id=id, service=service, **deed)


@require_POST
def appraise(request, id):
    """Write how somebody stands."""
    found = reach_case(request, id, P.APPRAISAL_WRITE)
    form = forms.Appraise(request.POST, auto_id="id_stand_%s", **_writing(found, request.actor))
    deed = {"by": request.actor, "at": timezone.now()}
    said = form.cleaned_data if form.is_valid() else {}
    if not done(
        form,
        lambda: actions.appraise(
            **deed, id=said["id"], service=form.for_service, about=form.chosen, standing=form.standing
        ),
    ):
        return _show(request, found, standing=form)
    messages.success(request, _("Written."))
    return redirect("cases:case", request.actor.organisation.slug, found.pk)


def void(request, id):
    """Say that an entry does not hold."""
    entry = reach(Entry, id, by=request.actor, to=P.ENTRY_VOID, related=("case__organisation", "about"))
    reach_case(request, entry.case_id)  # who takes part no more has no page of it
    form = forms.Void(posted(request))
    if not done(form, lambda: actions.void(by=request.actor, entry=entry, at=timezone.now(), **form.cleaned_data)):
        return ask(request, "cases/void.html", form, entry=entry)
    messages.success(request, _("It is crossed out."))
    return redirect("cases:case", request.actor.organisation.slug, entry.case_id)


@require_POST
def void_note(request, id):
    """Take a note away."""
    note = reach(Note, id, by=request.actor, to=P.NOTE_VOID)
    reach_case(request, note.case_id)
    actions.void_note(by=request.actor, note=note, at=timezone.now())
    messages.success(request, _("It is crossed out."))
    return redirect("cases:case", request.actor.organisation.slug, note.case_id)


def _writing(found, actor, parties=None):
    parties = reading.people_of(found, actor) if parties is None else parties
    return {"services": reading.writing_for(found, actor), "parties": parties}


def _show(request, found, writing=None, standing=None):
    actor, now = request.actor, timezone.now()
    open_here = {"among": sharing.openings(found, actor)}
    parties = reading.people_of(found, actor, **open_here)
    look = forms.Look(request.GET, parties=parties, auto_id="id_look_%s")
    lines, last = timeline.page(found, actor, _wanted(look, request.GET.get("before", "")), **open_here)
    said = head(request, found, "case") | {"parties": parties, "lines": lines, "last": last, "look": look}
    said["team"] = reading.team_of(found, parties, actor, now, **open_here)
    said["notices"] = [one for find in NOTICES if (one := find(found, actor, said["today"]))]
    said["standings"] = reading.standing_of(found, actor, **open_here)
    said["clients"] = reading.our_clients(parties, actor, **open_here)
    said["is_hidden"] = bool(hidden([one.pk for one in parties]))
    said["measures"] = [one for one in reading.measures_of(found, actor, **open_here) if not one.ended_on][:3]
    said["groups"] = reading.groups_of(found, actor)
    said["is_guest"] = not said["is_ours"]
    said["is_led"] = found.coordinator is not None and not found.coordinator.has_ended(said["today"])
    said["may_audit"] = actor.may(P.AUDIT_VIEW) and said["is_ours"]
    said["workers"] = names_of({_author(one.row) for one in lines} - {""})
    said["is_narrowed"] = any(look.data.get(name) for name in look.fields)
    people = _writing(found, actor, parties)
    said["writing"] = writing or forms.Write(**people)
    said["standing"] = standing or forms.Appraise(auto_id="id_stand_%s", **people)
    faulty = writing or standing
    return ask(request, "cases/case.html", faulty, **said) if faulty else render(request, "cases/case.html", said)


def _author(row):
    return next((said for name in AUTHORS if (said := getattr(row, name, ""))), "")


def _wanted(look, before):
    typed = look.cleaned_data if look.is_valid() else {}
    return timeline.Wanted(
        about=typed.get("about") or None, what=typed.get("what", ""), text=typed.get("text", ""), before=_after(before)
    )


def _after(before):
    """Return from where the next page goes on; what makes no sense is the beginning."""
    at, _comma, id = before.partition(",")
    try:
        moment, row = datetime.fromisoformat(at), UUID(id)
    except ValueError:
        return None
    return (moment, str(row)) if timezone.is_aware(moment) else None
