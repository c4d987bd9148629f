from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.models import Grant
from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Client
from spojka.network.models import Membership, Organisation, Service
from spojka.ui.words import legible

from .consent import KINDS


class OpeningBasis(models.TextChoices):
    """On which ground something is told without the client's consent."""

    DUTY = "duty", _("a legal duty")
    DANGER = "danger", _("danger to life")


class Told(models.TextChoices):
    """Whether the client knows beforehand what is told and to whom."""

    BEFORE = "before", _("told beforehand")
    NOT_TOLD = "not_told", _("not told, because telling endangers somebody")
    AFTER = "after", _("will be told afterwards")


class OpeningQuerySet(OwnedQuerySet):
    def waiting(self) -> Self:
        """Openings that a head has to look at: not told and not approved, or opened in danger and not reviewed."""
        return self.filter(ended_at=None, approved_at=None).filter(
            Q(told=Told.NOT_TOLD) | Q(basis=OpeningBasis.DANGER)
        )


class Opening(Owned):
    """What is told of a client without their consent: to whom, on which ground, whether they were told, who approved.

    Of a duty where the client is not told nothing is opened before somebody else approves. In danger to life it is
    opened at once, for days, and looked at afterwards.
    """

    client = models.ForeignKey(Client, models.PROTECT, related_name="openings")
    basis = models.CharField(max_length=10, choices=OpeningBasis)
    ground = models.CharField(max_length=200)  # which law or which danger, in words
    reason = models.TextField(max_length=1000)  # why just this and just to them
    kinds = models.PositiveSmallIntegerField()
    house = models.ForeignKey(Organisation, models.PROTECT, related_name="+", null=True, blank=True)
    centre = models.ForeignKey(Service, models.PROTECT, related_name="+", null=True, blank=True)
    worker = models.ForeignKey(Membership, models.PROTECT, related_name="+", null=True, blank=True)
    institution = models.CharField(max_length=160)
    unit = models.CharField(max_length=120, blank=True)
    person = models.TextField(blank=True)  # sealed: the responsible worker
    told = models.CharField(max_length=10, choices=Told)
    told_on = models.DateField(null=True, blank=True)
    told_how = models.CharField(max_length=200, blank=True)  # of who was told: by whom and how
    untold_why = models.TextField(max_length=1000, blank=True)
    ends_at = models.DateTimeField()
    grant = models.OneToOneField(Grant, models.PROTECT, related_name="+", null=True, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.CharField(max_length=60, blank=True)  # never who wrote it down
    approved_words = models.CharField(max_length=300, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)
    ended_why = models.CharField(max_length=300, blank=True)

    objects = OpeningQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("person",)
    tells = Kind.WORK
    subject = "client_id"
    shared = Q(pk__in=[])  # whoever is told need not know on which words; the client hears of it when it may be told
    kept = Kept(years=5, since="its end", personal=("ground", "reason", "person", "told_how", "untold_why"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="opening_basis", condition=Q(basis__in=OpeningBasis.values)),
            models.CheckConstraint(name="opening_kinds", condition=Q(kinds__gte=1, kinds__lte=sum(KINDS))),
            models.CheckConstraint(
                name="opening_told",
                condition=Q(told=Told.BEFORE, told_on__isnull=False)
                | Q(told=Told.NOT_TOLD) & ~Q(untold_why="")
                | Q(told=Told.AFTER, basis=OpeningBasis.DANGER),
            ),
        ]
        indexes = [
            models.Index(fields=["client"], name="opening_by_client"),
            models.Index(fields=["service"], name="opening_waiting", condition=Q(approved_at=None, ended_at=None)),
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.institution, self.unit, self.called) if part)

    @property
    def what(self) -> Kind:
        return Kind(self.kinds)

    @property
    def called(self) -> str:
        return legible(self.person) if self.person else ""

    @property
    def opened_to(self) -> Membership | Service | Organisation | None:
        """The narrowest that was named and works with Spojka."""
        return self.worker or self.centre or self.house

    @property
    def needs_approval(self) -> bool:
        """Test whether nothing is told before somebody else approves."""
        return self.basis == OpeningBasis.DUTY and self.told == Told.NOT_TOLD

    def is_waiting(self) -> bool:
        asks = self.needs_approval or self.basis == OpeningBasis.DANGER
        return asks and self.approved_at is None and self.ended_at is None

    def is_open(self, at: datetime) -> bool:
        """Test whether something may be told by it at a moment."""
        stands = self.ended_at is None and at < self.ends_at
        return stands and not (self.needs_approval and self.approved_at is None)
