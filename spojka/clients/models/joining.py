"""How it came that two codes are one person, or one code two: enough to take it back months later."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept

from .client import Client

NEVER_SHARED = Q(pk__in=[])  # no grant opens it, nor the right to read the house
KEPT = Kept(years=3, since="the last contact")


class JoiningKind(models.TextChoices):
    MERGE = "merge", _("two codes were merged")
    SPLIT = "split", _("one code was split")


class Joining(Owned):
    """Rows went from one client to another, because two codes are one person, or because one code was two people."""

    kind = models.CharField(max_length=10, choices=JoiningKind)
    source = models.ForeignKey(Client, models.PROTECT, related_name="+", db_index=False)  # whose rows went away
    target = models.ForeignKey(Client, models.PROTECT, related_name="+", db_index=False)  # who got them
    filled = models.JSONField(default=dict, blank=True)  # what the target had not and took over: {"sex": "woman"}
    reason = models.CharField(max_length=200)
    made_by = models.CharField(max_length=60)  # Actor.id
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.CharField(max_length=60, blank=True)  # Actor.id
    undone_why = models.CharField(max_length=200, blank=True)

    tells = Kind.COURSE
    subject = "target_id"
    shared = NEVER_SHARED
    kept = Kept(years=3, since="the last contact", personal=("filled",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="joining_kind", condition=Q(kind__in=JoiningKind.values)),
            models.CheckConstraint(name="joining_of_two", condition=~Q(source=models.F("target"))),
        ]
        indexes = [
            models.Index(fields=["source"], name="joining_source"),
            models.Index(fields=["target"], name="joining_target"),
        ]


class Moved(Owned):
    """One row that went along: which, and whether it went at once or was chosen when all was taken back."""

    joining = models.ForeignKey(Joining, models.CASCADE, related_name="moved", db_index=False)
    model = models.CharField(max_length=60)  # label of the model
    column = models.CharField(max_length=40)  # its column that leads to a client
    row = models.UUIDField()
    is_chosen = models.BooleanField(default=False)  # went to the source later, by hand, when it was undone
    back_at = models.DateTimeField(null=True, blank=True)

    tells = Kind.COURSE
    subject = "joining__target_id"
    shared = NEVER_SHARED
    kept = KEPT

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["joining", "model", "column", "row"], name="moved_once"),
        ]


class Apart(Owned):
    """Somebody who knows them said that these two are two people: they are never proposed as one again."""

    first = models.ForeignKey(Client, models.PROTECT, related_name="+")
    second = models.ForeignKey(Client, models.PROTECT, related_name="+")
    said_by = models.CharField(max_length=60)  # Actor.id
    ended_at = models.DateTimeField(null=True, blank=True)

    tells = Kind.COURSE
    subject = "first_id"
    shared = NEVER_SHARED
    kept = KEPT

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="apart_in_order", condition=Q(first__lt=models.F("second"))),
            models.UniqueConstraint(fields=["first", "second"], name="apart_once", condition=Q(ended_at=None)),
        ]
