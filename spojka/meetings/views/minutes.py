"""Minutes: written line by line, sent, confirmed, locked, amended; what was asked in them is answered."""

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach
from spojka.links.doors import new_token
from spojka.members.people import names_of
from spojka.ui.http import ask, codes_of, done, give_document, give_paper, posted

from .. import beside, documents, history, letters, matters, minuting, naming, reading, telling, word
from ..actions import minutes as actions
from ..doors import shut_out
from ..forms.minutes import Amend, Line, MatterForm, ReplyForm
from ..models import CLOSING, LineKind, Meeting, MinutesLine
from .meetings import _tell as tell_letters
from .shared import P, reach_meeting, writes_for

BOTH = ["GET", "POST"]
ROUND = ("meeting__service", "meeting__series", "meeting__organisation")


@require_safe
def show(request, id):
    """Show the minutes: to be written while they are open, to be read when they are locked."""
    return _show(request, _reach(request, id))


@require_safe
def state(request, id):
    """Tell the page all lines as they stand, if they are others than it knows."""
    found = _reach(request, id)
    wordings = reading.of_minutes(found, request.actor)
    said = minuting.as_text(minuting.state(found, wordings, request.actor.organisation.slug))
    tag = quote_etag(minuting.digest(said))
    if request.headers.get("If-None-Match") == tag:
        return HttpResponse(status=304, headers={"ETag": tag})
    return HttpResponse(said, content_type="application/json", headers={"ETag": tag})


@require_POST
def write(request, id):
    """Take one wording of one line, from the page's script or from the plain form."""
    found = _reach(request, id, P.MINUTES_WRITE)
    form, is_script = Line(request.POST), "application/json" in request.headers.get("Accept", "")
    deed = {"by": request.actor, "service": writes_for(request, found), "meeting": found, "at": timezone.now()}
    written, said_on = [], timezone.localdate(found.starts_at)
    add = lambda: actions.write(**deed, id=form.cleaned_data["id"], words=form.words(said_on))  # noqa: E731
    if not done(form, lambda: written.append(add())):
        if is_script:
            said = [str(one) for errors in form.errors.values() for one in errors]
            return JsonResponse({"errors": said, "codes": codes_of(form)}, status=422)
        return _show(request, found, adding=form)
    return JsonResponse(minuting.told(written[0], said_on)) if is_script else _to_minutes(request, found)


@never_cache
@require_POST
def send(request, id):
    """Send links to the minutes to all who were there; show once the links that no letter took along."""
    found = _reach(request, id, P.MINUTES_SEND)
    everybody = reading.people_of(found, request.actor)
    out = shut_out(found, everybody)
    to = [one for one in everybody if one.pk not in out and (one.was_here or (one.address and not one.presence))]
    if not to:
        messages.warning(request, _("There is nobody to send them to. First say at the meeting who was there."))
        return _to_minutes(request, found)
    tokens = {one.pk: new_token() for one in to}
    actions.send_minutes(by=request.actor, meeting=found, tokens=tokens, at=timezone.now())
    address = {one.pk: request.build_absolute_uri(reverse("meeting_minutes", args=[tokens[one.pk]])) for one in to}
    stayed = [one for one in to if not (one.address and letters.minutes(found, one, address[one.pk]))]
    tell_letters(request, len(to) - len(stayed), len(to))
    ways = [(one.called, address[one.pk]) for one in stayed]
    return _show(request, reach_meeting(request, id), ways=ways)


@require_POST
def lock(request, id):
    """Lock the minutes."""
    found = _reach(request, id, P.MINUTES_LOCK)
    actions.lock(by=request.actor, meeting=found, at=timezone.now())
    messages.success(request, _("The minutes are locked. What comes later is an amendment."))
    return _to_minutes(request, found)


@require_POST
def reply(request, id):
    """Confirm the minutes or say what was otherwise."""
    found = _reach(request, id, P.MINUTES_REPLY)
    form, people = ReplyForm(request.POST), reading.people_of(found, request.actor)
    mine = reading.mine_of(people, request.actor)
    deed = {"by": request.actor, "service": writes_for(request, found), "meeting": found, "at": timezone.now()}
    if not done(form, lambda: actions.reply(**deed, invited=mine, **form.cleaned_data)):
        return _show(request, found, replying=form)
    messages.success(request, _("It is written down."))
    return _to_minutes(request, found)


@require_POST
def amend(request, id):
    """Add to locked minutes."""
    found = _reach(request, id, P.MINUTES_AMEND)
    form = Amend(request.POST)
    deed = {"by": request.actor, "service": writes_for(request, found), "meeting": found, "at": timezone.now()}
    if not done(form, lambda: actions.amend(**deed, **form.cleaned_data)):
        return _show(request, found, amending=form)
    messages.success(request, _("The amendment is added."))
    return _to_minutes(request, found)


