from datetime import date, datetime, time, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.encounters.models import Shift
from spojka.network.models import Membership, Organisation


class SignalKind(models.TextChoices):
    SUBSTANCE = "substance", _("new, strong or adulterated substance")
    SPIKING = "spiking", _("spiked drinks")
    HUNGER = "hunger", _("hunger among clients")
    SUBSTITUTION = "substitution", _("synthetic opioids instead of heroin")
    OTHER = "other", _("another change in the scene")


class Sure(models.TextChoices):
    LOW = "low", _("not sure")
    MIDDLE = "middle", _("rather sure")
    HIGH = "high", _("quite sure")


class SignalSource(models.TextChoices):
    OWN = "own", _("we saw it ourselves")
    VISITOR = "visitor", _("clients or visitors said it")
    CREW = "crew", _("medics, security or the bar said it")
    TEST = "test", _("a test of the substance showed it")
    ELSEWHERE = "elsewhere", _("another service or the media")


class Audience(models.TextChoices):
    TEAM = "team", _("our service alone")
    HOUSE = "house", _("all services of our house")
    NETWORK = "network", _("our house and chosen organisations")
    VENUES = "venues", _("our house and venues, on paper")
    PUBLIC = "public", _("everybody, it may be told on")


class Signal(Owned):
    """One sighting of a change. It tells of things and of a scene, never of a person."""

    shift = models.ForeignKey(Shift, models.PROTECT, related_name="+", null=True, blank=True)
    kind = models.CharField(max_length=20, choices=SignalKind)
    substance = models.CharField(max_length=30, blank=True)  # code of the list substance
    what = models.CharField(max_length=120, blank=True)  # as people call it
    look = models.CharField(max_length=200, blank=True)
    where = models.CharField(max_length=120, blank=True)  # finer than the municipality: for our house alone
    municipality = models.CharField(max_length=80, blank=True)
    municipality_code = models.CharField(max_length=10, blank=True)
    seen_on = models.DateField()
    phone_at = models.DateTimeField(null=True, blank=True)
    sure = models.CharField(max_length=10, choices=Sure)
    source = models.CharField(max_length=10, choices=SignalSource)
    many = models.PositiveSmallIntegerField(default=1)  # sightings
    is_for_house = models.BooleanField(default=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id
    voided_at = models.DateTimeField(null=True, blank=True)

    tells = Kind.WORK
    kept = Kept(years=10, since="it was seen")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="signal_kind", condition=Q(kind__in=SignalKind.values)),
            models.CheckConstraint(name="signal_sure", condition=Q(sure__in=Sure.values)),
            models.CheckConstraint(name="signal_source", condition=Q(source__in=SignalSource.values)),
            models.CheckConstraint(name="signal_many", condition=Q(many__gte=1)),
        ]
        indexes = [models.Index(fields=["service", "-seen_on"], name="signal_by_day")]

    def __str__(self) -> str:
        said = self.what or str(self.get_kind_display())
        return f"{said}, {self.municipality}" if self.municipality else said


class WarningQuerySet(OwnedQuerySet):
    def in_force(self, on: date) -> Self:
        """Warnings that hold on the day."""
        return self.filter(valid_from__lte=on, valid_to__gte=on, withdrawn_at=None).exclude(verified_at=None)

    def with_seen(self, actor: Any) -> Self:
        """Say of each whether `actor` has acknowledged it."""
        mine = Acknowledgement.objects.filter(warning_id=OuterRef("pk"), membership_id=actor.id)
        return self.annotate(is_seen=Exists(mine))


