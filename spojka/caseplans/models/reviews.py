from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.cases.models import Case, Party
from spojka.ui.words import legible

from .plan import Plan

ATTAINMENT = {  # the Goal Attainment Scale
    2: pgettext_lazy("a goal", "much more than expected"),
    1: pgettext_lazy("a goal", "more than expected"),
    0: pgettext_lazy("a goal", "as expected"),
    -1: pgettext_lazy("a goal", "less than expected"),
    -2: pgettext_lazy("a goal", "much less than expected"),
}


class Gathering(models.TextChoices):
    REVIEW = "review", pgettext_lazy("a meeting", "a look at the plan")
    MEETING = "meeting", pgettext_lazy("a meeting", "case meeting")
    CONFERENCE = "conference", pgettext_lazy("a meeting", "case conference")


class Review(Owned):
    """The plan was looked at, perhaps at a meeting that has minutes: when, with whom, what was agreed."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="plan_reviews")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="reviews")
    kind = models.CharField(max_length=12, choices=Gathering, default=Gathering.REVIEW)
    on = models.DateField()
    words = models.TextField(blank=True)  # sealed
    minutes = models.TextField(blank=True)  # sealed: who was there, why, who does what (content.Minutes)
    next_on = models.DateField(null=True, blank=True)  # nothing: by individual agreement
    at = models.DateTimeField()
    written_by = models.CharField(max_length=60)  # Actor.id

    sealed: ClassVar[tuple[str, ...]] = ("words", "minutes")
    tells = Kind.WORK
    subject = "case_id"
    kept = Kept(years=5, since="the closing of its case", personal=("words", "minutes"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="planreview_kind", condition=Q(kind__in=Gathering.values)),
            models.CheckConstraint(name="planreview_next", condition=Q(next_on=None) | Q(next_on__gt=models.F("on"))),
        ]
        indexes = [models.Index(fields=["case", "-at"], name="planreview_newest")]

    @property
    def is_meeting(self) -> bool:
        return self.kind != Gathering.REVIEW

    @property
    def said(self) -> str:
        return legible(self.words) if self.words else ""


class Attainment(Owned):
    """How far one goal was reached, from −2 to +2."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="attainments")
    review = models.ForeignKey(Review, models.PROTECT, related_name="attainments")
    key = models.UUIDField()  # of the goal
    level = models.SmallIntegerField()
    words = models.TextField(blank=True)  # sealed

    sealed: ClassVar[tuple[str, ...]] = ("words",)
    tells = Kind.WORK
    subject = "case_id"
    kept = Kept(years=5, since="the closing of its case", personal=("words",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["review", "key"], name="attainment_once"),
            models.CheckConstraint(name="attainment_level", condition=Q(level__gte=-2, level__lte=2)),
        ]

    @property
    def said(self) -> str:
        return legible(self.words) if self.words else ""

    @property
    def meaning(self) -> str:
        return str(ATTAINMENT[self.level])


class RatedBy(models.TextChoices):
    CLIENT = "client", pgettext_lazy("rated by", "the client")
    WORKER = "worker", pgettext_lazy("rated by", "the worker")


class Occasion(models.TextChoices):
    ENTRY = "entry", pgettext_lazy("of a rating", "entry")
    REVIEW = "review", pgettext_lazy("of a rating", "review")
    CLOSING = "closing", pgettext_lazy("of a rating", "closing")


class OutcomeRating(Owned):
    """How one party lives, by the client's or the worker's word: each area from 0 to 10, 10 is best."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="outcome_ratings")
    about = models.ForeignKey(Party, models.PROTECT, related_name="outcome_ratings")
    on = models.DateField()
    by_whom = models.CharField(max_length=6, choices=RatedBy)
    occasion = models.CharField(max_length=7, choices=Occasion)
    scores = models.JSONField()  # {code of the list outcome_area: 0–10}; what was not rated is left out
    words = models.TextField(blank=True)  # sealed
    at = models.DateTimeField()
    written_by = models.CharField(max_length=60)  # Actor.id

    sealed: ClassVar[tuple[str, ...]] = ("words",)
    tells = Kind.SITUATION
    subject = "about_id"
    kept = Kept(years=5, since="the closing of its case", personal=("scores", "words"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="outcomerating_by", condition=Q(by_whom__in=RatedBy.values)),
            models.CheckConstraint(name="outcomerating_occasion", condition=Q(occasion__in=Occasion.values)),
        ]
        indexes = [models.Index(fields=["case", "-at"], name="outcomerating_newest")]

    @property
    def said(self) -> str:
        return legible(self.words) if self.words else ""
