from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.base.keeping import Kept
from spojka.network.models import Membership
from spojka.ui.words import legible

from .held import Held, NeedsMore


class MeetingKind(models.TextChoices):
    TEAM = "team", pgettext_lazy("a kind of meeting", "team meeting")
    MEETING = "meeting", pgettext_lazy("a kind of meeting", "meeting")
    SUPERVISION = "supervision", pgettext_lazy("a kind of meeting", "supervision")
    INTERVISION = "intervision", pgettext_lazy("a kind of meeting", "intervision")


WITHOUT_MINUTES = (MeetingKind.SUPERVISION, MeetingKind.INTERVISION)  # of these alone who was there


class Rhythm(models.TextChoices):
    MONTH = "month", _("by the weekday of the month")
    WEEKS = "weeks", _("every so many weeks")
    FREE = "free", _("no rule, each date is agreed")


class Person:
    """Who is invited: a member by their account, anybody else as they were typed. For models with these columns."""

    membership: Any
    membership_id: Any
    name: str
    house: str
    email: str
    unnamed: str = ""  # what somebody is called for a reader who may not know them

    @property
    def called(self) -> str:
        if self.unnamed:
            return self.unnamed
        return str(self.membership) if self.membership_id else legible(self.name)

    @property
    def of_house(self) -> str:
        return legible(self.house) if self.house else ""

    @property
    def has_left(self) -> bool:
        """Test whether it is a member who works here no more: no letter goes to them, and no link lets them in."""
        return self.membership_id is not None and bool(self.membership.has_ended(timezone.localdate()))

    @property
    def address(self) -> str:
        """Where a letter goes; nothing if nobody told, or to who has left."""
        if self.membership_id:
            return "" if self.has_left else str(self.membership.user.email)
        return legible(self.email) if self.email else ""


class MeetingSeries(NeedsMore, Held):
    """Meetings by a rule (řada setkání). The rule gives dates; each is called by itself."""

    held_for = models.UUIDField(default=new_id)  # what it is about; a number of its own: the service alone
    kind = models.CharField(max_length=12, choices=MeetingKind)
    called_as = models.TextField()  # this and the next: sealed
    place = models.TextField(blank=True)
    rhythm = models.CharField(max_length=6, choices=Rhythm)
    nth = models.SmallIntegerField(null=True, blank=True)  # of the month: 1 to 4, −1 is the last one
    weekday = models.PositiveSmallIntegerField(null=True, blank=True)  # 0 is Monday
    every = models.PositiveSmallIntegerField(default=1)  # so many months or weeks
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    hour = models.TimeField()  # in Prague
    minutes = models.PositiveSmallIntegerField()
    started_by = models.CharField(max_length=60)  # Actor.id

    held_for_walled = ("held_for",)
    sealed: ClassVar[tuple[str, ...]] = ("called_as", "place")
    tells = Kind.WORK
    subject = "held_for"
    asks = "needs"
    kept = Kept(years=10, since="its end", personal=("called_as",))

    class Meta(Held.Meta):
        constraints = [
            *Held.Meta.constraints,
            models.CheckConstraint(name="series_kind", condition=Q(kind__in=MeetingKind.values)),
            models.CheckConstraint(name="series_rhythm", condition=Q(rhythm__in=Rhythm.values)),
            models.CheckConstraint(name="series_nth", condition=Q(rhythm="month") ^ Q(nth=None)),
            models.CheckConstraint(name="series_weekday", condition=Q(rhythm="free") ^ Q(weekday__isnull=False)),
            models.CheckConstraint(
                name="series_length",
                condition=Q(minutes__gte=5, minutes__lte=2880),
                violation_error_message=_("Write 5 to 2,880 minutes."),
            ),
            models.CheckConstraint(
                name="series_every",
                condition=Q(every__gte=1, every__lte=52),
                violation_error_message=_("Write a number from 1 to 52."),
            ),
        ]
        indexes = [
            models.Index(fields=["service", "-starts_on"], name="series_by_start"),
            models.Index(fields=["held_for"], name="series_held_for"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return legible(self.called_as)

    @property
    def where(self) -> str:
        return legible(self.place) if self.place else ""


class SeriesMember(Person, Held):
    """Somebody who is invited to each meeting of a series."""

    series = models.ForeignKey(MeetingSeries, models.PROTECT, related_name="members")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="+", null=True, blank=True)
    name = models.TextField(blank=True)  # this and the next: sealed
    house = models.TextField(blank=True)
    email = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    added_by = models.CharField(max_length=60)  # Actor.id

    sealed: ClassVar[tuple[str, ...]] = ("name", "house", "email")
    tells = Kind.WORK
    subject = "series__held_for"
    asks = "series__needs"
    kept = Kept(years=10, since="its end", personal=("name", "house", "email"))

    class Meta(Held.Meta):
        constraints = [
            *Held.Meta.constraints,
            models.UniqueConstraint(
                fields=["series", "membership"], name="seriesmember_once", condition=Q(ended_at=None)
            ),
        ]
