from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Client
from spojka.links.models import Link
from spojka.ui.words import legible

PURPOSE = "look"  # of links


class AccessSheet(Owned):
    """A paper that lets a client look into their own record. Its link keeps the hash of the secret."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="access_sheets")
    name = models.CharField(max_length=4)  # the first letters of the secret, so that one paper is told from another
    link = models.OneToOneField(Link, models.PROTECT, related_name="+")
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


class Part(models.TextChoices):
    """A part of the own look."""

    DONE = "done", _("what was done")
    LEDGER = "ledger", _("with whom is shared and who looked")
    CASE = "case", _("the case: the plan, who helps, what was said")
    SAID = "said", _("what was said of the client in the case")


OF_CASE = (Part.CASE, Part.SAID)
PART_KINDS = {Part.DONE: Kind.ANYTHING & ~Kind.COURSE, Part.LEDGER: Kind.LEDGER}  # the course opens the client's row


class WithholdingGround(models.TextChoices):
    """Why the client may not read a part of their own record for a time."""

    LIFE = "life", _("it endangers somebody's life or health")
    CHILD = "child", _("it endangers a child")
    OTHERS = "others", _("it tells of somebody else who did not agree")
    AUTHORITY = "authority", _("a law or a court forbids to tell it now")


class WithholdingQuerySet(OwnedQuerySet):
    def open(self, today: date) -> Self:
        """What waits for a review or holds."""
        return self.filter(ended_at=None, ends_on__gte=today).exclude(is_approved=False)

    def holding(self, today: date) -> Self:
        return self.open(today).filter(is_approved=True)


class Withholding(Owned):
    """A part that the client's own look does not show until a day; a second person has to approve it."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="withholdings")
    part = models.CharField(max_length=10, choices=Part)
    ground = models.CharField(max_length=10, choices=WithholdingGround)
    why = models.TextField()  # sealed
    ends_on = models.DateField()  # the last day
    proposed_by = models.CharField(max_length=60)  # Actor.id
    is_approved = models.BooleanField(null=True, blank=True)  # None: nobody has reviewed it
    reviewed_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.CharField(max_length=60, blank=True)
    review_words = models.TextField(blank=True)  # sealed
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)

    objects = WithholdingQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("why", "review_words")
    tells = Kind.WORK
    subject = "client_id"
    shared = Q(pk__in=[])  # no grant opens it, the own look least of all
    kept = Kept(years=5, since="its end", personal=("why", "review_words"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="withholding_part", condition=Q(part__in=Part.values)),
            models.CheckConstraint(name="withholding_ground", condition=Q(ground__in=WithholdingGround.values)),
            models.CheckConstraint(name="withholding_by_two", condition=~Q(reviewed_by=models.F("proposed_by"))),
        ]

    def __str__(self) -> str:
        return str(self.get_part_display())

    @property
    def reason(self) -> str:
        return legible(self.why)

    @property
    def review_reason(self) -> str:
        return legible(self.review_words)

    def is_open(self, today: date) -> bool:
        """Test whether it waits for a review or holds."""
        return self.ended_at is None and self.ends_on >= today and self.is_approved is not False

    def holds(self, today: date) -> bool:
        return self.is_open(today) and self.is_approved is True
