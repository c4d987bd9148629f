"""A group is founded, changed and ended; people sit in it."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import EVERYBODY, Actor
from spojka.access.models import Basis, Grant
from spojka.access.permissions import Kind, Level, Permission
from spojka.base.errors import Refusal
from spojka.base.sealed import seal
from spojka.network.models import Service

from ..content import About, Sitting
from ..models import Group, PublicPage, Seat, SeatQuerySet

MOST = 300  # seats at a time


class Ended(Refusal):
    """The group has ended."""


@action(Permission.WORKING_GROUP_FOUND, on="service")
def found(*, by: Actor, id: UUID, service: Service, about: About, begun_on: date, at: datetime) -> Group:
    """Found a group. The supporting service sees also what others write into it."""
    Group.objects.all().stop_if_known(id, service)
    _check(about)
    group: Group = Group(**service.ownership, **vars(about), id=id, begun_on=begun_on, founded_by=by.id).add()
    _open(group, service.pk, at)
    _settle_page(group, at)
    return group


@action(Permission.WORKING_GROUP_CHANGE, on="group")
def change(*, by: Actor, group: Group, about: About, at: datetime) -> Group:
    """Say otherwise what a group is. One whose membership becomes sensitive must have no other house in it."""
    row = _held(group)
    row.stop_if_changed(group, vars(about))
    _check(about)
    if about.is_sensitive and not row.is_sensitive and _houses(row).exists():
        raise Refusal(
            _("Other organisations see who sits in this group. End their seats first."), field="is_sensitive"
        )
    changed = row.change(**vars(about))
    _settle_page(changed, at)
    return changed


@action(Permission.WORKING_GROUP_END, on="group")
def end(*, by: Actor, group: Group, why: str, on: date) -> Group:
    """End a group, or say another day of its end; what it wrote stays, and its members can read it."""
    row = _held(group)
    if on < row.begun_on:
        raise Refusal(_("It can't end before it began."), field="on")
    return row.change(ended_on=on, ended_why=why)


@action(Permission.WORKING_GROUP_RESUME, on="group")
def resume(*, by: Actor, group: Group) -> Group:
    """Let a group go on that had ended."""
    return _held(group).change(ended_on=None, ended_why="")


@action(Permission.SEAT_GIVE, on="group")
def seat(*, by: Actor, id: UUID, group: Group, sitting: Sitting, at: datetime) -> Seat:
    """Let somebody sit in a group. A house with Spojka sees the group from now on."""
    Seat.objects.all().stop_if_known(id, group.service)
    row, today = _held(group), timezone.localdate(at)
    _check_open(row, today)
    _check_sitting(sitting)
    if row.is_sensitive and sitting.house:
        raise Refusal(_("Who sits in this group is not shown to other organisations. Write a name."), field="house")
    if sitting.house and sitting.house.pk == row.organisation_id:
        raise Refusal(_("Your own organisation needs no seat. Choose a colleague."), field="house")
    if row.seats.held(today).count() >= MOST:
        raise Refusal(_("A group has at most %(most)s people.") % {"most": MOST})
    if sitting.worker and row.seats.filter(worker=sitting.worker, until=None).exists():
        raise Refusal(_("They sit in this group already."), field="worker")
    if sitting.house and not _seats_of(row, sitting.house.pk).exists():
        _open(row, sitting.house.pk, at)
    return _sit(by, id, row, row.ownership, sitting, today)


@action(Permission.SEAT_FILL, on="service", into="group")
def name_own(*, by: Actor, id: UUID, service: Service, group: Group, sitting: Sitting, at: datetime) -> Seat:
    """Name a colleague who comes for one's own house, which was let in. The seat is a row of that house."""
    Seat.objects.all().stop_if_known(id, service)
    today = timezone.localdate(at)
    _check_open(group, today)
    if service.organisation_id == group.organisation_id or group.is_sensitive:
        raise PermissionDenied(Permission.SEAT_FILL)
    if sitting.worker is None:
        raise Refusal(_("Choose a colleague."), field="worker")
    if sitting.worker.organisation_id != service.organisation_id:
        raise Refusal(_("This colleague does not work here now."), field="worker")
    if Seat.objects.filter(group=group, worker=sitting.worker, until=None).exists():
        raise Refusal(_("They sit in this group already."), field="worker")
    return _sit(by, id, group, service.ownership, sitting, today)


