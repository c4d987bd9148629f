from typing import ClassVar

from django.db import models
from django.db.models import Q

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.ui.words import legible

from .case import Case


class CaseGroup(Owned):
    """Cases that have one thing in common, as the victims of one usurer. Each keeps its own team and consents."""

    name = models.TextField()  # sealed
    why = models.TextField(blank=True)  # sealed: what they have in common
    made_by = models.CharField(max_length=60)  # Actor.id
    ended_at = models.DateTimeField(null=True, blank=True)

    sealed: ClassVar[tuple[str, ...]] = ("name", "why")
    tells = Kind.WORK
    shared = Q(pk__in=[])
    kept = Kept(years=5, since="its end", personal=("name", "why"))

    @property
    def called(self) -> str:
        return legible(self.name)

    @property
    def reason(self) -> str:
        return legible(self.why) if self.why else ""


class CaseInGroup(Owned):
    """One case in a group."""

    group = models.ForeignKey(CaseGroup, models.PROTECT, related_name="members")
    case = models.ForeignKey(Case, models.PROTECT, related_name="groups")
    left_at = models.DateTimeField(null=True, blank=True)

    tells = Kind.WORK
    subject = "case_id"
    shared = Q(pk__in=[])
    kept = Kept(years=5, since="the end of its group")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["group", "case"], name="caseingroup_once", condition=Q(left_at=None)),
        ]