class EarlyWarning(Owned):
    """What a coordinator made of signals, for an audience and for days (varování)."""

    signals = models.ManyToManyField(Signal, related_name="warnings")
    what = models.CharField(max_length=120)
    look = models.CharField(max_length=200, blank=True)
    text = models.CharField(max_length=1200)
    area = models.CharField(max_length=80, blank=True)  # a municipality, an ORP or a region, in words
    area_code = models.CharField(max_length=10, blank=True)
    audience = models.CharField(max_length=10, choices=Audience)
    partners = models.ManyToManyField(Organisation, related_name="+", blank=True)  # other houses that are told
    valid_from = models.DateField()
    valid_to = models.DateField()
    drawn_by = models.CharField(max_length=60)  # Actor.id
    verified_at = models.DateTimeField(null=True, blank=True)
    verified_by = models.CharField(max_length=60, blank=True)  # Actor.id
    verified_name = models.CharField(max_length=120, blank=True)  # who stands behind it, by name
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.CharField(max_length=60, blank=True)  # Actor.id
    withdrawn_why = models.CharField(max_length=300, blank=True)
    came_back = models.CharField(max_length=1200, blank=True)  # what happened afterwards

    objects = WarningQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.WORK
    kept = Kept(years=10, since="its last day", personal=("verified_name",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="warning_audience", condition=Q(audience__in=Audience.values)),
            models.CheckConstraint(
                name="warning_days",
                condition=Q(valid_to__gte=F("valid_from")),
                violation_error_message=_("The last day can't be before the first one."),
            ),
            models.CheckConstraint(
                name="warning_withdrawn_why", condition=Q(withdrawn_at=None) | ~Q(withdrawn_why="")
            ),
        ]
        indexes = [models.Index(fields=["service", "-valid_to"], name="warning_by_day")]

    def __str__(self) -> str:
        return self.what

    @property
    def is_verified(self) -> bool:
        return self.verified_at is not None

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def leaves_service(self) -> bool:
        return self.audience != Audience.TEAM

    @property
    def may_hang(self) -> bool:
        return self.audience in (Audience.VENUES, Audience.PUBLIC)

    @property
    def may_have_partners(self) -> bool:
        return self.audience in (Audience.NETWORK, Audience.VENUES, Audience.PUBLIC)

    @property
    def is_public(self) -> bool:
        return bool(self.audience == Audience.PUBLIC)

    def holds(self, on: date) -> bool:
        """Test whether the warning is in force on the day."""
        return self.is_verified and not self.is_withdrawn and self.valid_from <= on <= self.valid_to

    @property
    def span(self) -> tuple[datetime, datetime]:
        """Return from when until when others may read it."""
        after = self.valid_to + timedelta(days=1)
        first, last = (datetime.combine(day, time.min) for day in (self.valid_from, after))
        return timezone.make_aware(first), timezone.make_aware(last)


class Acknowledgement(Owned):
    """A worker has read a warning. It belongs to the warning's service, which has to know who has not."""

    warning = models.ForeignKey(EarlyWarning, models.PROTECT, related_name="acknowledgements")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    seen_at = models.DateTimeField()

    tells = Kind.WORK
    subject = "warning_id"
    kept = Kept(years=10, since="the warning's last day")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["warning", "membership"], name="acknowledged_once"),
        ]


class WarningReply(Owned):
    """What somebody who was warned knows about it. It belongs to the warning's service, which alone reads it."""

    warning = models.ForeignKey(EarlyWarning, models.PROTECT, related_name="replies")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    text = models.CharField(max_length=600)

    tells = Kind.WORK
    subject = "warning_id"
    kept = Kept(years=10, since="the warning's last day")


class Scale(models.IntegerChoices):
    NONE = 0, _("we don't meet it")
    RARE = 1, _("now and then")
    OFTEN = 2, _("often")
    MOST = 3, _("with most people")
    ALL = 4, _("nearly everywhere")


class TrendNote(Owned):
    """A short observation of something that changes slowly, made again and again: how much of it there is."""

    trend = models.CharField(max_length=20)  # code of the list trend
    day = models.DateField()
    scale = models.PositiveSmallIntegerField(choices=Scale)
    text = models.CharField(max_length=300, blank=True)
    is_for_house = models.BooleanField(default=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id
    voided_at = models.DateTimeField(null=True, blank=True)

    tells = Kind.WORK
    kept = Kept(years=10, since="the day it tells of")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="trend_scale", condition=Q(scale__in=Scale.values)),
        ]
        indexes = [models.Index(fields=["service", "-day"], name="trend_by_day")]

    def __str__(self) -> str:
        return f"{self.trend}, {self.get_scale_display()}"
