from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.encounters.models import Shift

from .. import sums
from ..batches import portions
from ..models import Batch, Count, Location, Movement, MovementKind, Taking


class NothingSaid(Refusal):
    """No piece of anything was written."""


class Closed(Refusal):
    """The location was closed."""


class AlreadyTakenBack(Refusal):
    """The movement was taken back, or is itself a counter-entry."""


class CountedMeanwhile(Refusal):
    """Somebody else counted the same things in the meantime; `taking` is theirs."""

    def __init__(self, taking: Taking, counts: Mapping[str, Count]):
        super().__init__(
            _("Somebody counted here while you were writing. Their numbers stand at yours: save again if yours hold.")
        )
        self.taking, self.counts = taking, counts


@action(Permission.STOCK_DELIVER, on="target")
def deliver(
    *,
    by: Actor,
    id: UUID,
    target: Location,
    code: str,
    quantity: int,
    number: str,
    expires_on: date | None,
    occurred_at: datetime,
    note: str,
) -> Movement:
    """Write down what came. Pieces of one number and day are one batch."""
    Movement.objects.all().stop_if_known(id, target.service, code=code, quantity=quantity)
    batch = _batch(target, code, number, expires_on) if number or expires_on else None
    said = {"batch": batch, "occurred_at": occurred_at, "note": note, "recorded_by": by.id}
    kind = MovementKind.DELIVERY
    _close(by, target)
    return Movement(**target.ownership, id=id, kind=kind, code=code, quantity=quantity, target=target, **said).add()


@action(Permission.STOCK_ISSUE, on="target", into="source")
def issue(
    *,
    by: Actor,
    id: UUID,
    source: Location,
    target: Location,
    shift: Shift | None,
    pieces: Mapping[str, int],
    note: str,
    at: datetime,
) -> Movement:
    """Carry pieces from a store to where a shift draws from, the batch that expires first going first."""
    return _carry(MovementKind.ISSUE, by, id, source, target, shift, pieces, note, at)


@action(Permission.STOCK_RETURN, on="source", into="target")
def give_back(
    *,
    by: Actor,
    id: UUID,
    source: Location,
    target: Location,
    shift: Shift | None,
    pieces: Mapping[str, int],
    note: str,
    at: datetime,
) -> Movement:
    """Carry what is left back to the store."""
    return _carry(MovementKind.RETURN, by, id, source, target, shift, pieces, note, at)


@action(Permission.STOCK_LOSE, on="source")
def lose(
    *,
    by: Actor,
    id: UUID,
    source: Location,
    code: str,
    quantity: int,
    batch: Batch | None,
    reason: str,
    note: str,
    at: datetime,
) -> Movement:
    """Write off what expired, broke or was lost."""
    Movement.objects.all().stop_if_known(id, source.service, code=code, quantity=quantity)
    if batch and (batch.service_id, batch.code) != (source.service_id, code):
        raise PermissionDenied("another item's batch")
    said = {"batch": batch, "reason": reason, "note": note, "occurred_at": at, "recorded_by": by.id}
    kind = MovementKind.LOSS
    return Movement(**source.ownership, id=id, kind=kind, code=code, quantity=quantity, source=source, **said).add()


@action(Permission.STOCK_TAKE_BACK, on="movement")
def take_back(*, by: Actor, movement: Movement, why: str) -> Movement:
    """Take a movement back by a counter-entry. A worker takes back their own, a head any."""
    if movement.recorded_by != by.id and not by.can(Permission.STOCK_DELIVER, movement):
        raise PermissionDenied("a colleague's movement")
    row = Movement.objects.select_for_update(of=("self",)).get(pk=movement.pk)
    if row.undoes_id or Movement.objects.filter(undoes=row).exists():
        raise AlreadyTakenBack(_("This was taken back already."))
    same = {name: getattr(row, name) for name in ("kind", "code", "batch_id", "quantity", "shift_id", "occurred_at")}
    ends = {"source_id": row.target_id, "target_id": row.source_id}
    return Movement(**row.ownership, **same, **ends, reason=row.reason, note=why, undoes=row, recorded_by=by.id).add()


