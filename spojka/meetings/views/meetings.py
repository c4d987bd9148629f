"""One meeting: when and where, who comes, who was there, the agenda."""

from datetime import timedelta

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from spojka.access.doors import reach
from spojka.hubs.square import square
from spojka.links.doors import new_token
from spojka.ui.http import ask, done, posted

from .. import beside, letters, matters, reading
from ..actions import meetings as actions
from ..actions import people
from ..forms.minutes import Point
from ..forms.people import AnswerForm, Heads, Invite, Mark, Roles
from ..forms.series import Call, Cancel, MeetingForm, of_meeting
from ..models import AgendaItem, Invited, Presence
from .shared import P, colleagues, holding, reach_meeting, to_meeting, writes_for

BOTH = ["GET", "POST"]
SOON = timedelta(hours=12)  # from then on it is asked who is there


@require_http_methods(BOTH)
def call(request):
    """Ask for a meeting by itself."""
    form = Call(posted(request), services=holding(request, P.MEETING_CALL), initial={"on": timezone.localdate()})
    if not done(form, lambda: _call(request, form)):
        return ask(request, "meetings/call.html", form)
    messages.success(request, _("The meeting is called. Say whom you invite, then send the invitations."))
    return redirect("meetings:meeting", request.actor.organisation.slug, form.cleaned_data["id"])


def _call(request, form):
    said = {name: form.cleaned_data[name] for name in ("id", "kind", "title", "place")}
    return actions.call(by=request.actor, service=form.for_service, series=None, when=form.when, **said)


@require_safe
def show(request, id):
    """Show a meeting."""
    return show_meeting(request, reach_meeting(request, id))


@require_http_methods(BOTH)
def change(request, id):
    """Ask when and where a meeting is to be."""
    found = reach_meeting(request, id, P.MEETING_MOVE)
    form = MeetingForm(posted(request), initial=of_meeting(found), knows=True)
    words = lambda: {name: form.cleaned_data[name] for name in ("title", "place")}  # noqa: E731
    if not done(form, lambda: actions.move(by=request.actor, meeting=found, when=form.when, **words())):
        return ask(request, "meetings/call.html", form, meeting=found)
    messages.success(request, _("The meeting is changed. Send the change to those who were invited."))
    return to_meeting(request, found)


@require_http_methods(BOTH)
def cancel(request, id):
    """Ask why a meeting is called off."""
    found = reach_meeting(request, id, P.MEETING_CANCEL)
    form = Cancel(posted(request))
    deed = {"by": request.actor, "meeting": found, "at": timezone.now()}
    if not done(form, lambda: actions.cancel(**deed, **form.cleaned_data)):
        return ask(request, "meetings/cancel.html", form, meeting=found)
    messages.success(request, _("The meeting is called off. Send it to those who were invited."))
    return to_meeting(request, found)


@require_POST
def invite(request, id):
    """Put somebody on the list."""
    found = reach_meeting(request, id, P.MEETING_INVITE)
    form = Invite(request.POST, people=colleagues(request))
    if not done(form, lambda: people.invite(by=request.actor, meeting=found, guest=form.guest)):
        return show_meeting(request, found, inviting=form)
    messages.success(request, _("They are on the list. The letter leaves when you send the invitations."))
    return to_meeting(request, found, "#people")


@require_POST
def uninvite(request, id):
    """Take somebody off the list."""
    person = _person(request, id, P.MEETING_UNINVITE)
    people.uninvite(by=request.actor, person=person, at=timezone.now())
    undo = reverse("meetings:put_back", args=[request.actor.organisation.slug, person.pk])
    messages.success(request, _("They are on the list no more."), extra_tags=undo)
    return to_meeting(request, person.meeting, "#people")


@require_POST
def put_back(request, id):
    """Put somebody back on the list."""
    person = _person(request, id, P.MEETING_REINVITE)
    people.put_back(by=request.actor, person=person)
    return to_meeting(request, person.meeting, "#people")