@action(Permission.SEAT_END, on="seat")
def end_seat(*, by: Actor, seat: Seat, why: str, at: datetime) -> Seat:
    """Somebody sits there no more. A house without another seat sees the group no more, with the next request."""
    if seat.until:
        return seat
    today = timezone.localdate(at)
    ended = seat.change(until=max(today, seat.since), left_why=why)
    group = seat.group
    house = seat.house_id if seat.service_id == group.service_id and not seat.worker_id else None
    if house and not _seats_of(group, house).exists():
        Grant.objects.filter(subject_id=group.pk, grantee_id=house, basis=Basis.PARTICIPATION).end(at)
    return ended


def _held(group: Group) -> Group:
    """Return a group of ours as it is now, held until the end of the transaction."""
    row: Group = Group.objects.select_for_update(of=("self",)).get(pk=group.pk)
    return row


def _sit(by: Actor, id: UUID, group: Group, owner: Mapping[str, object], sitting: Sitting, today: date) -> Seat:
    words = {"person": sitting.person, "email": sitting.email}
    texts = {name: seal(text) for name, text in words.items() if text}
    who = {"house": sitting.house, "worker": sitting.worker, "institution": sitting.institution}
    if sitting.worker and not sitting.institution:
        who["institution"] = str(sitting.worker.organisation)
    said = {"role": sitting.role, "side": sitting.side, "stands_for": sitting.stands_for, "theme": sitting.theme}
    mine = {"since": sitting.since or today, "added_by": by.id}
    return Seat(**owner, **who, **texts, **said, **mine, id=id, group=group).add()


def _check(about: About) -> None:
    if about.is_sensitive and about.is_public:
        raise Refusal(_("A group whose membership is sensitive does not stand on public pages."), field="is_public")


def _check_open(group: Group, today: date) -> None:
    if group.is_over(today):
        raise Ended(_("This group has ended."))


def _check_sitting(sitting: Sitting) -> None:
    if not (sitting.house or sitting.worker or sitting.person or sitting.institution):
        raise Refusal(_("Choose or write who it is."), field="person")
    if sitting.house and sitting.worker:  # such a seat would never close what it opens to the house
        raise Refusal(_("Choose either an organisation or a colleague."), field="worker")


def _settle_page(group: Group, at: datetime) -> None:
    """Keep the public copy as the group says it, open to everybody exactly while the group is public."""
    page = PublicPage.objects.filter(group=group).first()
    said = {"name": group.name, "purpose": group.purpose, "area": group.area, "kind": group.kind}
    if page:
        page.change(**said)
    elif group.is_public:
        page = PublicPage(**group.ownership, **said, group=group).add()
    if page is None:
        return
    current = Grant.objects.current(at).filter(subject_id=page.pk, grantee_id=EVERYBODY)
    if group.is_public and not current.exists():
        about = {"subject_id": page.pk, "grantee_id": EVERYBODY, "holder_id": group.service_id, "kinds": Kind.WORK}
        Grant(**about, level=Level.READ, basis=Basis.PARTICIPATION, starts_at=at).add()
    elif not group.is_public:
        current.end(at)


def _houses(group: Group) -> SeatQuerySet:
    return group.seats.filter(house__isnull=False, until=None)


def _seats_of(group: Group, house: UUID) -> SeatQuerySet:
    """Return the seats by which a house is let in."""
    return group.seats.filter(service=group.service_id, house=house, worker=None, until=None)


def _open(group: Group, grantee: UUID, at: datetime) -> None:
    about = {"subject_id": group.pk, "grantee_id": grantee, "holder_id": group.service_id, "kinds": Kind.WORK}
    Grant(**about, level=Level.CONTRIBUTE, basis=Basis.PARTICIPATION, starts_at=at).add()