@require_http_methods(BOTH)
def answer(request, id):
    """Show a line over all meetings; of a task or question ask what came of it. `id` is a wording of the line."""
    row = reach(MinutesLine, id, by=request.actor, to=P.MEETING_VIEW, related=ROUND)
    told = history.of(row, request.actor)
    form = MatterForm(posted(request), initial={"said_in": request.GET.get("in")})
    if not done(form, lambda: _answer(request, row, form)):
        ways = {"grown": beside.grown([told.row], request.actor).get((row.meeting_id, row.line), ())}
        ways |= {"offers": beside.offers(told.row, request.actor)}
        may = told.is_open and request.actor.can(P.MATTER_ANSWER, row)
        return ask(
            request, "meetings/answer.html", form, row=told.row, meeting=row.meeting, told=told, may=may, **ways
        )
    is_closed = form.cleaned_data["outcome"] in CLOSING
    messages.success(request, _("It is answered and comes back no more.") if is_closed else _("It is written down."))
    return _back(request, row, form.cleaned_data["said_in"])


def _answer(request, row, form):
    said = {name: form.cleaned_data[name] for name in ("id", "outcome", "text")}
    later = reach(Meeting, at, by=request.actor, to=P.MEETING_VIEW) if (at := form.cleaned_data["said_in"]) else None
    now = timezone.now()
    said |= {"said_in": later, "due_on": form.term(timezone.localdate(later.starts_at if later else now))}
    deed = {"by": request.actor, "service": writes_for(request, row.meeting), "meeting": row.meeting, "at": now}
    return actions.answer_matter(**deed, line=row.line, **said)


def _back(request, row, later):
    """Go back to where it was said: the page of that meeting or its minutes, else to the line itself."""
    slug, way = request.actor.organisation.slug, request.POST.get("back")
    if later and way in ("meeting", "minutes"):
        answer = redirect(f"meetings:{way}", slug, later)
        answer["Location"] += "#open"
        return answer
    return redirect("meetings:answer_matter", slug, row.pk)


@require_safe
def paper(request, id):
    """Give the minutes as a paper."""
    found = _reach(request, id)
    return give_paper(documents.minutes(found, request.actor), "spojka-zapis")


@require_safe
def document(request, id):
    """Give the minutes as a document for a word processor."""
    found = _reach(request, id)
    return give_document(word.minutes(found, request.actor), "spojka-zapis")


@require_safe
def blank(request):
    """Give blank minutes, to be written by hand."""
    if not request.actor.may(P.MEETING_VIEW):
        raise Http404
    return give_paper(documents.blank(str(request.actor.organisation)), "spojka-zapis")


def _reach(request, id, to=P.MEETING_VIEW):
    """Return a meeting of which minutes are written."""
    found = reach_meeting(request, id, to)
    if not found.has_minutes:
        raise Http404
    return found


def _to_minutes(request, meeting):
    return redirect("meetings:minutes", request.actor.organisation.slug, meeting.pk)


def _show(request, found, ways=(), **forms):
    actor = request.actor
    verbs = {"send": P.MINUTES_SEND, "lock": P.MINUTES_LOCK, "write": P.MINUTES_WRITE, "amend": P.MINUTES_AMEND}
    verbs |= {"answer": P.MATTER_ANSWER, "reply": P.MINUTES_REPLY}
    can = {name: actor.can(to, found) and not found.is_cancelled for name, to in verbs.items()}
    writes = can["write"] and not found.is_locked
    wordings, amendments = reading.of_minutes(found, actor), reading.amendments_of(found, actor)
    lines = telling.lines(found, actor, wordings=wordings, ways=True)
    people = reading.people_of(found, actor)
    said = {"meeting": found, "lines": lines, "people": people, "can": can, "kinds": LineKind.choices, "ways": ways}
    said |= {"carried": matters.before(found, actor), "writes": writes}
    said |= {"replies": reading.replies_of(found, actor), "amendments": amendments, "today": timezone.localdate()}
    said |= {"agenda": reading.agenda_of(found, actor)}
    if writes:
        said |= {"state": minuting.as_text(minuting.state(found, wordings, actor.organisation.slug))}
        said |= {"offered": minuting.as_text(naming.names(found, people, actor))}
    said |= {"names": names_of({one.written_by for one in amendments} | {found.locked_by} - {""})}
    said |= {"next_on": reading.next_of(found, actor)}
    said |= {"adding": Line(), "replying": ReplyForm(), "amending": Amend()}
    faulty = next(iter(forms.values()), said["adding"])
    return ask(request, "meetings/minutes.html", faulty, **(said | forms))