@never_cache
@require_POST
def send(request, id):
    """Send letters to those who don't know of the meeting yet, or of its change."""
    found, now = reach_meeting(request, id, P.MEETING_SEND), timezone.now()
    to = reading.to_tell(found, reading.people_of(found, request.actor))
    tokens = {one.pk: new_token() for one in to}
    sent = people.send(by=request.actor, meeting=found, tokens=tokens, at=now)
    sent.series, sent.organisation = found.series, found.organisation
    address = {one.pk: request.build_absolute_uri(reverse("meeting_answer", args=[tokens[one.pk]])) for one in to}
    left = sum(letters.invite(sent, one, "" if sent.is_cancelled else address[one.pk], now) for one in to)
    if sent.is_cancelled and left < len(to):
        said = _("Letters that left: %(left)s of %(many)s. Tell the others yourself.")
        messages.warning(request, said % {"left": left, "many": len(to)})
    else:
        _tell(request, left, len(to))
    ways = [] if sent.is_cancelled or left == len(to) else [(one.called, address[one.pk]) for one in to]
    return show_meeting(request, sent, ways=ways)


def _tell(request, left, many):
    if left == many:
        said = ngettext("%(n)s letter left.", "%(n)s letters left.", left) % {"n": left}
        messages.success(request, said)
    else:
        said = _("Letters that left: %(left)s of %(many)s. Hand the others the links below yourself.")
        messages.warning(request, said % {"left": left, "many": many})


@require_POST
def answer(request, id):
    """Answer an invitation oneself, or write down what somebody answered otherwise."""
    person = _person(request, id, P.MEETING_ANSWER_AS_GUEST)
    answers = people.answer
    if not request.actor.can(P.MEETING_ANSWER, person):
        if person != reading.mine_of([person], request.actor):
            raise Http404
        answers = people.answer_as_guest
    form = AnswerForm(request.POST)
    if not done(form, lambda: answers(by=request.actor, person=person, reply=form.reply, at=timezone.now())):
        return show_meeting(request, person.meeting, answering=form)
    messages.success(request, _("The answer is written down."))
    return to_meeting(request, person.meeting, "#people")


@require_POST
def roles(request, id):
    """Say who organises, leads and writes."""
    found = reach_meeting(request, id, P.MEETING_SHARE_ROLES)
    form = Roles(request.POST, people=reading.people_of(found, request.actor))
    if not done(form, lambda: actions.share_roles(by=request.actor, meeting=found, roles=form.roles)):
        return show_meeting(request, found, sharing=form)
    return to_meeting(request, found, "#people")


@require_POST
def mark(request, id):
    """Write down whether somebody was there."""
    person = _person(request, id, P.ATTENDANCE_MARK)
    form = Mark(request.POST)
    if not done(form, lambda: people.mark(by=request.actor, person=person, **form.cleaned_data)):
        return show_meeting(request, person.meeting, marking=form)
    return to_meeting(request, person.meeting, f"#p-{person.pk}")


@require_POST
def count(request, id):
    """Write down how many more were there."""
    found = reach_meeting(request, id, P.ATTENDANCE_COUNT)
    form = Heads(request.POST)
    if not done(form, lambda: people.count(by=request.actor, meeting=found, **form.cleaned_data)):
        return show_meeting(request, found, counting=form)
    return to_meeting(request, found, "#people")


@never_cache
@require_POST
def open_door(request, id):
    """Show a square code by which whoever is in the room writes themselves down."""
    found, token = reach_meeting(request, id, P.ATTENDANCE_OPEN), new_token()
    people.open_door(by=request.actor, meeting=found, token=token, at=timezone.now())
    address = request.build_absolute_uri(reverse("meeting_here", args=[token]))
    said = {"meeting": found, "address": address, "square": square(address)}
    return ask(request, "meetings/door.html", Heads(), **said)


