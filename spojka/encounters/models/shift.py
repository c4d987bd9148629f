from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import FOREVER, Kept
from spojka.events.models import Event
from spojka.figures.marking import Marked
from spojka.network.models import Membership, Project
from spojka.places.models import Place
from spojka.search.columns import Words, WordsIndex

LONGEST = timedelta(hours=36)
COUNTED = ("day", "place_id", "event_id", "setting", "started_at", "ended_at", "closed_at")
SLACK = timedelta(hours=2)  # people come before the stand stands and after it is packed


class ShiftQuerySet(OwnedQuerySet):
    def open(self) -> "ShiftQuerySet":
        """Shifts that run now."""
        return self.filter(closed_at=None).exclude(started_at=None)

    def planned(self) -> "ShiftQuerySet":
        """Shifts that have not begun."""
        return self.filter(closed_at=None, started_at=None)


class Shift(Owned):
    """One stretch of work of a crew at a place (směna)."""

    event = models.ForeignKey(Event, models.PROTECT, related_name="shifts", null=True, blank=True)
    place = models.ForeignKey(Place, models.PROTECT, related_name="shifts")
    setting = models.CharField(max_length=30)  # code of the list setting
    day = models.DateField()  # the starting day, to which everything in it belongs
    planned_start = models.DateTimeField()
    planned_end = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.CharField(max_length=60, blank=True)  # Actor.id
    reopened_at = models.DateTimeField(null=True, blank=True)  # the last time that a closing was taken back
    note = models.CharField(max_length=2000, blank=True)
    words = Words(private=("note",))

    objects = ShiftQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.WORK
    kept = FOREVER

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            Marked(name="shift_marked", day="day", of=COUNTED),
            models.CheckConstraint(
                name="shift_planned_span",
                condition=Q(planned_end__gt=F("planned_start")),
                violation_error_message=_("The shift can't end before it starts."),
            ),
            models.CheckConstraint(
                name="shift_real_span",
                condition=Q(ended_at=None) | Q(ended_at__gt=F("started_at")),
                violation_error_message=_("The shift can't end before it started."),
            ),
        ]
        indexes = [
            models.Index(fields=["service", "-day"], name="shift_by_day"),
            models.Index(fields=["-started_at"], name="shift_open", condition=Q(closed_at=None)),  # each page asks
            WordsIndex(name="shift_words"),
        ]

    def __str__(self) -> str:
        return str(self.event or self.place)

    @property
    def is_running(self) -> bool:
        return self.started_at is not None and self.closed_at is None

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None

    @property
    def is_cancelled(self) -> bool:
        return self.closed_at is not None and self.started_at is None

    @property
    def start(self) -> datetime:
        """The real start, or the planned one while there is none."""
        return self.started_at or self.planned_start

    @property
    def end(self) -> datetime:
        return self.ended_at or self.planned_end

    @property
    def opens(self) -> datetime:
        """From when on what happened belongs to this shift."""
        return min(self.start, self.planned_start) - SLACK

    @property
    def shuts(self) -> datetime:
        """Until when what happened belongs to this shift."""
        return (self.end if self.is_closed else max(self.end, self.start + LONGEST)) + SLACK

    def holds(self, at: datetime) -> bool:
        """Test whether something that happened `at` belongs to this shift."""
        return self.opens <= at <= self.shuts


class CrewMember(Owned):
    """Somebody who works in a shift."""

    shift = models.ForeignKey(Shift, models.PROTECT, related_name="crew")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, blank=True)  # code of the list crew_role

    tells = Kind.WORK
    subject = "shift_id"
    kept = Kept(years=10, since="the shift")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            Marked(name="crew_marked", subject="shift_id", kind="shift"),
            models.UniqueConstraint(fields=["shift", "membership"], name="crew_once"),
        ]


class ShiftPart(Owned):
    """From when a shift is paid by a project. It lasts until the next part or the end.

    The first part holds from the very start, whenever that was. Without a project it is outside of projects, as is
    a shift without parts.
    """

    shift = models.ForeignKey(Shift, models.PROTECT, related_name="parts")
    starts_at = models.DateTimeField()
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", null=True, blank=True)

    tells = Kind.WORK
    subject = "shift_id"
    kept = Kept(years=10, since="the shift")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            Marked(name="part_marked", subject="shift_id", kind="shift"),
            models.UniqueConstraint(fields=["shift", "starts_at"], name="part_once"),
        ]
