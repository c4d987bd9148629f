from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.network.models import Membership, Organisation
from spojka.ui.words import legible

from .group import Group


class SeatQuerySet(OwnedQuerySet):
    def lasting(self, on: date) -> Self:
        """Seats that last on a day or are still to begin. Whom a house named sits there no longer than the house."""
        lasts = Q(until=None) | Q(until__gt=on) & Q(until__gt=F("since"))
        houses = Seat.objects.filter(lasts, group=OuterRef("group"), house=OuterRef("organisation"), worker=None)
        return self.filter(lasts, Q(organisation=F("group__organisation")) | Exists(houses))

    def held(self, on: date) -> Self:
        """Seats that are held on a day."""
        return self.lasting(on).filter(since__lte=on)


class Seat(Owned):
    """Somebody who sits in a group: an organisation, one of its people, or somebody by name or nickname.

    A row of the supporting service; the people whom another house names itself are rows of that house. What the house
    sees is a grant to `house`, the row alone opens nothing.
    """

    group = models.ForeignKey(Group, models.PROTECT, related_name="seats")
    role = models.CharField(max_length=20)  # code of the list group_role
    side = models.CharField(max_length=20)  # code of the list group_side
    house = models.ForeignKey(Organisation, models.PROTECT, related_name="+", null=True, blank=True)  # with Spojka
    worker = models.ForeignKey(Membership, models.PROTECT, related_name="+", null=True, blank=True)
    institution = models.CharField(max_length=160, blank=True)
    person = models.TextField(blank=True)  # this and the next: sealed; a name, or a nickname
    email = models.TextField(blank=True)
    stands_for = models.ForeignKey("self", models.PROTECT, related_name="substitutes", null=True, blank=True)
    theme = models.CharField(max_length=200, blank=True)  # of a guest: for which one they come
    since = models.DateField()
    until = models.DateField(null=True, blank=True)  # the first day on which they are not there
    left_why = models.CharField(max_length=300, blank=True)
    added_by = models.CharField(max_length=60)  # Actor.id

    objects = SeatQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("person", "email")
    tells = Kind.WORK
    subject = "group_id"
    kept = Kept(years=10, since="its end", personal=("person", "email"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="seat_span",
                condition=Q(until=None) | Q(until__gte=F("since")),
                violation_error_message=_("It can't end before it began."),
            ),
            models.UniqueConstraint(fields=["group", "worker"], name="seat_once", condition=Q(until=None)),
        ]
        indexes = [models.Index(fields=["group"], name="seat_by_group")]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.called, self.of_house) if part)

    @property
    def called(self) -> str:
        """Who sits there; nothing where it is the whole organisation."""
        return str(self.worker) if self.worker_id else legible(self.person) if self.person else ""

    @property
    def of_house(self) -> str:
        return str(self.house) if self.house_id else self.institution

    @property
    def address(self) -> str:
        """Where a letter goes; nothing if nobody told."""
        if self.worker_id and self.worker:
            return str(self.worker.user.email)
        return legible(self.email) if self.email else ""
