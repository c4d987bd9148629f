"""A case meeting is called with those of the case who are to come; its purpose can be put more plainly later."""

from collections.abc import Sequence
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.base.sealed import seal
from spojka.cases.models import Case, Party
from spojka.meetings.actions import meetings, people
from spojka.meetings.content import Guest, When
from spojka.meetings.models import MeetingKind
from spojka.network.models import Service

from .content import Called, Somebody, Told
from .models import Attendee, CaseMeeting
from .reading import host_of


@action(Permission.CASE_MEETING_CALL, on="service", into="case")
def call(
    *, by: Actor, id: UUID, case: Case, service: Service, called: Called, told: Told, people_: Sequence[Somebody]
) -> CaseMeeting:
    """Call a case meeting or conference. Who of the case is to come stands on its list; letters are sent apart."""
    CaseMeeting.objects.all().stop_if_known(id, service)
    if case.is_closed:
        raise Refusal(_("This case is closed. Open it again first."))
    _check(told)
    meeting = meetings.call(
        by=by, id=new_id(), service=service, series=None, kind=MeetingKind.MEETING, title=called.title,
        place=called.place, when=When(called.starts_at, called.minutes), held_for=case.pk, needs=Permission.CASE_VIEW,
    )  # fmt: skip
    row = CaseMeeting(
        **service.ownership, **_columns(told), id=id, case=case, meeting=meeting, sort=called.sort, called_by=by.id
    ).add()
    for one in people_:
        _invite(by, row, one)
    return row


@action(Permission.CASE_MEETING_EXPLAIN, on="case_meeting")
def explain(*, by: Actor, case_meeting: CaseMeeting, told: Told) -> CaseMeeting:
    """Say what it is for and how the family was told."""
    _check(told)
    if case_meeting.meeting.is_locked:
        raise Refusal(_("The minutes are locked: what it was for stays as it was."))
    return case_meeting.change(**_columns(told))


@action(Permission.CASE_MEETING_ASK, on="case_meeting")
def ask_to_come(*, by: Actor, case_meeting: CaseMeeting, somebody: Somebody) -> CaseMeeting:
    """Put somebody else of the case on the list."""
    if somebody.case_id != case_meeting.case_id:
        raise Refusal(_("They are not in this case."))
    _invite(by, case_meeting, somebody)
    return case_meeting


def _check(told: Told) -> None:
    if told.told_on and not told.told:
        raise Refusal(_("Write also how they were told."), field="told")


def _columns(told: Told) -> dict[str, object]:
    words = {"purpose": told.purpose, "told": told.told, "without_family": told.without_family}
    return {name: seal(text) if text else "" for name, text in words.items()} | {"told_on": told.told_on}


def _invite(by: Actor, row: CaseMeeting, somebody: Somebody) -> None:
    guest = _guest(row, somebody)
    invited = people.invite(by=by, meeting=row.meeting, guest=guest)
    who = {"party": somebody} if isinstance(somebody, Party) else {"participant": somebody}
    Attendee(**row.ownership, **who, case_id=row.case_id, invited=invited).add()


def _guest(row: CaseMeeting, somebody: Somebody) -> Guest:
    """Return as whom they are invited: a colleague by their account, anybody else by what the case knows."""
    email = _email(somebody.reached_by)
    if isinstance(somebody, Party):
        return Guest(name=somebody.called, email=email)
    worker = somebody.worker or host_of(row, somebody)
    if worker and worker.organisation_id == row.organisation_id:
        return Guest(membership=worker)
    house = str(somebody)
    name = somebody.called or (worker.user.name if worker else "") or house
    return Guest(name=name, house="" if name == house else house, email=email)


def _email(contact: str) -> str:
    """Return the first e-mail among what was typed as a contact."""
    for word in contact.replace(",", " ").replace(";", " ").split():
        try:
            validate_email(word)
        except ValidationError:
            continue
        return word
    return ""
