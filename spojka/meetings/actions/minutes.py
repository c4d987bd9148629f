"""Minutes: writing line by line, sending, confirming, locking, amending; answering what was asked in them."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.owned import Repeated
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.network.models import Service

from ..content import Words
from ..doors import MINUTES, issue, withdraw
from ..guests import same_name
from ..models import CLOSING, Amendment, Invited, MatterAnswer, Meeting, MinutesLine, MinutesReply, ReplyWord
from ..ordering import heads
from ..own import check_on, check_open, held, is_later, owner, sealed

MOST_LINES = 2000
LASTS = timedelta(days=30)  # the link to sent minutes


@action(Permission.MINUTES_WRITE, on="service", into="meeting")
def write(*, by: Actor, id: UUID, service: Service, meeting: Meeting, words: Words, at: datetime) -> MinutesLine:
    """Write a wording of a line, new or changed. Of two that began from one wording both stand; nothing is lost."""
    MinutesLine.objects.all().stop_if_known(id, service)
    row = held(meeting, by)
    known = list(MinutesLine.objects.filter(meeting=row, line=words.line).order_by("number"))
    if again := next((one for one in known if one.sent == id), None):
        raise Repeated(again)
    check_open(row)
    said: dict[str, Any] = {name: getattr(words, name) for name in ("kind", "due_on", "happens_at", "is_out")}
    said |= {"at": at, "sent": id, "owner": _owner(row, words.who)} | _sealed(words)
    number = known[-1].number + 1 if known else 1
    own = next((one for one in heads(known) if one.pk == words.grows and one.written_by == by.id), None)
    if own:  # while one types, one's own wording grows; it replaces what its writer has seen meanwhile
        return own.change(**said, number=number, replaces=min(max(own.replaces, words.replaces), number - 1))
    if not known and row.lines.filter(number=1).count() >= MOST_LINES:
        raise Refusal(_("Minutes have at most %(most)s lines.") % {"most": MOST_LINES})
    where = {"line": words.line, "after": known[0].after if known else words.after}
    which = {"number": number, "replaces": min(words.replaces, number - 1), "written_by": by.id}
    return MinutesLine(**owner(row, service), **said, **where, **which, id=id, meeting=row).add()


@action(Permission.MATTER_ANSWER, on="service", into="meeting")
def answer_matter(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    meeting: Meeting,
    line: UUID,
    outcome: str,
    text: str,
    at: datetime,
    said_in: Meeting | None = None,
    due_on: date | None = None,
) -> MatterAnswer:
    """Say what came of a task, what the answer to a question is, or how it goes on; also of locked minutes.

    `said_in` is the later meeting at which it was said, `due_on` the new term of what goes on.
    """
    MatterAnswer.objects.all().stop_if_known(id, service, line=line)
    check_on(meeting)
    if not any(one.is_matter for one in heads(MinutesLine.objects.filter(meeting=meeting, line=line))):
        raise Refusal(_("This is no task nor question any more. Look at the minutes again."))
    if MatterAnswer.objects.filter(meeting=meeting, line=line, outcome__in=CLOSING).exists():
        raise Refusal(_("Somebody answered it meanwhile. Look at it again."))
    if said_in and not is_later(said_in, meeting):
        raise Refusal(_("This meeting is no later one of the same series or matter."))
    said = {"outcome": outcome, "said_in": said_in, "due_on": due_on, **sealed(text=text)}
    return MatterAnswer(
        **owner(meeting, service), **said, id=id, meeting=meeting, line=line, at=at, answered_by=by.id
    ).add()


@action(Permission.MINUTES_SEND, on="meeting")
def send_minutes(*, by: Actor, meeting: Meeting, tokens: Mapping[UUID, str], at: datetime) -> Meeting:
    """Give people links to the minutes: {who: token}. Letters leave afterwards."""
    row = held(meeting, by)
    _check_written(row)
    for one in row.people.filter(pk__in=tokens, ended_at=None).order_by("pk"):
        withdraw(one.pk, (MINUTES,), at)
        issue(MINUTES, tokens[one.pk], one.pk, row.service_id, at=at, lasts=LASTS)
    return row.change(sent_at=at)


@action(Permission.MINUTES_REPLY, on="service", into="meeting")
def reply(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    meeting: Meeting,
    invited: Invited | None,
    word: str,
    text: str,
    at: datetime,
) -> MinutesReply:
    """Confirm minutes or say what was otherwise."""
    MinutesReply.objects.all().stop_if_known(id, service, word=word)
    check_on(meeting)
    if word == ReplyWord.CORRECT and not text:
        raise Refusal(_("Write what was otherwise."), field="text")
    said = {"invited": invited, "word": word, "at": at, "said_by": by.id, **sealed(text=text)}
    return MinutesReply(**owner(meeting, service), **said, id=id, meeting=meeting).add()


@action(Permission.MINUTES_LOCK, on="meeting")
def lock(*, by: Actor, meeting: Meeting, at: datetime) -> Meeting:
    """Lock the minutes for good. Where two wordings wait to be joined, that comes first."""
    row = held(meeting, by)
    if row.is_locked:
        return row
    _check_written(row)
    lines: dict[UUID, list[MinutesLine]] = {}
    for one in MinutesLine.objects.filter(meeting=row):
        lines.setdefault(one.line, []).append(one)
    if any(len([one for one in heads(found) if not one.is_out]) > 1 for found in lines.values()):
        raise Refusal(_("Of some line there are two wordings. Join them first, then lock the minutes."))
    return row.change(locked_at=at, locked_by=by.id)


@action(Permission.MINUTES_AMEND, on="service", into="meeting")
def amend(*, by: Actor, id: UUID, service: Service, meeting: Meeting, text: str, at: datetime) -> Amendment:
    """Add to locked minutes; nothing of them is changed."""
    Amendment.objects.all().stop_if_known(id, service)
    if not meeting.is_locked:
        raise Refusal(_("The minutes are not locked: write it into them."))
    return Amendment(
        **owner(meeting, service), **sealed(text=text), id=id, meeting=meeting, at=at, written_by=by.id
    ).add()


def _sealed(words: Words) -> dict[str, str]:
    """Return the columns of what was typed of a line."""
    return sealed(text=words.text, speaker=words.speaker, who=words.who, places="\n".join(words.places))


def _owner(meeting: Meeting, who: str) -> Invited | None:
    """Return who of the invited is meant by a name that was typed."""
    if not who:
        return None
    people = meeting.people.filter(ended_at=None).select_related("membership__user").order_by("recorded_at", "pk")
    return next((one for one in people if same_name(one.called, who)), None)


def _check_written(meeting: Meeting) -> None:
    check_on(meeting)
    if not meeting.lines.exists():
        raise Refusal(_("Nothing is written in the minutes yet."))