@require_POST
def add_point(request, id):
    """Add to the agenda."""
    found = reach_meeting(request, id, P.AGENDA_ADD)
    form = Point(request.POST)
    deed = {"by": request.actor, "service": writes_for(request, found), "meeting": found}
    if not done(form, lambda: actions.add_point(**deed, **form.cleaned_data)):
        return show_meeting(request, found, adding=form)
    return to_meeting(request, found, "#agenda")


@require_POST
def drop_point(request, id):
    """Take a point off the agenda."""
    item = reach(AgendaItem, id, by=request.actor, to=P.AGENDA_DROP, related=("meeting",))
    actions.drop_point(by=request.actor, item=item, at=timezone.now())
    undo = reverse("meetings:put_point_back", args=[request.actor.organisation.slug, item.pk])
    messages.success(request, _("The point is off the agenda."), extra_tags=undo)
    return to_meeting(request, item.meeting, "#agenda")


@require_POST
def put_point_back(request, id):
    """Put a point back on the agenda."""
    item = reach(AgendaItem, id, by=request.actor, to=P.AGENDA_RESTORE, related=("meeting",))
    actions.put_point_back(by=request.actor, item=item)
    return to_meeting(request, item.meeting, "#agenda")


def _person(request, id, to):
    related = ("meeting__series", "meeting__service", "meeting__organisation", "membership__user")
    return reach(Invited, id, by=request.actor, to=to, related=related)


def show_meeting(request, found, ways=(), **forms):
    """Show the page of a meeting; forms that came back stand in their place."""
    actor, now = request.actor, timezone.now()
    everybody = reading.people_of(found, actor)
    can = _can(actor, found)
    said = {"meeting": found, "people": everybody, "agenda": reading.agenda_of(found, actor), "can": can, "ways": ways}
    said |= {"carried": matters.before(found, actor), "hints": reading.hints(found, everybody), "now": now}
    said |= {"about": beside.about({found.held_for}, actor).get(found.held_for), "presence": Presence.choices}
    said |= {"facts": beside.facts(found, actor), "deeds": beside.deeds(found, actor)}
    said |= {"others": beside.others(found, actor) if can["invite"] else []}
    mine = reading.mine_of(everybody, actor)
    said |= {"mine": mine, "may_answer": bool(mine and actor.can(P.MEETING_ANSWER_AS_GUEST, mine))}
    gone = beside.gone(everybody)
    tells = can["send"] and not found.is_over(now)
    said |= {"gone": gone, "to_tell": reading.to_tell(found, everybody, gone) if tells else []}
    said |= {"next_on": reading.next_of(found, actor), "is_over": found.is_over(now)}
    said |= {"is_near": found.starts_at < now + SOON}
    said |= {
        "inviting": Invite(people=colleagues(request) if can["invite"] else []),
        "sharing": Roles(people=everybody),
        "counting": Heads(initial={"heads": found.head_count}),
        "adding": Point(),
        "answering": AnswerForm(initial=_answered(mine)),
    }
    faulty = next(iter(forms.values()), said["adding"])
    return ask(request, "meetings/meeting.html", faulty, **(said | forms))


def _answered(mine):
    return {"answer": mine.answer, "substitute": mine.sends, "note": mine.said} if mine else {}


def _can(actor, found):
    verbs = {
        "move": P.MEETING_MOVE, "invite": P.MEETING_INVITE, "send": P.MEETING_SEND, "mark": P.ATTENDANCE_MARK,
        "share": P.MEETING_SHARE_ROLES, "add": P.AGENDA_ADD, "drop": P.AGENDA_DROP, "write": P.MINUTES_WRITE,
        "cancel": P.MEETING_CANCEL, "answer": P.MATTER_ANSWER,
    }  # fmt: skip
    return {name: actor.can(to, found) and not found.is_cancelled for name, to in verbs.items() if name != "send"} | {
        "send": actor.can(P.MEETING_SEND, found)
    }
