"""Who is around a client, and what whoever meets the client should know at once."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept

from .client import Client
from .joining import NEVER_SHARED


class InstructionKind(models.TextChoices):
    INSTRUCTION = "instruction", _("instruction for us")
    MESSAGE = "message", _("message for the client")


class Instruction(Owned):
    """What whoever meets the client next should know, do or tell them; until its day or until somebody ends it."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="instructions")
    kind = models.CharField(max_length=12, choices=InstructionKind, default=InstructionKind.INSTRUCTION)
    text = models.CharField(max_length=200)
    until = models.DateField(null=True, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)  # Actor.id

    tells = Kind.SITUATION
    subject = "client_id"
    shared = NEVER_SHARED
    kept = Kept(years=1, since="its end", personal=("client", "text"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="instruction_kind", condition=Q(kind__in=InstructionKind.values)),
        ]

    def stands(self, on: date) -> bool:
        """Test whether it is to be shown on that day."""
        return self.ended_at is None and (self.until is None or self.until >= on)


class Household(Owned):
    """People who live together, as far as the service knows them."""

    name = models.CharField(max_length=60)
    recorded_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.SITUATION
    shared = NEVER_SHARED
    kept = Kept(years=3, since="the last contact with any of them", personal=("name",))

    def __str__(self) -> str:
        return self.name


class HouseholdMember(Owned):
    """A client lives in a household, from a day to a day."""

    household = models.ForeignKey(Household, models.PROTECT, related_name="members")
    client = models.ForeignKey(Client, models.PROTECT, related_name="households")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.SITUATION
    subject = "client_id"
    shared = NEVER_SHARED
    kept = Kept(years=3, since="the last contact", personal=("client",))


class Relation(Owned):
    """What somebody is to a client: another client, or a close person whom the service knows only by hearsay."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="relations")
    other = models.ForeignKey(Client, models.PROTECT, related_name="+", null=True, blank=True)
    kind = models.CharField(max_length=20)  # code of the list relation: what the other one is to the client
    about = models.CharField(max_length=100, blank=True)  # of a close person: no name, what one has to know
    recorded_by = models.CharField(max_length=60)  # Actor.id
    ended_at = models.DateTimeField(null=True, blank=True)

    tells = Kind.SITUATION
    subject = "client_id"
    shared = NEVER_SHARED
    kept = Kept(years=3, since="the last contact", personal=("client", "other", "about"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="relation_to_somebody", condition=Q(other__isnull=False) | ~Q(about="")),
        ]
