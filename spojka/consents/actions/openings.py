"""Something is told without the client's consent: by a legal duty, or because a life is in danger."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.models import Basis, Grant
from spojka.access.permissions import Kind, Permission
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.clients.leading import standing
from spojka.clients.models import Client

from ..content import Whom, end_of
from ..models import Opening, OpeningBasis, Told

LONGEST = {OpeningBasis.DUTY: timedelta(days=366), OpeningBasis.DANGER: timedelta(days=7)}


class Alone(Refusal):
    """Nobody approves what they wrote themselves."""


@dataclass(frozen=True, kw_only=True)
class Telling:
    """What is told without consent. `ends_on` is the last day."""

    basis: str
    ground: str
    reason: str
    kinds: Kind
    whom: Whom
    told: str
    ends_on: date
    told_on: date | None = None
    told_how: str = ""
    untold_why: str = ""

    @property
    def facts(self) -> dict[str, Any]:
        names = ("basis", "ground", "reason", "told", "told_on", "told_how", "untold_why")
        return {name: getattr(self, name) for name in names}


@action(Permission.OPENING_RECORD, on="client")
def record(*, by: Actor, id: UUID, client: Client, telling: Telling, at: datetime) -> Opening:
    """Write down what is told and why; it is opened at once unless somebody else has to approve it first."""
    Opening.objects.all().stop_if_known(id, client.service)
    client = standing(client)
    _check(telling, timezone.localdate(at))
    whom = telling.whom
    to = {name: value for name, value in whom.words.items() if name != "relation"}
    said = to | {"person": seal(whom.person) if whom.person else "", "kinds": int(telling.kinds)}
    row = Opening(**client.ownership, **telling.facts, **said, id=id, client=client, recorded_by=by.id)
    row.ends_at = end_of(telling.ends_on)
    if not row.needs_approval:
        row.grant = _open(row, at)
    return row.add()


@action(Permission.OPENING_APPROVE, on="opening")
def approve(*, by: Actor, opening: Opening, words: str, at: datetime) -> Opening:
    """Approve what the client does not know, which opens it; or say that it was right to open in danger."""
    opening = _held(opening, by)
    if opening.ended_at or opening.approved_at:
        return opening
    grant = opening.grant or _open(opening, at)
    return opening.change(approved_at=at, approved_by=by.id, approved_words=words, grant=grant)


@action(Permission.OPENING_END, on="opening")
def end(*, by: Actor, opening: Opening, why: str, at: datetime) -> Opening:
    """Tell nothing any more, also because whoever looked at it says that it was not right."""
    opening = Opening.objects.select_for_update(of=("self",)).get(pk=opening.pk)
    if opening.ended_at:
        return opening
    if opening.grant_id:
        Grant.objects.filter(pk=opening.grant_id).end(at)
    return opening.change(ended_at=at, ended_by=by.id, ended_why=why)


@action(Permission.OPENING_TELL, on="opening")
def tell(*, by: Actor, opening: Opening, on: date, how: str, today: date) -> Opening:
    """Write down that the client was told afterwards."""
    opening = Opening.objects.select_for_update(of=("self",)).get(pk=opening.pk)
    if on > today:
        raise Refusal(_("That day has not come yet."), field="on")
    return opening if opening.told_on else opening.change(told_on=on, told_how=how)


def _held(opening: Opening, by: Actor) -> Opening:
    row: Opening = Opening.objects.select_for_update(of=("self",)).get(pk=opening.pk)
    if row.recorded_by == by.id:
        raise Alone(_("Who wrote it down does not approve it. Ask another head."))
    return row


def _open(row: Opening, at: datetime) -> Grant | None:
    if row.opened_to is None:
        return None
    basis = Basis.DUTY if row.basis == OpeningBasis.DUTY else Basis.DANGER
    about = {"holder_id": row.service_id, "subject_id": row.client_id, "grantee_id": row.opened_to.pk}
    return Grant(**about, kinds=row.kinds, basis=basis, starts_at=at, ends_at=row.ends_at).add()


def _check(telling: Telling, today: date) -> None:
    if not telling.kinds:
        raise Refusal(_("Tick at least one kind of information."), field="kinds")
    longest = LONGEST[OpeningBasis(telling.basis)]
    if not today <= telling.ends_on <= today + longest:
        words = _("It ends within a year; in danger to life within a week. Choose such a day.")
        raise Refusal(words, field="ends_on")
    if telling.told == Told.BEFORE and (telling.told_on is None or not telling.told_how):
        raise Refusal(_("Write when, how and by whom they were told."), field="told_how")
    if telling.told_on and telling.told_on > today:
        raise Refusal(_("That day has not come yet."), field="told_on")
    if telling.told == Told.NOT_TOLD and not telling.untold_why:
        raise Refusal(_("Write whom telling would endanger and how."), field="untold_why")
    if telling.told == Told.AFTER and telling.basis != OpeningBasis.DANGER:
        raise Refusal(_("With a legal duty the client is told beforehand, or it is said why not."), field="told")
