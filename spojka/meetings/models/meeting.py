from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.base.keeping import Kept
from spojka.network.models import Membership
from spojka.search.blind import blinded
from spojka.search.columns import Words, WordsIndex
from spojka.ui.words import legible

from .held import Held, HeldQuerySet, NeedsMore
from .series import WITHOUT_MINUTES, MeetingKind, MeetingSeries, Person

LONGEST = timedelta(minutes=2880)


class MeetingQuerySet(HeldQuerySet):
    def standing(self) -> Self:
        """Meetings that were not called off."""
        return self.filter(cancelled_at=None)


class Meeting(NeedsMore, Held):
    """One meeting (setkání): called on a planned date, moved from it, or by itself."""

    series = models.ForeignKey(MeetingSeries, models.PROTECT, related_name="meetings", null=True, blank=True)
    held_for = models.UUIDField(default=new_id)  # that of its series
    kind = models.CharField(max_length=12, choices=MeetingKind)
    called_as = models.TextField()  # this and the next: sealed
    place = models.TextField(blank=True)
    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    planned_on = models.DateField(null=True, blank=True)  # the day that the rule gave
    sequence = models.PositiveSmallIntegerField(default=0)  # grows with each change that calendars have to hear of
    cancelled_at = models.DateTimeField(null=True, blank=True)
    cancelled_why = models.TextField(blank=True)  # sealed
    head_count = models.PositiveSmallIntegerField(null=True, blank=True)  # of people without names
    sent_at = models.DateTimeField(null=True, blank=True)  # its minutes, the last time
    locked_at = models.DateTimeField(null=True, blank=True)
    locked_by = models.CharField(max_length=60, blank=True)  # Actor.id
    called_by = models.CharField(max_length=60)  # Actor.id

    objects = MeetingQuerySet.as_manager()  # type: ignore[misc]
    held_for_walled = ("held_for",)
    sealed: ClassVar[tuple[str, ...]] = ("called_as", "place", "cancelled_why")
    tells = Kind.WORK
    subject = "held_for"
    asks = "needs"
    kept = Kept(years=10, since="its day", personal=("called_as", "cancelled_why"))

    class Meta(Held.Meta):
        constraints = [
            *Held.Meta.constraints,
            models.UniqueConstraint(fields=["series", "planned_on"], name="meeting_of_planned_date"),
            models.CheckConstraint(name="meeting_kind", condition=Q(kind__in=MeetingKind.values)),
            models.CheckConstraint(
                name="meeting_length",
                condition=Q(minutes__gte=5, minutes__lte=2880),
                violation_error_message=_("Write 5 to 2,880 minutes."),
            ),
        ]
        indexes = [
            models.Index(fields=["service", "starts_at"], name="meeting_by_start"),
            models.Index(fields=["held_for", "starts_at"], name="meeting_held_for"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return legible(self.called_as)

    @property
    def where(self) -> str:
        return legible(self.place) if self.place else ""

    @property
    def why_cancelled(self) -> str:
        return legible(self.cancelled_why) if self.cancelled_why else ""

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    @property
    def is_locked(self) -> bool:
        return self.locked_at is not None

    @property
    def has_minutes(self) -> bool:
        return self.kind not in WITHOUT_MINUTES

    @property
    def is_moved(self) -> bool:
        """Test whether it is on another day than the rule gave."""
        return self.planned_on is not None and self.planned_on != timezone.localdate(self.starts_at)

    def is_over(self, at: datetime) -> bool:
        return self.ends_at <= at


class Answer(models.TextChoices):
    YES = "yes", pgettext_lazy("to an invitation", "comes")
    NO = "no", pgettext_lazy("to an invitation", "does not come")
    MAYBE = "maybe", pgettext_lazy("to an invitation", "perhaps")
    SUBSTITUTE = "substitute", pgettext_lazy("to an invitation", "sends somebody else")


class Presence(models.TextChoices):
    CAME = "came", pgettext_lazy("at a meeting", "came")
    EXCUSED = "excused", pgettext_lazy("at a meeting", "excused")
    SUBSTITUTE = "substitute", pgettext_lazy("at a meeting", "somebody else came")
    ABSENT = "absent", pgettext_lazy("at a meeting", "did not come")


class Invited(Person, Held):
    """Somebody who is invited to one meeting, what they answered, and whether they came."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="people")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="+", null=True, blank=True)
    name = models.TextField(blank=True)  # this and the next: sealed
    house = models.TextField(blank=True)
    email = models.TextField(blank=True)
    told = models.PositiveSmallIntegerField(null=True, blank=True)  # the sequence of the last letter to them
    told_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    substitute = models.TextField(blank=True)  # this and the next: sealed
    note = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    presence = models.CharField(max_length=10, choices=Presence, blank=True)
    is_walk_in = models.BooleanField(default=False)  # came without being invited
    organises = models.BooleanField(default=False)
    leads = models.BooleanField(default=False)
    writes = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True, blank=True)  # taken off the list
    added_by = models.CharField(max_length=60)  # Actor.id

    sealed: ClassVar[tuple[str, ...]] = ("name", "house", "email", "substitute", "note")
    tells = Kind.WORK
    subject = "meeting__held_for"
    asks = "meeting__needs"
    kept = Kept(years=10, since="the day of the meeting", personal=("name", "house", "email", "substitute", "note"))

    class Meta(Held.Meta):
        constraints = [
            *Held.Meta.constraints,
            models.UniqueConstraint(fields=["meeting", "membership"], name="invited_once", condition=Q(ended_at=None)),
            models.CheckConstraint(name="invited_answer", condition=Q(answer__in=["", *Answer.values])),
            models.CheckConstraint(name="invited_presence", condition=Q(presence__in=["", *Presence.values])),
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.called, self.of_house) if part)

    @property
    def sends(self) -> str:
        """Who comes instead."""
        return legible(self.substitute) if self.substitute else ""

    @property
    def said(self) -> str:
        return legible(self.note) if self.note else ""

    @property
    def answered_before(self) -> bool:
        """Test whether the meeting was moved or changed since they answered."""
        if not self.answered_at or self.told is None:
            return False
        return self.told < self.meeting.sequence or bool(
            self.told and self.told_at and self.told_at > self.answered_at
        )

    @property
    def was_here(self) -> bool:
        return self.presence in (Presence.CAME, Presence.SUBSTITUTE)


class AgendaItem(Held):
    """One point of the agenda (bod programu)."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="agenda")
    text = models.TextField()  # sealed
    added_by = models.CharField(max_length=60)  # Actor.id
    dropped_at = models.DateTimeField(null=True, blank=True)
    words = Words(also=("text", "dropped_at"))

    sealed: ClassVar[tuple[str, ...]] = ("text",)
    tells = Kind.WORK
    subject = "meeting__held_for"
    asks = "meeting__needs"
    kept = Kept(years=10, since="the day of the meeting", personal=("text",))

    class Meta(Held.Meta):
        indexes = [WordsIndex(name="agendaitem_words")]

    @property
    def said(self) -> str:
        return legible(self.text)

    @property
    def is_findable(self) -> bool:
        return self.dropped_at is None

    def said_codes(self) -> set[str]:
        """Return its words under a key, as those of lines."""
        return blinded(self.said)
