import json
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.cases.models import Case, Participant, Party
from spojka.ui.words import legible


class DutyQuerySet(OwnedQuerySet):
    def standing(self) -> Self:
        return self.filter(voided_at=None)


class Duty(Owned):
    """What somebody asks of one party on a day: an appointment, a paper to bring. Everybody in the case sees it."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="duties")
    about = models.ForeignKey(Party, models.PROTECT, related_name="duties")
    on = models.DateField()
    starts = models.TimeField(null=True, blank=True)
    ends = models.TimeField(null=True, blank=True)
    asked_by = models.ForeignKey(Participant, models.PROTECT, related_name="duties", null=True, blank=True)
    texts = models.TextField()  # sealed: what, in which town, where there, who asks, by the name of the field
    written_by = models.CharField(max_length=60)  # Actor.id
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_by = models.CharField(max_length=60, blank=True)

    objects = DutyQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("texts",)
    tells = Kind.WORK
    subject = "case_id"
    says_where = True  # in which town somebody has to be at what hour
    kept = Kept(years=5, since="the closing of its case", personal=("texts",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="duty_hours",
                condition=Q(ends=None) | Q(starts__isnull=False, ends__gt=models.F("starts")),
            ),
        ]
        indexes = [models.Index(fields=["case", "on"], name="duty_by_case")]

    @cached_property
    def said(self) -> dict[str, str]:
        """What was written, by the name of the field."""
        words = legible(self.texts)
        try:
            return dict(json.loads(words))
        except ValueError:
            return {"what": words}
