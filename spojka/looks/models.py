from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.models import Grant
from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Client
from spojka.links.models import Link

PURPOSE = "look"  # of links


class AccessSheet(Owned):
    """A paper that lets a client look into their own record. Its link keeps the hash of the secret."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="access_sheets")
    name = models.CharField(max_length=4)  # the first letters of the secret, so that one paper is told from another
    link = models.OneToOneField(Link, models.PROTECT, related_name="+")
    grant = models.OneToOneField(Grant, models.PROTECT, related_name="+")
    issued_by = models.CharField(max_length=60)  # Actor.id
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)
    ended_why = models.CharField(max_length=200, blank=True)

    tells = Kind.LEDGER
    subject = "client_id"
    kept = Kept(years=5, since="its end")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["client"], name="accesssheet_one", condition=Q(ended_at=None)),
        ]

    def __str__(self) -> str:
        return self.name


class RemarkKind(models.TextChoices):
    """What a remark is."""

    REMARK = "remark", pgettext_lazy("of a client", "remark")
    CORRECTION = "correction", _("something is written wrong")


class RemarkQuerySet(OwnedQuerySet):
    def open(self) -> Self:
        return self.filter(answered_at=None)


class Remark(Owned):
    """What a client says of their record from their own look, and the answer."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="remarks")
    kind = models.CharField(max_length=10, choices=RemarkKind)
    text = models.TextField(max_length=2000)
    answer = models.TextField(max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.CharField(max_length=60, blank=True)  # Actor.id

    objects = RemarkQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.LEDGER
    subject = "client_id"
    kept = Kept(years=5, since="the answer", personal=("text", "answer"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="remark_kind", condition=Q(kind__in=RemarkKind.values)),
        ]
        indexes = [models.Index(fields=["service"], name="remark_open", condition=Q(answered_at=None))]
