from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.encounters.models import CrewMember, Shift
from spojka.members import lasting, pins
from spojka.network.models import Membership

from .models import Tablet, Turn, Why


class NotNow(Refusal):
    """A tablet can't be shared for this shift."""


class Out(Refusal):
    """The tablet may not act any more."""


@action(Permission.TABLET_ENROL, on="shift")
def enrol(*, by: Actor, id: UUID, shift: Shift, name: str, at: datetime) -> Tablet:
    """Share a device with the crew until the shift is over."""
    Tablet.objects.all().stop_if_known(id, shift.service)
    if by.tablet or not shift.is_running:
        raise NotNow(_("A tablet is shared for a shift that runs. Start the shift first."))
    if not CrewMember.objects.filter(shift=shift, membership_id=by.id).exists():
        raise NotNow(_("Only the crew shares a tablet. Join the crew of the shift first."))
    tablet = Tablet(**shift.ownership, id=id, shift=shift, name=name, enrolled_by=by.id)
    if why := tablet.out(at):
        raise NotNow(str(why.label))
    return tablet.add()


@action(Permission.TABLET_TAKE, on="tablet")
def take(*, by: Actor, tablet: Tablet, member: Membership, pin: str, at: datetime) -> Turn:
    """Try to take the tablet over. A wrong PIN is kept too: refusing here would forget the count."""
    tablet = _locked(tablet)
    if why := tablet.out(at):
        raise Out(str(why.label))
    if not CrewMember.objects.filter(shift=tablet.shift, membership=member).exists():
        raise PermissionDenied("not of the crew")
    right = pins.matches(member.user, pin)
    turn = Turn(**tablet.ownership, id=new_id(), tablet=tablet, membership=member, taken_at=at, is_right=right).add()
    if not right and Turn.objects.all().wrong_in_a_row(tablet, member) >= lasting.tablet().wrong_pins:
        pins.forget(member.user)
        tablet.change(ended_at=at, ended_why=Why.GUESSED.value)
    return turn


@action(Permission.TABLET_END, on="tablet")
def end(*, by: Actor, tablet: Tablet, at: datetime) -> Tablet:
    """End a shared tablet; it holds from its next request."""
    tablet = _locked(tablet)
    return tablet if tablet.ended_at else tablet.change(ended_at=at, ended_why=Why.ENDED.value)


def _locked(tablet: Tablet) -> Tablet:
    """Hold the tablet until the end of the action: guesses that come at once are counted one after another."""
    locked = Tablet.objects.select_for_update(of=("self",)).select_related("shift")
    row: Tablet = locked.get(pk=tablet.pk)
    return row
