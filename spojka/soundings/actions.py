"""One service asks another whether it works with somebody, takes it back, and lets the other side learn of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.clients.leading import standing
from spojka.clients.models import Client
from spojka.consents.naming import offered
from spojka.consents.reading import has_statement
from spojka.identities.models import MarkKind
from spojka.identities.sealing import Person, normalised
from spojka.network.models import Service

from . import marks, theirs
from .models import Sounding, SoundingBasis
from .outcomes import Outcome, State, sealed

LASTS = timedelta(days=30)
MOST = 10  # that one worker may ask within a day
DAY = timedelta(days=1)


class Unasked(Refusal):
    """It may not be asked: of them, by this, so often, or with so little."""


class Over(Refusal):
    """It stands no more, on one side or the other."""


@dataclass(frozen=True, kw_only=True)
class Asking:
    """Whom one asks, about whom, by what and what for."""

    asked: Service
    person: Person
    basis: str
    basis_words: str
    why: str


@action(Permission.SOUNDING_ASK, on="client")
def ask(*, by: Actor, id: UUID, client: Client, asking: Asking, at: datetime) -> Sounding:
    """Ask. What comes of it, nobody learns before the other side asks the same and confirms it."""
    Sounding.objects.all().stop_if_known(id, client.service)
    client = standing(client)
    theirs.hold(client.service_id, asking.asked.pk)
    _check(by, client, asking, at)
    said: dict[str, Any] = {
        "basis": asking.basis,
        "basis_words": asking.basis_words,
        "why": seal(asking.why),
        "asked_by": by.id,
    }
    said |= {"mark": marks.mark(asking.person, id), "ends_on": timezone.localdate(at + LASTS), "recorded_at": at}
    mine = Sounding(**client.ownership, **said, id=id, client=client, asked=asking.asked)
    other = theirs.counterpart(mine, asking.person, by, at)
    mine.outcome = sealed(Outcome(state=State.FOUND, other=str(other.pk)) if other else Outcome(), at)
    mine.add()
    theirs.call(mine, by)
    return mine


@action(Permission.SOUNDING_WITHDRAW, on="sounding")
def withdraw(*, by: Actor, sounding: Sounding, at: datetime) -> Sounding:
    """Ask no more; who asked the same learns nothing by it."""
    theirs.hold(sounding.service_id, sounding.asked_id)
    sounding = _locked(sounding)
    if sounding.withdrawn_at:
        return sounding
    if sounding.came.is_told:
        raise Over(_("They know already, and so do you."))
    theirs.end_call(sounding, by, at)
    return sounding.change(withdrawn_at=at, withdrawn_by=by.id)


@action(Permission.SOUNDING_CONFIRM, on="sounding")
def confirm(*, by: Actor, sounding: Sounding, at: datetime) -> Sounding:
    """Let the other side learn that both work with one person. From now on both know, and nothing more than that."""
    theirs.hold(sounding.service_id, sounding.asked_id)
    sounding = _locked(sounding)
    came = sounding.came
    if came.is_told:
        return sounding
    is_open = came.is_found and sounding.is_open(timezone.localdate(at))
    other = theirs.standing(sounding, UUID(came.other), by, at) if is_open else None
    if other is None:
        raise Over(_("It can't be confirmed any more: one of you asks it no longer."))
    told: dict[str, Any] = {"state": State.TOLD, "at": at.isoformat()}
    back = Outcome(**told, other=str(sounding.pk), worker=sounding.asked_by)
    theirs.write(other, by, outcome=sealed(back, other.recorded_at))
    ours = Outcome(**told, other=str(other.pk), worker=other.asked_by)
    return sounding.change(outcome=sealed(ours, sounding.recorded_at))


def _locked(sounding: Sounding) -> Sounding:
    rows = Sounding.objects.select_for_update(of=("self",)).select_related("asked__organisation", "service")
    row: Sounding = rows.get(pk=sounding.pk)
    return row


def _check(by: Actor, client: Client, asking: Asking, at: datetime) -> None:
    centres = {one.centre.pk for one in offered(client.service, timezone.localdate(at)).values() if one.centre}
    if asking.asked.pk not in centres:
        raise Unasked(_("They can't be asked here any more. Choose another service."), field="asked")
    if asking.basis != SoundingBasis.DUTY and not has_statement(client):
        raise Unasked(_("First comes the client's agreement on personal data; write it down."), field="basis")
    person = asking.person
    if not all(normalised(*one) for one in ((MarkKind.SURNAME, person.surname), (MarkKind.FIRST, person.first))):
        raise Unasked(_("Write the surname and the first name by letters."), field="surname")
    if person.born is None:
        raise Unasked(_("Write the day of birth."), field="born")
    theirs_open = Sounding.objects.filter(client=client, asked=asking.asked).open(timezone.localdate(at))
    if theirs_open.exists():
        raise Unasked(_("You ask them about this client already."), field="asked")
    if Sounding.objects.filter(asked_by=by.id, recorded_at__gt=at - DAY).count() >= MOST:
        words = _("You have asked %(most)s times within a day, which is the most. Go on tomorrow.")
        raise Unasked(words % {"most": MOST})
