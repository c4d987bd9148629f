"""Old minutes on their way into a group, and what its abbreviations mean."""

import json
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.groups.models import Group
from spojka.meetings.models import Meeting
from spojka.ui.words import legible


class OldMinutesQuerySet(OwnedQuerySet):
    def waiting(self) -> Self:
        """Those that were neither taken over nor dropped."""
        return self.filter(meeting=None, dropped_at=None)


class OldMinutes(Owned):
    """Old minutes of a group (starý zápis): the text that was brought, and what is proposed to become of it.

    It stays with the service that supports the group, whoever else sits there. Dropped, its words are erased.
    """

    group = models.ForeignKey(Group, models.PROTECT, related_name="old_minutes")
    name = models.TextField(blank=True)  # this and the next two: sealed; of the file
    original = models.TextField(blank=True)  # JSON of proposal.Original
    proposal = models.TextField(blank=True)  # JSON of proposal.Proposal, as it was corrected last
    version = models.PositiveIntegerField(default=1)  # grows with each correction
    brought_at = models.DateTimeField()
    brought_by = models.CharField(max_length=60)  # Actor.id
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+", null=True, blank=True)  # taken over into it
    taken_at = models.DateTimeField(null=True, blank=True)
    dropped_at = models.DateTimeField(null=True, blank=True)

    objects = OldMinutesQuerySet.as_manager()  # type: ignore[misc]
    sealed: ClassVar[tuple[str, ...]] = ("name", "original", "proposal")
    tells = Kind.WORK
    subject = "group_id"
    shared = Q(pk__in=[])  # no grant opens it: what nobody has checked yet is told to nobody else
    kept = Kept(years=10, since="its writing", personal=("name", "original", "proposal"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="oldminutes_one_end", condition=Q(meeting=None) | Q(dropped_at=None)),
        ]
        indexes = [models.Index(fields=["group", "-brought_at"], name="oldminutes_by_group")]

    @property
    def called(self) -> str:
        """The name of the file; nothing if the text was typed in."""
        return legible(self.name) if self.name else ""

    @property
    def text(self) -> Any:
        """What was brought, as JSON holds it."""
        return json.loads(legible(self.original)) if self.original else {}

    @property
    def said(self) -> Any:
        """What is proposed, as JSON holds it."""
        return json.loads(legible(self.proposal)) if self.proposal else {}

    @property
    def is_over(self) -> bool:
        return self.meeting_id is not None or self.dropped_at is not None


class GroupName(Owned):
    """What an abbreviation of an organisation means in the minutes of one group, as somebody corrected it."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="names")
    form = models.TextField()  # this and the next: sealed
    name = models.TextField()
    learned_by = models.CharField(max_length=60)  # Actor.id
    forgotten_at = models.DateTimeField(null=True, blank=True)

    sealed: ClassVar[tuple[str, ...]] = ("form", "name")
    tells = Kind.WORK
    subject = "group_id"
    shared = Q(pk__in=[])
    kept = Kept(years=10, since="the end of its group", personal=("form", "name"))

    class Meta(Owned.Meta):
        indexes = [models.Index(fields=["group"], name="groupname_by_group")]

    @property
    def written(self) -> str:
        return legible(self.form)

    @property
    def means(self) -> str:
        return legible(self.name)
