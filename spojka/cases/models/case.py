from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.network.models import Membership, Service
from spojka.ui.words import legible


class CaseOf(models.TextChoices):
    """Whom the case is about."""

    PERSON = "person", _("one person")
    FAMILY = "family", _("a family")


class CaseState(models.TextChoices):
    OPEN = "open", pgettext_lazy("a case", "open")
    PAUSED = "paused", pgettext_lazy("a case", "paused")
    CLOSED = "closed", pgettext_lazy("a case", "closed")


class Stage(models.TextChoices):
    """Where the work is: it goes round, monitoring leads to evaluation and that to a new plan."""

    MAPPING = "mapping", _("mapping")
    PLANNING = "planning", _("planning")
    REALISATION = "realisation", _("realisation")
    MONITORING = "monitoring", _("monitoring")
    EVALUATION = "evaluation", _("evaluation")


class CaseQuerySet(OwnedQuerySet):
    def live(self) -> Self:
        """Cases that are not closed."""
        return self.exclude(state=CaseState.CLOSED)


class Case(Owned):
    """One person's or one family's file. It belongs to the service that coordinates."""

    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()  # within the year and the service that opened it
    opened_in = models.ForeignKey(Service, models.PROTECT, related_name="+")
    name = models.TextField()  # sealed: what the team calls it
    of = models.CharField(max_length=10, choices=CaseOf)
    way_in = models.CharField(max_length=20)  # code of the list case_way_in
    way_words = models.TextField(blank=True)  # sealed: who recommended, what was asked
    opened_on = models.DateField()
    court_until = models.DateField(null=True, blank=True)  # till when a court waits for an agreement
    regime = models.CharField(max_length=20)  # code of the list case_regime
    setting = models.CharField(max_length=20, blank=True)  # code of the list case_setting
    state = models.CharField(max_length=10, choices=CaseState, default=CaseState.OPEN)
    stage = models.CharField(max_length=15, choices=Stage, default=Stage.MAPPING)
    paused_until = models.DateField(null=True, blank=True)
    coordinator = models.ForeignKey(Membership, models.PROTECT, related_name="+", null=True, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id

    objects = CaseQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("name", "way_words")
    tells = Kind.WORK
    walled = True
    handed_over = True
    kept = Kept(years=5, since="its closing", personal=("name", "way_words"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["opened_in", "year", "number"], name="case_number"),
            models.CheckConstraint(name="case_of", condition=Q(of__in=CaseOf.values)),
            models.CheckConstraint(name="case_state", condition=Q(state__in=CaseState.values)),
            models.CheckConstraint(name="case_stage", condition=Q(stage__in=Stage.values)),
            models.CheckConstraint(name="case_pause", condition=Q(paused_until=None) | Q(state="paused")),
        ]
        indexes = [models.Index(fields=["service", "state", "-opened_on"], name="case_newest")]

    def __str__(self) -> str:
        return f"{self.year}-{self.number}"

    @property
    def called(self) -> str:
        return legible(self.name)

    @property
    def came_by(self) -> str:
        return legible(self.way_words) if self.way_words else ""

    @property
    def is_open(self) -> bool:
        return self.state == CaseState.OPEN

    @property
    def is_closed(self) -> bool:
        return self.state == CaseState.CLOSED


class TurnKind(models.TextChoices):
    OPENED = "opened", _("the case was opened")
    STAGE = "stage", _("the stage changed")
    PAUSED = "paused", _("the case was paused")
    RESUMED = "resumed", _("the work goes on")
    HANDED = "handed", _("the coordination was handed over")
    CLOSED = "closed", _("the case was closed")
    REOPENED = "reopened", _("the case was opened again")


class CaseTurn(Owned):
    """What became of a case as a whole. Only added."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="turns")
    kind = models.CharField(max_length=10, choices=TurnKind)
    stage = models.CharField(max_length=15, choices=Stage, blank=True)
    to = models.CharField(max_length=200, blank=True)  # of a handover: which service
    words = models.TextField(blank=True)  # sealed
    until = models.DateField(null=True, blank=True)
    at = models.DateTimeField()
    made_by = models.CharField(max_length=60)  # Actor.id

    sealed: ClassVar[tuple[str, ...]] = ("words",)
    tells = Kind.WORK
    subject = "case_id"
    kept = Kept(years=5, since="the closing of its case", personal=("words",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="caseturn_kind", condition=Q(kind__in=TurnKind.values)),
            models.CheckConstraint(name="caseturn_stage", condition=Q(stage__in=["", *Stage.values])),
        ]
        indexes = [models.Index(fields=["case", "-at"], name="caseturn_newest")]

    @property
    def said(self) -> str:
        return legible(self.words) if self.words else ""


class CaseClosing(Owned):
    """How the work ended: the closing evaluation. A case opened again is closed by another one."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="closings")
    turn = models.OneToOneField(CaseTurn, models.PROTECT, related_name="closing")
    ground = models.CharField(max_length=20)  # code of the list case_closing
    strong = models.TextField()  # sealed: strong sides of the cooperation
    weak = models.TextField()  # sealed
    worked = models.TextField()  # sealed: what worked
    advice = models.TextField()  # sealed: recommendations
    client_words = models.TextField(blank=True)  # sealed: what the client says of it

    sealed: ClassVar[tuple[str, ...]] = ("strong", "weak", "worked", "advice", "client_words")
    tells = Kind.WORK
    subject = "case_id"
    kept = Kept(years=5, since="its writing", personal=("strong", "weak", "worked", "advice", "client_words"))

    @property
    def parts(self) -> dict[str, str]:
        """What was written, by the name of the field."""
        said = {name: getattr(self, name) for name in self.sealed}
        return {name: legible(words) for name, words in said.items() if words}
