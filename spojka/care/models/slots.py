from datetime import datetime, time, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.base.keeping import FOREVER, Kept
from spojka.encounters.models import Encounter, Shift


class SlotState(models.TextChoices):
    """Where somebody in the queue is."""

    WAITING = "waiting", pgettext_lazy("in a queue", "waiting")
    INSIDE = "inside", pgettext_lazy("in a queue", "inside")
    DONE = "done", pgettext_lazy("in a queue", "done")
    SKIPPED = "skipped", pgettext_lazy("in a queue", "did not come")
    LEFT = "left", pgettext_lazy("in a queue", "left")


class Resource(Owned):
    """What people take turns at: a shower, a washing machine, a dryer."""

    name = models.CharField(max_length=40)
    minutes = models.PositiveSmallIntegerField()  # of one slot
    opens_at = models.TimeField(null=True, blank=True)
    closes_at = models.TimeField(null=True, blank=True)
    act = models.CharField(max_length=20, blank=True)  # code of the list act; empty: nothing is written for it
    recorded_by = models.CharField(max_length=60)
    ended_at = models.DateTimeField(null=True, blank=True)  # not offered any more

    tells = Kind.WORK
    kept = FOREVER

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="resource_minutes",
                condition=Q(minutes__gte=1, minutes__lte=600),
                violation_error_message=_("Write 1 to 600 minutes."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_open(self, at: datetime) -> bool:
        """Test whether it is open at a moment, by the clock of the wall; a closing hour may lie after midnight."""
        now = timezone.localtime(at).time()
        first, last = self.opens_at or time.min, self.closes_at or time.max
        return first <= now <= last if first <= last else now >= first or now <= last

    def is_over(self, at: datetime) -> bool:
        """Test whether it opens no more that day: before it opens people may queue."""
        now, last = timezone.localtime(at).time(), self.closes_at or time.max
        return now > last and (self.opens_at or time.min) <= last


class SlotQuerySet(OwnedQuerySet):
    def state(self, *states: SlotState) -> Self:
        return self.filter(state__in=states)


class Slot(Owned):
    """Somebody in the queue for a resource: under a code, or by a word that the crew calls out that day."""

    resource = models.ForeignKey(Resource, models.PROTECT, related_name="slots")
    shift = models.ForeignKey(Shift, models.PROTECT, related_name="+")
    day = models.DateField()  # the shift's
    who = models.CharField(max_length=24, blank=True)  # a code or a word; erased when the day is over
    is_code = models.BooleanField(default=False)
    ticket = models.PositiveSmallIntegerField(null=True, blank=True)  # of that day: all that the room is told
    state = models.CharField(max_length=10, choices=SlotState, default=SlotState.WAITING)
    queued_at = models.DateTimeField()  # the order; who comes back after being called stands at the end
    called_at = models.DateTimeField(null=True, blank=True)  # their turn: the screen tells their number
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    contact_id = models.UUIDField(default=new_id)  # which its contact will have, so that there is just one
    encounter = models.OneToOneField(Encounter, models.PROTECT, related_name="slot", null=True, blank=True)
    recorded_by = models.CharField(max_length=60)

    objects = SlotQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.HISTORY
    subject = "encounter__client_id"
    kept = Kept(years=1, since="the shift", personal=("who", "encounter"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="slot_state", condition=Q(state__in=SlotState.values)),
            models.UniqueConstraint(fields=["resource"], name="slot_one_inside", condition=Q(state=SlotState.INSIDE)),
            models.UniqueConstraint(fields=["service", "day", "ticket"], name="slot_ticket_once"),
        ]
        indexes = [models.Index(fields=["service", "-day"], name="slot_by_day")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def due_at(self) -> datetime | None:
        """When whoever is inside should be out."""
        return self.started_at + timedelta(minutes=self.resource.minutes) if self.started_at else None

    def over(self, at: datetime) -> int:
        """Return by how many minutes they are over their time."""
        late = (at - self.due_at).total_seconds() if self.due_at and self.state == SlotState.INSIDE else 0
        return max(0, int(late // 60))
