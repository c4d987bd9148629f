"""For who has a link and no account: the invitation, being there, sent minutes, calendars."""

from django.contrib.auth.decorators import login_not_required as open_to_all
from django.http import HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import quote_etag
from django.views.decorators.http import require_http_methods, require_safe

from spojka.access.doors import reach
from spojka.base.ids import new_id
from spojka.links.doors import LinkOver
from spojka.ui.http import ask, done, posted

from .. import asked, beside, feeds, minuting, reading, telling
from ..actions import minutes as minutes_actions
from ..actions import people
from ..doors import ANSWER, HERE, MINUTES, come, shut_out
from ..forms.minutes import MatterForm, ReplyForm
from ..forms.people import AnswerForm, Here
from ..models import Invited, Meeting
from .shared import P

BOTH = ["GET", "POST"]
WITH = ("series", "service", "organisation")


@open_to_all
@require_http_methods(BOTH)
def answer(request, token):
    """Show what somebody is invited to and take their answer."""
    visit = come(token, ANSWER, timezone.now())
    person = _person(visit)
    known = {"answer": person.answer, "substitute": person.sends, "note": person.said}
    form, meeting = AnswerForm(posted(request), initial=known), person.meeting
    is_done = done(form, lambda: people.answer(by=visit.actor, person=person, reply=form.reply, at=timezone.now()))
    said = {"person": person, "meeting": meeting, "is_done": is_done}
    said |= {"agenda": reading.agenda_of(meeting, visit.actor), "facts": beside.facts(meeting, visit.actor)}
    return ask(request, "meetings/open/answer.html", form, **said)


@open_to_all
@require_http_methods(BOTH)
def here(request, token):
    """Let somebody in the room write themselves down."""
    visit = come(token, HERE, timezone.now())
    meeting = reach(Meeting, visit.row_id, by=visit.actor, to=P.ATTENDANCE_TICK, related=WITH)
    form = Here(posted(request), initial={"id": new_id()})
    is_done = done(form, lambda: people.tick(by=visit.actor, meeting=meeting, **form.cleaned_data))
    return ask(request, "meetings/open/here.html", form, meeting=meeting, is_done=is_done)


@open_to_all
@require_http_methods(BOTH)
def minutes(request, token):
    """Show sent minutes and take what somebody says of them."""
    visit = come(token, MINUTES, timezone.now())
    person = _person(visit)
    form = ReplyForm(posted(request), initial={"id": new_id()})
    meeting, actor = person.meeting, visit.actor
    deed = {"by": actor, "service": meeting.service, "meeting": meeting, "invited": person, "at": timezone.now()}
    is_done = done(form, lambda: minutes_actions.reply(**deed, **form.cleaned_data))
    said = {"person": person, "meeting": meeting, "is_done": is_done, "lines": telling.lines(meeting, actor)}
    said |= {"facts": beside.facts(meeting, actor)}
    said |= {"people": reading.people_of(meeting, actor)}
    said |= {"amendments": reading.amendments_of(meeting, actor), "next_on": reading.next_of(meeting, actor)}
    said |= {"replies": [one for one in reading.replies_of(meeting, actor) if one.invited_id == person.pk]}
    said |= {"token": token, "mine": asked.of(person, actor)}
    return ask(request, "meetings/open/minutes.html", form, **said)


@open_to_all
@require_http_methods(BOTH)
def matter(request, token, line):
    """Take what came of a task, or the answer to a question, from the one on whose name it stands."""
    visit = come(token, MINUTES, timezone.now())
    person = _person(visit)
    row = asked.one(person, line, visit.actor)
    if row is None:
        return redirect("meeting_minutes", token)
    form = MatterForm(posted(request), initial={"id": new_id()})
    deed = {"by": visit.actor, "service": person.meeting.service, "meeting": person.meeting, "line": line}
    said = lambda: {name: form.cleaned_data[name] for name in ("id", "outcome", "text")}  # noqa: E731
    if not done(form, lambda: minutes_actions.answer_matter(**deed, **said(), at=timezone.now())):
        return ask(request, "meetings/open/matter.html", form, row=row, token=token)
    return redirect("meeting_minutes", token)


@open_to_all
@require_safe
def calendar(request, token):
    """Give a calendar to the program that asks for it; of an address that does not hold there is nothing."""
    try:
        file = feeds.of(token, timezone.now())
    except LinkOver:
        return HttpResponse(status=404)
    tag = quote_etag(minuting.digest(file.decode()))
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    if request.headers.get("If-None-Match") == tag:
        answered = HttpResponseNotModified()
        answered["ETag"] = tag
        return answered
    return HttpResponse(file, content_type="text/calendar; charset=utf-8", headers=headers)


def _person(visit):
    """Return who was sent the link; who was taken off the list or must not see it any more has none."""
    related = ("meeting__series", "meeting__service", "meeting__organisation", "membership__user")
    person = reach(Invited, visit.row_id, by=visit.actor, to=P.MEETING_ANSWER, related=related)
    if person.ended_at or shut_out(person.meeting, [person]):
        raise LinkOver
    return person
