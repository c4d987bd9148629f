from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Client

AT_HOME = Q(pk__in=[])  # who somebody is leaves the service by no grant and to no reader of the house
KEPT = Kept(years=3, since="the last contact", personal=("sealed", "without_why"))


class Identity(Owned):
    """Who a client is, as one sealed text. Empty: it was erased."""

    client = models.OneToOneField(Client, models.PROTECT, related_name="+")
    sealed = models.TextField(blank=True)
    version = models.PositiveSmallIntegerField(default=1)
    recorded_by = models.CharField(max_length=60)  # Actor.id
    erased_at = models.DateTimeField(null=True, blank=True)
    erased_why = models.CharField(max_length=200, blank=True)
    without_why = models.CharField(max_length=200, blank=True)  # why a name is kept though there is no agreement
    without_since = models.DateField(null=True, blank=True)

    tells = Kind.PERSONAL
    subject = "client_id"
    shared = AT_HOME
    kept = KEPT

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="identity_or_erased",
                condition=~Q(sealed="") & Q(erased_at=None) | Q(sealed="", erased_at__isnull=False),
            ),
            models.CheckConstraint(
                name="identity_without_since",
                condition=Q(without_why="", without_since=None) | ~Q(without_why="") & Q(without_since__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)  # never the name


class MarkKind(models.TextChoices):
    """What a mark is of."""

    SURNAME = "surname", _("surname")
    START = "start", _("first three letters of the surname")
    FIRST = "first", _("first name")
    BORN = "born", _("day of birth")
    PHONE = "phone", _("phone")


class IdentityMark(Owned):
    """A keyed hash of one part of an identity, of its normalised form."""

    identity = models.ForeignKey(Identity, models.CASCADE, related_name="marks")
    kind = models.CharField(max_length=10, choices=MarkKind)
    mark = models.CharField(max_length=24)  # 16 bytes of HMAC-SHA-256

    tells = Kind.PERSONAL
    subject = "identity__client_id"
    shared = AT_HOME
    kept = Kept(years=3, since="the last contact", personal=("mark",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["identity", "kind", "mark"], name="identity_mark_once"),
            models.CheckConstraint(name="identity_mark_kind", condition=Q(kind__in=MarkKind.values)),
        ]
        indexes = [models.Index(fields=["service", "kind", "mark"], name="identity_by_mark")]