@action(Permission.STOCK_COUNT, on="location")
def count(
    *,
    by: Actor,
    id: UUID,
    location: Location,
    pieces: Mapping[str, int],
    expected: Mapping[str, int],
    last: UUID | None,
    note: str,
    at: datetime,
) -> Taking:
    """Write down what was really there. `last` is the last stock-taking that the worker saw when they counted."""
    Taking.objects.all().stop_if_known(id, location.service)
    if not pieces:
        raise NothingSaid(_("Write how many pieces of at least one thing there are."))
    _stop_if_closed(Location.objects.select_for_update().get(pk=location.pk))
    _stop_if_counted(location, pieces, last)
    said = {"location": location, "recorded_by": by.id}
    taking = Taking(**location.ownership, id=id, taken_at=at, note=note, **said).add()
    same = {"taking": taking, "location": location, "counted_at": at}
    rows = [
        Count(**location.ownership, **same, code=code, quantity=n, expected=expected.get(code, 0))
        for code, n in pieces.items()
    ]
    Count.add_all(rows)
    _close(by, location)
    return taking


def _close(by: Actor, location: Location) -> None:
    """Make sums of shifts on the way, unless one's own team is all that one sees."""
    if by.teams is None:
        sums.close(location.service)


def _stop_if_closed(*locations: Location) -> None:
    for one in locations:
        if one.closed_on:
            raise Closed(_("%(where)s was closed meanwhile. Write it to another location.") % {"where": one})


def _stop_if_counted(location: Location, pieces: Mapping[str, int], last: UUID | None) -> None:
    taking = Taking.objects.filter(location=location).order_by("-taken_at", "-pk").first()
    if taking is None or taking.pk == last:
        return
    seen = Taking.objects.filter(pk=last, location=location) if last else Taking.objects.none()
    since = seen.values_list("taken_at", flat=True).first()
    rows = Count.objects.filter(location=location, code__in=pieces).order_by("counted_at", "pk")
    counts = {one.code: one for one in (rows.filter(counted_at__gt=since) if since else rows)}
    if any(one.quantity != pieces[code] for code, one in counts.items()):
        raise CountedMeanwhile(taking, counts)


def _carry(
    kind: MovementKind,
    by: Actor,
    id: UUID,
    source: Location,
    target: Location,
    shift: Shift | None,
    pieces: Mapping[str, int],
    note: str,
    at: datetime,
) -> Movement:
    Movement.objects.all().stop_if_known(id, source.service, source_id=source.pk, target_id=target.pk)
    if source.service_id != target.service_id or (shift and shift.service_id != source.service_id):
        raise PermissionDenied("another service's location or shift")
    if source.pk == target.pk:
        raise Refusal(_("Choose two different locations."), field="source")
    _stop_if_closed(source, target)
    if not pieces:
        raise NothingSaid(_("Write how many pieces of at least one thing."))
    team = source.team_id if source.team_id == target.team_id else None
    same = source.ownership | {"team_id": team}
    ends = {"source": source, "target": target, "shift": shift}
    said = {"kind": kind, "occurred_at": at, "note": note, "recorded_by": by.id}
    parts = [(code, batch, n) for code, whole in pieces.items() for batch, n in portions(source, code, whole, by)]
    rows = [
        Movement(**same, **ends, **said, id=new_id() if number else id, code=code, batch_id=batch, quantity=n)
        for number, (code, batch, n) in enumerate(parts)
    ]
    Movement.add_all(rows)
    return rows[0]


def _batch(target: Location, code: str, number: str, expires_on: date | None) -> Batch:
    same = {"service": target.service, "code": code, "number": number, "expires_on": expires_on}
    known = Batch.objects.filter(**same).order_by("recorded_at").first()
    return known or Batch(**target.service.ownership, code=code, number=number, expires_on=expires_on).add()
