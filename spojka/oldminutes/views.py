"""Old minutes: brought to a group, corrected beside their original, taken over into a meeting, or dropped."""

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from spojka.access.doors import reach, read, rows
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.groups.models import Group
from spojka.meetings.models import LineKind, MeetingSeries
from spojka.ui.http import ask, codes_of, done, posted, takes_files

from . import actions, laying, learning, matching, telling
from .filling import Bring, Correct
from .models import GroupName, OldMinutes
from .proposal import Original, Proposal, proposed
from .reading import read as take_apart
from .sources.opening import MOST_BYTES

P = Permission
BOTH = ["GET", "POST"]
MOST_LISTED = 100
ROUND = ("group__service", "group__organisation", "meeting")


@takes_files(MOST_BYTES)
@require_http_methods(BOTH)
def bring(request, id):
    """Ask for the text or the file; list what waits and what was learned of names."""
    group = reach(Group, id, by=request.actor, to=P.OLD_MINUTES_BRING, related=("service", "organisation"))
    if not telling.may_bring(group, request.actor):
        raise Http404
    form, key = Bring(posted(request), request.FILES or None), None

    def deed():
        nonlocal key
        key = form.cleaned_data["id"] or new_id()
        _bring(request, group, form, key)

    if done(form, deed):
        return redirect("oldminutes:correct", request.actor.organisation.slug, key)
    found = rows(OldMinutes, by=request.actor, to=P.OLD_MINUTES_CORRECT).filter(group=group, dropped_at=None)
    found = found.select_related("meeting").order_by("-brought_at")[:MOST_LISTED]
    listed = read(found, by=request.actor, to=P.OLD_MINUTES_CORRECT)
    said = {"group": group, "drafts": [(one, one.said["head"]["day"]) for one in listed]}
    return ask(request, "oldminutes/bring.html", form, **said, names=learning.names_of(group, request.actor))


def _bring(request, group, form, key):
    file, now = form.cleaned_data["file"], timezone.now()
    text = form.cleaned_data["text"].encode()
    data, name = (file.read(MOST_BYTES + 1), file.name) if file else (text, "")
    known = learning.known(group, request.actor, timezone.localdate(now))
    try:
        minutes = take_apart(data, name, known)
    except Refusal as refusal:
        raise Refusal(str(refusal), field="file" if file else "text") from refusal
    series = rows(MeetingSeries, by=request.actor, to=P.MEETING_VIEW).filter(held_for=group.pk)
    hour = series.order_by("-starts_on", "pk").values_list("hour", flat=True).first()
    original, proposal = proposed(minutes, hour, known)
    deed = {"by": request.actor, "id": key, "group": group, "name": name[:200], "at": now}
    actions.bring(**deed, original=original, proposal=proposal)


@require_http_methods(BOTH)
def correct(request, id):
    """Show what is proposed beside the original; take corrections, from the page's script or from the plain form."""
    draft = _reach(request, id, P.OLD_MINUTES_CORRECT)
    if request.method == "GET":
        return _show(request, draft)
    form = Correct(request.POST, original=Original.of(draft.text))
    is_script = "application/json" in request.headers.get("Accept", "")
    if not (saved := _save(request, draft, form)):
        if is_script:
            said = [str(one) for faults in form.errors.values() for one in faults]
            return JsonResponse({"errors": said, "codes": codes_of(form)}, status=422)
        return _show(request, draft, form)
    if is_script:
        return JsonResponse({"version": saved.version, "many": len(form.rows)})
    messages.success(request, _("It is saved. You can go on another day."))
    return _to(request, saved, request.POST.get("next"))


@require_POST
def take_over(request, id):
    """Save what the page shows, then make a meeting of it."""
    draft = _reach(request, id, P.OLD_MINUTES_TAKE)
    form = Correct(request.POST, original=Original.of(draft.text)) if not draft.is_over else None
    taken = []

    def deed():
        taken.append(actions.take_over(by=request.actor, draft=draft, at=timezone.now()))

    if form is None:
        deed()
    elif not (saved := _save(request, draft, form)):
        return _show(request, draft, form)
    elif not done(form, deed):
        return _show(request, saved, form)
    messages.success(request, _("The minutes are taken over. What nobody answered in them waits with the group."))
    return redirect("meetings:meeting", request.actor.organisation.slug, taken[0].meeting_id)


