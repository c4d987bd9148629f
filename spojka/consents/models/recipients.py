from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.models import Grant
from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.network.models import Membership, Organisation, Service
from spojka.ui.words import legible

from .consent import KINDS, Consent


class EndedWhy(models.TextChoices):
    """Why something is shared with a recipient no more."""

    WITHDRAWN = "withdrawn", pgettext_lazy("a consent", "withdrawn")
    CARE_ENDED = "care_ended", _("the time of working together ended")
    REPLACED = "replaced", _("a newer consent replaced it")
    OF_AGE = "of_age", _("the client came of age")
    STATEMENT = "statement", _("the base statement was withdrawn")


class RecipientQuerySet(OwnedQuerySet):
    def open(self, at: datetime) -> Self:
        """Recipients with whom something is shared now."""
        whole = Q(consent__ends_at=None) | Q(consent__ends_at__gt=at)
        return self.filter(whole, ended_at=None, consent__withdrawn_at=None, consent__is_opposed=False)


class ConsentRecipient(Owned):
    """An institution or a private person named in a consent, with what may be told to them.

    One who works with Spojka is named by rows (`house`, `centre`, `worker`) and has a grant; others by words alone.
    """

    consent = models.ForeignKey(Consent, models.PROTECT, related_name="recipients")
    place_in_order = models.PositiveSmallIntegerField()
    kinds = models.PositiveSmallIntegerField()
    house = models.ForeignKey(Organisation, models.PROTECT, related_name="+", null=True, blank=True)
    centre = models.ForeignKey(Service, models.PROTECT, related_name="+", null=True, blank=True)
    worker = models.ForeignKey(Membership, models.PROTECT, related_name="+", null=True, blank=True)
    institution = models.CharField(max_length=160, blank=True)  # as the paper has it
    unit = models.CharField(max_length=120, blank=True)  # its centre or service, as the paper has it
    person = models.TextField(blank=True)  # sealed: the responsible worker, or the private person
    relation = models.CharField(max_length=60, blank=True)  # of a private person
    grant = models.OneToOneField(Grant, models.PROTECT, related_name="+", null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_why = models.CharField(max_length=12, choices=EndedWhy, blank=True)
    ended_how = models.CharField(max_length=200, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)

    objects = RecipientQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("person",)
    tells = Kind.LEDGER
    subject = "consent__client_id"
    kept = Kept(years=5, since="its end", personal=("person", "relation", "ended_how"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["consent", "place_in_order"], name="consentrecipient_once"),
            models.CheckConstraint(name="consentrecipient_kinds", condition=Q(kinds__gte=1, kinds__lte=sum(KINDS))),
            models.CheckConstraint(
                name="consentrecipient_who",
                condition=Q(relation="") & ~Q(institution="") | ~Q(relation="") & Q(institution="", house=None),
            ),
            models.CheckConstraint(
                name="consentrecipient_ended", condition=Q(ended_at=None, ended_why="") | Q(ended_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.institution, self.unit, self.called, self.relation) if part)

    @property
    def what(self) -> Kind:
        return Kind(self.kinds)

    @property
    def called(self) -> str:
        return legible(self.person) if self.person else ""

    @property
    def is_private(self) -> bool:
        return bool(self.relation)

    @property
    def opened_to(self) -> Membership | Service | Organisation | None:
        """The narrowest that was named and works with Spojka."""
        return self.worker or self.centre or self.house
