from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.consents.models import KINDS
from spojka.search.columns import NewestIndex, Words, WordsIndex
from spojka.ui.words import legible

from .case import Case
from .people import Party


class Entry(Owned):
    """What happened with one party, of one kind: those who may know that kind of that party read it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="entries")
    about = models.ForeignKey(Party, models.PROTECT, related_name="entries")
    kind = models.PositiveSmallIntegerField()  # one of KINDS
    at = models.DateTimeField()  # when it happened
    text = models.TextField(max_length=5000)
    written_by = models.CharField(max_length=60)  # Actor.id
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_by = models.CharField(max_length=60, blank=True)
    voided_why = models.CharField(max_length=300, blank=True)
    words = Words("text", also=("voided_at",), within="case_id")

    tells = Kind.ANYTHING
    tells_in = "kind"
    subject = "about_id"
    kept = Kept(years=5, since="the closing of its case", personal=("text", "voided_why"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="entry_kind", condition=Q(kind__in=[int(kind) for kind in KINDS])),
        ]
        indexes = [
            models.Index(fields=["case", "-at"], name="entry_newest"),
            WordsIndex(name="entry_words"),
            NewestIndex(fields=["service", "-at", "-id"], name="entry_found"),
        ]

    @property
    def is_findable(self) -> bool:
        return self.voided_at is None


class Note(Owned):
    """What a service keeps for itself: no consent, no participation opens it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="notes")
    about = models.ForeignKey(Party, models.PROTECT, related_name="notes", null=True, blank=True)
    at = models.DateTimeField()
    text = models.TextField(max_length=5000)
    written_by = models.CharField(max_length=60)  # Actor.id
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_by = models.CharField(max_length=60, blank=True)
    words = Words("text", also=("voided_at",), within="case_id")

    tells = Kind.OTHER
    subject = "case_id"
    shared = Q(pk__in=[])
    kept = Kept(years=5, since="the closing of its case", personal=("text",))

    class Meta(Owned.Meta):
        indexes = [models.Index(fields=["case", "-at"], name="note_newest"), WordsIndex(name="note_words")]

    @property
    def is_findable(self) -> bool:
        return self.voided_at is None


class Degree(models.IntegerChoices):
    """How far on one axis of motivation."""

    LOW = 1, pgettext_lazy("a degree", "low")
    MIDDLE = 2, pgettext_lazy("a degree", "middle")
    HIGH = 3, pgettext_lazy("a degree", "high")


class Risk(models.IntegerChoices):
    LOW = 1, pgettext_lazy("a risk", "low")
    MIDDLE = 2, pgettext_lazy("a risk", "middle")
    HIGH = 3, pgettext_lazy("a risk", "high")


class Appraisal(Owned):
    """How one party stands: motivation on two axes and, of a child, the risk, with reasons. Only added."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="appraisals")
    about = models.ForeignKey(Party, models.PROTECT, related_name="appraisals")
    at = models.DateTimeField()
    accepts = models.PositiveSmallIntegerField(choices=Degree, null=True, blank=True)  # help from outside
    believes = models.PositiveSmallIntegerField(choices=Degree, null=True, blank=True)  # that it can change
    risk = models.PositiveSmallIntegerField(choices=Risk, null=True, blank=True)
    reasons = models.TextField()  # sealed
    written_by = models.CharField(max_length=60)  # Actor.id

    sealed: ClassVar[tuple[str, ...]] = ("reasons",)
    tells = Kind.SITUATION
    subject = "about_id"
    kept = Kept(years=5, since="the closing of its case", personal=("reasons",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="appraisal_says_something",
                condition=~Q(accepts=None, believes=None, risk=None),
            ),
        ]
        indexes = [models.Index(fields=["case", "-at"], name="appraisal_newest")]

    @property
    def why(self) -> str:
        return legible(self.reasons)

    @property
    def wants_motivating(self) -> bool:
        """Test whether both axes are low: motivating comes before any plan."""
        return self.accepts == Degree.LOW and self.believes == Degree.LOW

    @property
    def axes(self) -> str:
        said = [
            (_("accepts help"), self.get_accepts_display()),
            (_("believes in a change"), self.get_believes_display()),
        ]
        return ", ".join(f"{name}: {value}" for name, value in said if value)
