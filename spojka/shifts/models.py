from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.encounters.models import Shift
from spojka.network.models import Membership

KEPT = Kept(years=3, since="the shift")
STILL_NEWS = timedelta(hours=12)  # a call for help that nobody has seen is no news after so long


class ChecklistKind(models.TextChoices):
    KIT_OUT = "kit_out", _("kit issued")
    KIT_BACK = "kit_back", _("kit returned")
    ZONE = "zone", _("zone")


class Checklist(Owned):
    """The kit as a crew took or brought it, or the zone as it stood, filled in once."""

    shift = models.ForeignKey(Shift, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=ChecklistKind)
    note = models.CharField(max_length=300, blank=True)
    device = models.CharField(max_length=40, blank=True)  # the breathalyser that is carried
    calibrated_on = models.DateField(null=True, blank=True)
    occurred_at = models.DateTimeField()
    phone_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "shift_id"
    kept = KEPT

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="checklist_kind", condition=Q(kind__in=ChecklistKind.values)),
        ]
        indexes = [models.Index(fields=["shift", "kind"], name="checklist_of_shift")]


class ChecklistLine(Owned):
    """One item of it: how many pieces; of the zone one or nought, and why it is not there."""

    checklist = models.ForeignKey(Checklist, models.CASCADE, related_name="lines")
    code = models.CharField(max_length=30)  # of the list kit_item or zone_item
    quantity = models.PositiveSmallIntegerField()
    bad = models.PositiveSmallIntegerField(default=0)  # of them damaged
    why = models.CharField(max_length=120, blank=True)

    tells = Kind.WORK
    subject = "checklist__shift_id"
    kept = KEPT

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["checklist", "code"], name="checklist_item_once"),
        ]


class Briefing(Owned):
    """Who is there for the crew of a shift, and how often a lone worker says that all is well."""

    shift = models.OneToOneField(Shift, models.PROTECT, related_name="+")
    contact = models.ForeignKey(Membership, models.PROTECT, related_name="+", null=True, blank=True)
    name = models.CharField(max_length=80, blank=True)  # of a contact, who may be of another house
    phone = models.CharField(max_length=20, blank=True)
    every = models.PositiveSmallIntegerField(default=30)  # minutes
    set_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "shift_id"
    kept = Kept(years=1, since="the shift", personal=("name", "phone"))

    class Meta(Owned.Meta):
        constraints = [*Owned.Meta.constraints]


class BriefingRead(Owned):
    """Somebody of the crew has read what the crew must know; `about` tells which words."""

    shift = models.ForeignKey(Shift, models.PROTECT, related_name="+")
    about = models.CharField(max_length=16)
    occurred_at = models.DateTimeField()
    phone_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "shift_id"
    kept = KEPT

    class Meta(Owned.Meta):
        constraints = [*Owned.Meta.constraints]
        indexes = [models.Index(fields=["shift"], name="briefing_read_of_shift")]


class Handover(Owned):
    """What one crew leaves to the next one, and who took it over."""

    shift = models.ForeignKey(Shift, models.PROTECT, related_name="+")
    to = models.ForeignKey(Membership, models.PROTECT, related_name="+", null=True, blank=True)
    runs = models.CharField(max_length=600, blank=True)
    kit = models.CharField(max_length=300, blank=True)
    message = models.CharField(max_length=1200, blank=True)
    occurred_at = models.DateTimeField()
    phone_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id
    taken_at = models.DateTimeField(null=True, blank=True)
    taken_by = models.CharField(max_length=60, blank=True)  # Actor.id

    tells = Kind.WORK
    subject = "shift_id"
    kept = Kept(years=3, since="the shift", personal=("runs", "message"))

    class Meta(Owned.Meta):
        constraints = [*Owned.Meta.constraints]
        indexes = [models.Index(fields=["shift"], name="handover_of_shift")]


class Mood(models.TextChoices):
    GOOD = "good", _("good")
    TIRED = "tired", _("tired")
    HARD = "hard", _("it was hard")
    TALK = "talk", _("I need to talk")


class Debrief(Owned):
    """How one of the crew looks back at a shift. The crew and heads read it, nobody else."""

    shift = models.ForeignKey(Shift, models.PROTECT, related_name="+")
    mood = models.CharField(max_length=10, choices=Mood, blank=True)
    well = models.CharField(max_length=600, blank=True)
    badly = models.CharField(max_length=600, blank=True)
    incidents = models.CharField(max_length=600, blank=True)
    needs = models.CharField(max_length=600, blank=True)
    next = models.CharField(max_length=600, blank=True)
    occurred_at = models.DateTimeField()
    phone_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "shift_id"
    kept = Kept(years=1, since="the shift", personal=("mood", "well", "badly", "incidents", "needs", "next"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="debrief_mood", condition=Q(mood__in=["", *Mood.values])),
        ]
        indexes = [models.Index(fields=["shift"], name="debrief_of_shift")]


class WatchQuerySet(OwnedQuerySet):
    def overdue(self, at: datetime) -> Self:
        """Timers that run and whose worker should have said something by now."""
        return self.filter(ended_at=None, due_at__lt=at)


class Watch(Owned):
    """A lone worker's timer: so often they say that they are well."""

    shift = models.ForeignKey(Shift, models.PROTECT, related_name="+")
    every = models.PositiveSmallIntegerField()  # minutes
    where = models.CharField(max_length=120, blank=True)
    occurred_at = models.DateTimeField()
    phone_at = models.DateTimeField(null=True, blank=True)
    last_at = models.DateTimeField()  # when they were well last
    due_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    end_note = models.CharField(max_length=200, blank=True)  # how somebody else knows that they are well
    recorded_by = models.CharField(max_length=60)  # Actor.id: whose timer it is

    objects = WatchQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.WORK
    subject = "shift_id"
    kept = Kept(years=1, since="the shift", personal=("where", "end_note"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="watch_every", condition=Q(every__gte=5, every__lte=240)),
        ]
        indexes = [models.Index(fields=["due_at"], name="watch_running", condition=Q(ended_at=None))]


class WatchSign(Owned):
    """A lone worker is well."""

    watch = models.ForeignKey(Watch, models.CASCADE, related_name="signs")
    occurred_at = models.DateTimeField()
    phone_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "watch__shift_id"
    kept = Kept(years=1, since="the shift")

    class Meta(Owned.Meta):
        constraints = [*Owned.Meta.constraints]


class HelpCall(Owned):
    """Somebody of the crew tapped a number of help: whom they called and when, not whether anybody answered."""

    shift = models.ForeignKey(Shift, models.PROTECT, related_name="+")
    called = models.CharField(max_length=20)
    occurred_at = models.DateTimeField()
    phone_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id
    known_at = models.DateTimeField(null=True, blank=True)
    known_by = models.CharField(max_length=60, blank=True)  # Actor.id: who knows of it and does something

    tells = Kind.WORK
    subject = "shift_id"
    kept = Kept(years=3, since="the shift")

    class Meta(Owned.Meta):
        constraints = [*Owned.Meta.constraints]
        indexes = [models.Index(fields=["shift"], name="help_call_of_shift")]
