from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind, Permission
from spojka.base.keeping import Kept
from spojka.encounters.models import CrewMember, Shift
from spojka.network.models import Membership


class EntryKind(models.TextChoices):
    """What a line of a record says."""

    KIND = "kind", _("What it is")
    STEP = "step", _("First step")
    WHAT = "what", _("What happened")
    WHERE = "where", _("Where exactly")
    TOLD = "told", _("Who was told")
    DEBRIEF = "debrief", _("Debrief offered")
    MEASURE = "measure", _("Measure taken")
    NOTE = "note", _("Note")


class Part(models.TextChoices):
    """What somebody has to do with it."""

    PRESENT = "present", _("was there")
    HURT = "hurt", _("was hurt")


class IncidentQuerySet(OwnedQuerySet):
    def known_to(self, actor: Actor) -> Self:
        """Of rows that `actor` may see, those they had a part in; who oversees incidents sees all."""
        if actor.may(Permission.INCIDENT_OVERSEE):
            return self
        crew = CrewMember.objects.filter(shift=OuterRef("shift"), membership_id__in=actor.memberships)
        named = IncidentPerson.objects.filter(
            incident=OuterRef("pk"), membership_id__in=actor.memberships, taken_off_at=None
        )
        return self.filter(Q(recorded_by=actor.id) | Exists(crew) | Exists(named))

    def standing(self) -> Self:
        return self.filter(voided_at=None)


class Incident(Owned):
    """An extraordinary event (mimořádná událost): what and when. All else are its entries, only added."""

    shift = models.ForeignKey(Shift, models.PROTECT, related_name="+")
    day = models.DateField()  # the shift's
    kind = models.CharField(max_length=30, blank=True)  # of the list incident_kind; empty until somebody says
    occurred_at = models.DateTimeField()
    phone_at = models.DateTimeField(null=True, blank=True)
    is_late = models.BooleanField(default=False)
    recorded_by = models.CharField(max_length=60)  # Actor.id
    signed_at = models.DateTimeField(null=True, blank=True)  # by the head: what comes later is an addition
    signed_by = models.CharField(max_length=60, blank=True)
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_why = models.CharField(max_length=200, blank=True)

    objects = IncidentQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.WORK
    kept = Kept(years=10, since="the shift")

    class Meta(Owned.Meta):
        constraints = [*Owned.Meta.constraints]
        indexes = [models.Index(fields=["service", "-day"], name="incident_by_day")]


class IncidentEntry(Owned):
    """One line of an incident: a step that was done, what happened, who was told, what follows."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=10, choices=EntryKind)
    code = models.CharField(max_length=30, blank=True)  # of the list incident_step or incident_kind
    text = models.CharField(max_length=2000, blank=True)
    occurred_at = models.DateTimeField()
    phone_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.CharField(max_length=60)
    voided_at = models.DateTimeField(null=True, blank=True)  # tapped by mistake

    tells = Kind.WORK
    subject = "incident_id"
    kept = Kept(years=10, since="the shift", personal=("text",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="incidententry_kind", condition=Q(kind__in=EntryKind.values)),
        ]


class IncidentPerson(Owned):
    """A worker who was there, or was hurt. Who was hurt is shown to the head and to themselves alone."""

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="people")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    part = models.CharField(max_length=10, choices=Part)
    named_by = models.CharField(max_length=60)  # Actor.id
    taken_off_at = models.DateTimeField(null=True, blank=True)  # named by mistake; the row stays

    tells = Kind.WORK
    subject = "incident_id"
    kept = Kept(years=10, since="the shift", personal=("membership",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="incidentperson_part", condition=Q(part__in=Part.values)),
            models.UniqueConstraint(
                fields=["incident", "membership", "part"],
                condition=Q(taken_off_at=None),
                name="incidentperson_once",
            ),
        ]