@require_POST
def drop(request, id):
    """Drop old minutes."""
    draft = _reach(request, id, P.OLD_MINUTES_DROP)
    actions.drop(by=request.actor, draft=draft, at=timezone.now())
    messages.success(request, _("The old minutes are dropped, their text is erased here."))
    return redirect("oldminutes:bring", request.actor.organisation.slug, draft.group_id)


@require_POST
def forget(request, id):
    """Forget what an abbreviation means."""
    name = reach(GroupName, id, by=request.actor, to=P.GROUP_NAME_FORGET)
    actions.forget(by=request.actor, name=name, at=timezone.now())
    messages.success(request, _("It is forgotten."))
    return redirect("oldminutes:bring", request.actor.organisation.slug, name.group_id)


def _reach(request, id, to):
    found = reach(OldMinutes, id, by=request.actor, to=to, related=ROUND)
    if found.dropped_at:
        raise Http404
    return found


def _save(request, draft, form):
    """Save what the page shows and return the draft as it is then; nothing if the form is to be repaired."""
    saved = []

    def deed():
        shown = {name: form.cleaned_data[name] for name in ("version", "at", "many")}
        saved.append(actions.correct(by=request.actor, draft=draft, head=form.head, rows=form.rows, **shown))

    return saved[0] if done(form, deed) else None


def _to(request, draft, start):
    answer = redirect("oldminutes:correct", request.actor.organisation.slug, draft.pk)
    if (start or "").isdecimal():
        answer["Location"] += f"?from={int(start) + 1}"
    return answer


def _show(request, draft, form=None):
    """Show the page from the row `from` on; a faulty form comes back with all that was typed."""
    original, proposal = Original.of(draft.text), Proposal.of(draft.said)
    start, end = _span(request, len(proposal.rows))
    whole = proposal.rows
    if form and form.rows:
        start, many = form.cleaned_data.get("at", start), form.cleaned_data.get("many", end - start)
        whole = [*proposal.rows[:start], *form.rows, *proposal.rows[start + many :]]
        end = start + len(form.rows)
    said = {"draft": draft, "group": draft.group, "rows": laying.laid(original, whole, start, end)}
    said |= {"kinds": LineKind.choices, "total": len(whole), "start": start, "end": end, "pages": _pages(len(whole))}
    top, warned = laying.above(original, whole)
    said |= {"top": top if start == 0 else [], "warned": warned if start == 0 else [], "version": draft.version}
    said |= {"many": form.cleaned_data.get("many", end - start) if form else end - start, "size": laying.PAGE}
    seats = learning.seats(draft.group, request.actor, timezone.localdate())
    said["sitting"] = [name for name, house in proposal.head.people if matching.found(seats, name, house)]
    said["names"] = _names(proposal, seats)
    form = form or Correct(initial=vars(proposal.head), original=original)
    return ask(request, "oldminutes/correct.html", form, **said)


def _span(request, total):
    """Return from which row to which the page goes."""
    asked = request.GET.get("from", "")
    start = min(int(asked) - 1, max(total - 1, 0)) if asked.isdecimal() and int(asked) else 0
    start -= start % laying.PAGE
    return start, min(start + laying.PAGE, total)


def _pages(total):
    return [(at // laying.PAGE + 1, at) for at in range(0, total, laying.PAGE)]


def _names(proposal, seats):
    """Return what is offered where a name is typed: organisations, then people."""
    houses = [one.of_house for one in seats] + [house for _name, house in proposal.head.people]
    spoken = [one for row in proposal.rows for one in (row.speaker, row.who)]
    people = [one.called for one in seats] + [name for name, _house in proposal.head.people]
    return list(dict.fromkeys(one for one in (*houses, *spoken, *people) if one))
