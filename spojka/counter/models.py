from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Client


class Pass(Owned):
    """A card that a client shows at the counter instead of saying the code."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="passes")
    number = models.CharField(max_length=20, unique=True)  # random, made of nothing
    issued_by = models.CharField(max_length=60)  # Actor.id
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)  # Actor.id

    tells = Kind.OTHER
    subject = "client_id"
    shared = Q(pk__in=[])  # never leaves the service
    kept = Kept(years=3, since="the client's last contact", personal=("number",))

    class Meta(Owned.Meta):
        constraints = Owned.Meta.constraints
        indexes = [models.Index(fields=["client"], name="pass_by_client", condition=Q(ended_at=None))]


class NoteKind(models.TextChoices):
    INSTRUCTION = "instruction", _("instruction for the counter")
    MESSAGE = "message", _("message for the client")


class CounterNote(Owned):
    """What is to be known, or told, when a client comes next; until somebody ends it."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="counter_notes")
    kind = models.CharField(max_length=12, choices=NoteKind)
    text = models.CharField(max_length=140)
    written_by = models.CharField(max_length=60)  # Actor.id
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)  # Actor.id

    tells = Kind.SITUATION
    subject = "client_id"
    shared = Q(pk__in=[])  # never leaves the service
    kept = Kept(years=3, since="the client's last contact", personal=("text",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="counter_note_kind", condition=Q(kind__in=NoteKind.values)),
        ]
        indexes = [models.Index(fields=["client"], name="counter_note_by_client", condition=Q(ended_at=None))]
