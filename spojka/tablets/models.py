from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.encounters.models import Shift
from spojka.members import lasting, pins
from spojka.network.models import Membership


class Why(models.TextChoices):
    """Why a tablet is out."""

    ENDED = "ended", _("Somebody of the crew ended it.")
    GUESSED = "guessed", _("There were ten wrong PINs in a row, so it was ended for safety.")
    CLOSED = "closed", _("The shift is closed.")
    REOPENED = "reopened", _("The shift was closed and is open again; a tablet must be shared anew.")
    LATE = "late", _("The time of the shift is over.")


class Tablet(Owned):
    """One device that the crew of one shift shares."""

    shift = models.ForeignKey(Shift, models.PROTECT, related_name="tablets")
    name = models.CharField(max_length=60, blank=True)  # what it says of itself
    enrolled_by = models.CharField(max_length=60)  # Actor.id
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_why = models.CharField(max_length=10, blank=True, choices=Why)

    tells = Kind.WORK
    subject = "shift_id"
    kept = Kept(years=10, since="the shift")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="tablet_end_has_reason",
                condition=Q(ended_at=None, ended_why="")
                | Q(ended_at__isnull=False, ended_why__in=["ended", "guessed"]),
            ),
        ]

    def __str__(self) -> str:
        return self.name or str(_("unknown device"))

    def out(self, at: datetime) -> Why | None:
        """Return why the tablet may not act, or None while it may. The shift decides, nothing is stored."""
        if self.ended_at:
            return Why(self.ended_why)
        if self.shift.is_closed:
            return Why.CLOSED
        if self.shift.reopened_at and self.recorded_at <= self.shift.reopened_at:
            return Why.REOPENED  # it lay somewhere while the shift was closed
        return Why.LATE if at >= self.shift.planned_end + lasting.tablet().after else None


class TurnQuerySet(OwnedQuerySet):
    def wrong_in_a_row(self, tablet: Tablet, member: Membership) -> int:
        """Count the wrong PINs of a worker since the last right one or a new PIN, at whatever tablets.

        Were each tablet counted alone, whoever shares one after another could try a colleague's PIN without end.
        """
        pin = pins.of(member.user)
        turns = self.filter(membership=member, **({"taken_at__gt": pin.set_at} if pin else {"tablet": tablet}))
        last = turns.filter(is_right=True).order_by("-taken_at", "-pk").first()
        wrong = turns.filter(is_right=False)
        return wrong.filter(taken_at__gt=last.taken_at).count() if last else wrong.count()


class Turn(Owned):
    """Somebody typed a PIN at a tablet, the right one or a wrong one."""

    tablet = models.ForeignKey(Tablet, models.PROTECT, related_name="turns")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()
    is_right = models.BooleanField()

    objects = TurnQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.WORK
    subject = "tablet__shift_id"
    kept = Kept(years=10, since="the shift")

    class Meta(Owned.Meta):
        constraints = [*Owned.Meta.constraints]
