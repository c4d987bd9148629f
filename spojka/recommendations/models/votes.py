from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.groups.models import Group, Seat
from spojka.meetings.models import Meeting
from spojka.ui.words import legible

from .recommendation import Recommendation


class Vote(Owned):
    """A vote of a group on a recommendation: how many were for it. Counted, or added up of named ballots."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="+")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="votes")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+", null=True, blank=True)
    on = models.DateField()
    in_favour = models.PositiveSmallIntegerField()
    against = models.PositiveSmallIntegerField()
    abstained = models.PositiveSmallIntegerField()
    quorum = models.PositiveSmallIntegerField(null=True, blank=True)  # that of the group on that day
    written_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "group_id"
    kept = Kept(years=10, since="the last step of its recommendation")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="vote_of_somebody",
                condition=Q(in_favour__gt=0) | Q(against__gt=0) | Q(abstained__gt=0),
                violation_error_message=_("Write how many voted."),
            ),
        ]
        indexes = [models.Index(fields=["recommendation", "on"], name="vote_in_order")]

    @property
    def voted(self) -> int:
        return self.in_favour + self.against + self.abstained

    @property
    def has_quorum(self) -> bool:
        return self.quorum is None or self.voted >= self.quorum


class BallotWord(models.TextChoices):
    FOR = "for", pgettext_lazy("a ballot", "for")
    AGAINST = "against", pgettext_lazy("a ballot", "against")
    ABSTAINED = "abstained", pgettext_lazy("a ballot", "abstained")
    CONFLICT = "conflict", pgettext_lazy("a ballot", "conflict of interest")


class Ballot(Owned):
    """How one seat voted; or that they did not, for they declared an interest of their own."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="+")
    vote = models.ForeignKey(Vote, models.PROTECT, related_name="ballots")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    word = models.CharField(max_length=10, choices=BallotWord)
    interest = models.TextField(blank=True)  # sealed: what the conflict of interest is

    sealed: ClassVar[tuple[str, ...]] = ("interest",)
    tells = Kind.WORK
    subject = "group_id"
    kept = Kept(years=10, since="the last step of its recommendation", personal=("interest",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="ballot_word", condition=Q(word__in=BallotWord.values)),
            models.CheckConstraint(name="ballot_interest", condition=Q(word="conflict") ^ Q(interest="")),
            models.UniqueConstraint(fields=["vote", "seat"], name="ballot_once"),
        ]

    @property
    def declared(self) -> str:
        return legible(self.interest) if self.interest else ""
