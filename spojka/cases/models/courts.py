from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.ui.words import legible

from .case import Case
from .people import Party


class MeasureQuerySet(OwnedQuerySet):
    def standing(self) -> Self:
        return self.filter(ended_on=None)


class Measure(Owned):
    """A measure of a court: its kind, from when, until when, and the next term that is watched."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="measures")
    about = models.ForeignKey(Party, models.PROTECT, related_name="measures")
    kind = models.CharField(max_length=20)  # code of the list court_measure
    court = models.CharField(max_length=120, blank=True)
    file_number = models.CharField(max_length=60, blank=True)
    starts_on = models.DateField()
    ends_by = models.DateField(null=True, blank=True)  # at the latest, by law or by the court
    next_on = models.DateField(null=True, blank=True)  # hearing, report or review
    next_what = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)  # sealed
    ended_on = models.DateField(null=True, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id

    objects = MeasureQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("words",)
    tells = Kind.SITUATION
    subject = "about_id"
    handed_over = True
    kept = Kept(years=5, since="the closing of its case", personal=("words", "file_number"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="measure_in_order", condition=Q(ends_by=None) | Q(ends_by__gte=models.F("starts_on"))
            ),
        ]
        indexes = [models.Index(fields=["case"], name="measure_by_case")]

    @property
    def said(self) -> str:
        return legible(self.words) if self.words else ""

    @property
    def soonest(self) -> date | None:
        """The next day that is watched."""
        return min((day for day in (self.next_on, self.ends_by) if day), default=None)


class Placement(Owned):
    """A child goes to another place to live: what has to be seen to, so that it is not only moved."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="placements")
    about = models.ForeignKey(Party, models.PROTECT, related_name="placements")
    where = models.TextField()  # sealed
    planned_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)  # done, or it came to nothing
    ended_words = models.TextField(blank=True)  # sealed
    recorded_by = models.CharField(max_length=60)  # Actor.id

    sealed: ClassVar[tuple[str, ...]] = ("where", "ended_words")
    tells = Kind.SITUATION
    subject = "about_id"
    says_where = True
    handed_over = True
    kept = Kept(years=5, since="the closing of its case", personal=("where", "ended_words"))

    class Meta(Owned.Meta):
        indexes = [models.Index(fields=["case"], name="placement_by_case")]

    @property
    def place(self) -> str:
        return legible(self.where)

    @property
    def end_words(self) -> str:
        return legible(self.ended_words) if self.ended_words else ""


class PlacementTick(Owned):
    """One thing of the checklist that was seen to: by whom, how. Ticked again, the later one holds."""

    placement = models.ForeignKey(Placement, models.PROTECT, related_name="ticks")
    item = models.CharField(max_length=20)  # code of the list placement_item
    is_done = models.BooleanField()
    words = models.TextField(blank=True)  # sealed: how, or why not
    at = models.DateTimeField()
    ticked_by = models.CharField(max_length=60)  # Actor.id

    sealed: ClassVar[tuple[str, ...]] = ("words",)
    tells = Kind.SITUATION
    subject = "placement__about_id"
    says_where = True
    kept = Kept(years=5, since="the closing of its case", personal=("words",))

    class Meta(Owned.Meta):
        indexes = [models.Index(fields=["placement"], name="placementtick_by_placement")]

    @property
    def said(self) -> str:
        return legible(self.words) if self.words else ""
