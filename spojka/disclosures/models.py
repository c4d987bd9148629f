from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.actor import Actor
from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind, Permission
from spojka.base.keeping import Kept
from spojka.network.models import Membership
from spojka.ui.words import legible

YEARS = 10
AT_HOME = Q(pk__in=[])  # nothing of it leaves the service


@dataclass(frozen=True)
class Opened:
    """The sealed texts of a row, to be read."""

    row: "DisclosureRequest | DisclosureLine"

    def __getattr__(self, name: str) -> str:
        if name not in type(self.row).sealed:
            raise AttributeError(name)
        return legible(getattr(self.row, name))


class Way(models.TextChoices):
    """By which way something came or was given."""

    DATA_BOX = "data_box", _("data box")
    LETTER = "letter", pgettext_lazy("a way of sending", "letter")
    IN_PERSON = "in_person", _("in person")
    PHONE = "phone", _("by phone")
    EMAIL = "email", _("by e-mail")


class Decision(models.TextChoices):
    """What the head decided."""

    GIVE = "give", _("give all that is asked")
    PART = "part", _("give a part")
    REFUSE = "refuse", _("give nothing")
    WITHDRAWN = "withdrawn", _("the authority took it back")


class LineKind(models.TextChoices):
    """What a line says."""

    GIVEN = "given", _("what was given")
    TOLD = "told", _("the client was told")
    UNTOLD = "untold", _("the client was not told")
    NOTE = "note", _("note")


class RequestQuerySet(OwnedQuerySet):
    def known_to(self, actor: Actor) -> Self:
        """Of rows that `actor` may see, those they were named to; who oversees the register sees all."""
        if actor.may(Permission.DISCLOSURE_OVERSEE):
            return self
        mine = DisclosureReader.objects.filter(
            request=OuterRef("pk"), membership_id__in=actor.memberships, ended_at=None
        )
        return self.filter(Exists(mine))


class DisclosureRequest(Owned):
    """An authority asks for data of a client (žádost orgánu). Its head decides once."""

    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()  # within the service and the year
    authority = models.CharField(max_length=30)  # of the list authority_kind
    office = models.CharField(max_length=120)
    reference = models.CharField(max_length=80, blank=True)  # the authority's own file number
    officer = models.CharField(max_length=120, blank=True)
    ground = models.CharField(max_length=30)  # of the list disclosure_ground
    ground_text = models.CharField(max_length=300, blank=True)
    received_on = models.DateField()
    way = models.CharField(max_length=10, choices=Way)
    due_on = models.DateField(null=True, blank=True)  # until when the authority wants an answer
    about = models.TextField()  # this and the next: sealed
    asked = models.TextField()
    recorded_by = models.CharField(max_length=60)  # Actor.id
    decision = models.CharField(max_length=10, choices=Decision, blank=True)
    decided_why = models.TextField(blank=True)  # for us
    answer = models.TextField(blank=True)  # what the authority reads
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.CharField(max_length=60, blank=True)  # Actor.id

    sealed: ClassVar[tuple[str, ...]] = ("about", "asked", "decided_why", "answer")
    objects = RequestQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.WORK
    shared = AT_HOME
    kept = Kept(
        years=YEARS, since="the decision", personal=("reference", "officer", "about", "asked", "decided_why", "answer")
    )

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["service", "year", "number"], name="disclosurerequest_number"),
            models.CheckConstraint(name="disclosurerequest_way", condition=Q(way__in=Way.values)),
            models.CheckConstraint(
                name="disclosurerequest_decided",
                condition=Q(decision="", decided_at=None) | Q(decision__in=Decision.values, decided_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["service", "-received_on"], name="disclosure_by_day")]

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"

    @property
    def opened(self) -> Opened:
        """The texts that lie sealed in the columns named in `sealed`."""
        return Opened(self)

    @property
    def is_decided(self) -> bool:
        return self.decided_at is not None

    def is_late(self, on: date) -> bool:
        return not self.is_decided and self.due_on is not None and self.due_on < on


class DisclosureLine(Owned):
    """What was given, that the client was told or why not, or a note. Lines are only added."""

    request = models.ForeignKey(DisclosureRequest, models.PROTECT, related_name="lines")
    kind = models.CharField(max_length=10, choices=LineKind)
    on = models.DateField()
    text = models.TextField(blank=True)  # documents and records that were given; how the client was told; the note
    recipient = models.TextField(blank=True)  # to whom it was given
    way = models.CharField(max_length=10, choices=Way, blank=True)
    code = models.CharField(max_length=30, blank=True)  # of the list untold_reason
    is_after = models.BooleanField(default=False)  # an addition to a request that was decided already
    recorded_by = models.CharField(max_length=60)  # Actor.id

    sealed: ClassVar[tuple[str, ...]] = ("text", "recipient")
    tells = Kind.WORK
    subject = "request_id"
    shared = AT_HOME
    kept = Kept(years=YEARS, since="the decision", personal=("text", "recipient"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="disclosureline_kind", condition=Q(kind__in=LineKind.values)),
        ]

    @property
    def opened(self) -> Opened:
        """The texts that lie sealed in the columns named in `sealed`."""
        return Opened(self)


class DisclosureReader(Owned):
    """A colleague whom the head lets read one request."""

    request = models.ForeignKey(DisclosureRequest, models.PROTECT, related_name="readers")
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    named_by = models.CharField(max_length=60)  # Actor.id
    ended_at = models.DateTimeField(null=True, blank=True)

    tells = Kind.WORK
    subject = "request_id"
    shared = AT_HOME
    kept = Kept(years=YEARS, since="the decision", personal=("membership",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(
                fields=["request", "membership"], name="disclosurereader_once", condition=Q(ended_at=None)
            ),
        ]
