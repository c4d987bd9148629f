"""What comes after a contract: warnings, and its ending."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.ui.words import legible

from .contract import Contract
from .texts import AT_HOME, MENDED, YEARS, Mended, Sealed


class Delivery(models.TextChoices):
    """How a paper came to the client."""

    IN_PERSON = "in_person", _("in person")
    LETTER = "letter", pgettext_lazy("a way of sending", "letter")
    DATA_BOX = "data_box", _("data box")
    EMAIL = "email", _("by e-mail")


class EndingWay(models.TextChoices):
    """Who ends it. A contract whose time is over needs no ending."""

    CLIENT = "client", _("the client")
    AGREEMENT = "agreement", _("both agree")
    PROVIDER = "provider", _("the provider")


TITLES = {
    EndingWay.CLIENT: _("The client ends the contract"),
    EndingWay.AGREEMENT: _("Agreement on the end of the contract"),
    EndingWay.PROVIDER: _("Notice of the provider"),
}


class ContractWarning(Mended, Sealed, Owned):
    """The client broke a rule and was told in writing. Only one that was delivered counts later."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="warnings")
    happened_on = models.DateField()
    texts = models.TextField()  # sealed: which rule, what happened
    written_on = models.DateField()
    delivered_on = models.DateField(null=True, blank=True)
    delivered_how = models.CharField(max_length=10, choices=Delivery, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id
    corrects = models.OneToOneField("self", models.PROTECT, related_name="corrected", null=True, blank=True)
    voided_at = models.DateTimeField(null=True, blank=True)  # taken back, or put right by another one
    voided_by = models.CharField(max_length=60, blank=True)  # Actor.id
    voided_why = models.TextField(blank=True)  # sealed

    sealed = MENDED
    tells = Kind.COURSE
    subject = "contract__client_id"
    shared = AT_HOME
    kept = Kept(years=YEARS, since="its end", personal=MENDED)

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="contractwarning_delivered", condition=Q(delivered_on=None) ^ ~Q(delivered_how="")
            ),
        ]


class EndingQuerySet(OwnedQuerySet):
    def in_force(self) -> Self:
        """Endings that hold: of a contract at most one."""
        return self.filter(taken_back_at=None, overtaken_on=None)


class ContractEnding(Sealed, Owned):
    """How a contract ends before its time. One that was taken back, or a notice that the client overtook, stays.

    It holds no more: who ends the contract before the provider's notice has run out ends it themselves.
    """

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="endings")
    way = models.CharField(max_length=10, choices=EndingWay)
    ground = models.CharField(max_length=30, blank=True)  # of the provider alone: code of the list contract_ending
    warning = models.ForeignKey(ContractWarning, models.PROTECT, related_name="+", null=True, blank=True)
    happened_on = models.DateField(null=True, blank=True)
    unpaid_since = models.DateField(null=True, blank=True)
    texts = models.TextField()  # sealed: what happened, what was said
    is_written = models.BooleanField(default=True)
    written_on = models.DateField()
    delivered_on = models.DateField(null=True, blank=True)
    delivered_how = models.CharField(max_length=10, choices=Delivery, blank=True)
    last_day = models.DateField(null=True, blank=True)  # known since it was delivered
    recorded_by = models.CharField(max_length=60)  # Actor.id
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.CharField(max_length=60, blank=True)  # Actor.id
    overtaken_on = models.DateField(null=True, blank=True)  # the client said then that they go sooner
    opened_at = models.DateTimeField(null=True, blank=True)  # the head lets them come again sooner
    opened_by = models.CharField(max_length=60, blank=True)  # Actor.id
    opened_why = models.TextField(blank=True)  # sealed

    objects = EndingQuerySet.as_manager()  # type: ignore[misc]
    sealed = ("texts", "opened_why")
    tells = Kind.COURSE
    subject = "contract__client_id"
    shared = AT_HOME
    kept = Kept(years=YEARS, since="its end", personal=("texts", "opened_why"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(
                fields=["contract"], name="contractending_one", condition=Q(taken_back_at=None, overtaken_on=None)
            ),
            models.CheckConstraint(
                name="contractending_overtaken", condition=Q(overtaken_on=None) | Q(way="provider")
            ),
            models.CheckConstraint(name="contractending_way", condition=Q(way__in=EndingWay.values)),
            models.CheckConstraint(
                name="contractending_ground",
                condition=Q(way="provider", is_written=True) & ~Q(ground="")
                | Q(way__in=("client", "agreement"), ground="", last_day__isnull=False),
            ),
            models.CheckConstraint(name="contractending_warned", condition=Q(warning=None) | Q(way="provider")),
            models.CheckConstraint(
                name="contractending_delivered", condition=Q(last_day=None) | Q(delivered_on__isnull=False)
            ),
        ]

    @property
    def title(self) -> str:
        """What it is called on pages and papers."""
        return str(TITLES[EndingWay(self.way)])

    @property
    def is_in_force(self) -> bool:
        return self.taken_back_at is None and self.overtaken_on is None

    @property
    def why_opened(self) -> str:
        return legible(self.opened_why) if self.opened_why else ""
