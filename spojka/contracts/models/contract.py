from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce, Least
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Client

from .rules import ServiceRules
from .texts import AT_HOME, YEARS, Sealed

SOON = timedelta(days=14)
SOONEST = (Coalesce(Least("until", "last_day"), "until", "last_day"), "pk")  # the order in which contracts end


class ContractRegime(models.TextChoices):
    """By which law the work is done; the codes are those of the list case_regime."""

    SERVICE = "service", _("Social service")
    PROTECTION = "protection", _("Authorisation for child protection")


class ContractForm(models.TextChoices):
    """How it is concluded."""

    WRITTEN = "written", _("written, two copies")
    ORAL = "oral", _("by word, noted by the worker")


class ContractState(models.TextChoices):
    """How a contract stands on a day."""

    DRAFT = "draft", pgettext_lazy("a contract", "waits for the head")
    RUNNING = "running", pgettext_lazy("a contract", "holds")
    NOTICE = "notice", pgettext_lazy("a contract", "is ending")
    ENDED = "ended", pgettext_lazy("a contract", "ended")
    LAPSED = "lapsed", pgettext_lazy("a contract", "its time is over")
    DROPPED = "dropped", pgettext_lazy("a contract", "draft put aside")


class ContractQuerySet(OwnedQuerySet):
    def holding(self, on: date) -> Self:
        """Contracts that hold on a day, or will begin."""
        in_time = (Q(until=None) | Q(until__gte=on)) & (Q(last_day=None) | Q(last_day__gte=on))
        return self.filter(in_time, concluded_on__isnull=False)

    def ending(self, on: date) -> Self:
        """Those of them that end soon, by their time or by a notice."""
        soon = on + SOON
        return self.holding(on).filter(Q(until__lte=soon) | Q(last_day__lte=soon))

    def over(self, on: date) -> Self:
        return self.filter(Q(until__lt=on) | Q(last_day__lt=on), concluded_on__isnull=False)


class Contract(Owned):
    """A contract with one client. What it says are its wordings; it has a number since the head concluded it."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="contracts")
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    number = models.PositiveIntegerField(null=True, blank=True)  # within the service and the year
    regime = models.CharField(max_length=12, choices=ContractRegime)
    form = models.CharField(max_length=8, choices=ContractForm)
    is_three_party = models.BooleanField(default=False)  # client, OSPOD and us
    is_anonymous = models.BooleanField(default=False)  # we knew no name when it was written
    written_by = models.CharField(max_length=60)  # Actor.id
    concluded_on = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)  # as the wording in force says; empty: indefinite
    last_day = models.DateField(null=True, blank=True)  # as its ending says, once it was delivered
    dropped_at = models.DateTimeField(null=True, blank=True)

    objects = ContractQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.COURSE
    subject = "client_id"
    shared = AT_HOME
    kept = Kept(years=YEARS, since="its end", personal=("client",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["service", "year", "number"], name="contract_number"),
            models.CheckConstraint(
                name="contract_numbered",
                condition=Q(number=None, year=None, concluded_on=None)
                | Q(number__isnull=False, year__isnull=False, concluded_on__isnull=False, dropped_at=None),
            ),
            models.CheckConstraint(name="contract_regime", condition=Q(regime__in=ContractRegime.values)),
            models.CheckConstraint(name="contract_form", condition=Q(form__in=ContractForm.values)),
            models.CheckConstraint(
                name="contract_of_three",
                condition=Q(is_three_party=False) | Q(regime="protection", form="written"),
                violation_error_message=_("A contract of three is possible by authorisation alone, and in writing."),
            ),
        ]
        indexes = [
            models.Index(fields=["client"], name="contract_by_client"),
            models.Index(fields=["service", "concluded_on"], name="contract_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.number}/{self.year}" if self.number else str(_("draft"))

    @property
    def title(self) -> str:
        """What pages call it."""
        return _("Contract %(number)s") % {"number": self} if self.number else str(_("Draft of a contract"))

    @property
    def is_concluded(self) -> bool:
        return self.concluded_on is not None

    @property
    def ends(self) -> date | None:
        """The last day, as far as it is known."""
        return min((day for day in (self.until, self.last_day) if day), default=None)

    def state_on(self, on: date) -> ContractState:
        if not self.is_concluded:
            return ContractState.DROPPED if self.dropped_at else ContractState.DRAFT
        if self.until and self.until < min(on, self.last_day or on):  # its time was over before any notice was
            return ContractState.LAPSED
        if self.last_day:
            return ContractState.ENDED if self.last_day < on else ContractState.NOTICE
        return ContractState.RUNNING


class ContractWording(Sealed, Owned):
    """What a contract says: the first wording is the contract, each next one an addendum. Concluded, it stays."""

    contract = models.ForeignKey(Contract, models.PROTECT, related_name="wordings")
    version = models.PositiveSmallIntegerField()
    rules = models.ForeignKey(ServiceRules, models.PROTECT, related_name="+")
    texts = models.TextField()  # sealed
    acts = models.JSONField(default=list, blank=True)  # codes of the list act
    has_fee = models.BooleanField(default=False)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    edition = models.PositiveSmallIntegerField(default=1)  # of the draft: who wrote from an older one is told
    written_by = models.CharField(max_length=60)  # Actor.id
    concluded_on = models.DateField(null=True, blank=True)
    concluded_by = models.CharField(max_length=60, blank=True)  # Actor.id
    dropped_at = models.DateTimeField(null=True, blank=True)

    tells = Kind.COURSE
    subject = "contract__client_id"
    shared = AT_HOME
    kept = Kept(years=YEARS, since="its end", personal=("texts",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(
                fields=["contract", "version"], name="contractwording_version", condition=Q(dropped_at=None)
            ),
            models.UniqueConstraint(
                fields=["contract"],
                name="contractwording_one_draft",
                condition=Q(concluded_on=None, dropped_at=None),
            ),
            models.CheckConstraint(
                name="contractwording_span",
                condition=Q(ends_on=None) | Q(ends_on__gte=models.F("starts_on")),
                violation_error_message=_("It can't end before it starts."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.version)

    @property
    def is_addendum(self) -> bool:
        return self.version > 1

    @property
    def is_draft(self) -> bool:
        return self.concluded_on is None and self.dropped_at is None
