from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.cases.models import Case, Participant, Party
from spojka.meetings.models import Invited, Meeting
from spojka.ui.words import legible


class Sort(models.TextChoices):
    MEETING = "meeting", pgettext_lazy("of a case", "case meeting")
    CONFERENCE = "conference", pgettext_lazy("of a case", "case conference")


class CaseMeeting(Owned):
    """What a meeting is for a case: what for, how the family was told, why they are not there."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="case_meetings")
    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="of_case")
    sort = models.CharField(max_length=12, choices=Sort)
    purpose = models.TextField()  # this and the next: sealed
    told = models.TextField(blank=True)  # how and by whom the family was told it
    told_on = models.DateField(null=True, blank=True)
    without_family = models.TextField(blank=True)  # why they are not invited: their presence endangers somebody
    called_by = models.CharField(max_length=60)  # Actor.id

    sealed: ClassVar[tuple[str, ...]] = ("purpose", "told", "without_family")
    tells = Kind.WORK
    subject = "case_id"
    kept = Kept(years=5, since="the closing of its case", personal=("purpose", "told", "without_family"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="casemeeting_sort", condition=Q(sort__in=Sort.values)),
            models.CheckConstraint(
                name="casemeeting_told",
                condition=~Q(told="") | Q(told_on=None),
                violation_error_message=_("Write also how they were told."),
            ),
        ]
        indexes = [models.Index(fields=["case"], name="casemeeting_by_case")]

    @property
    def is_for(self) -> str:
        return legible(self.purpose)

    @property
    def told_how(self) -> str:
        return legible(self.told) if self.told else ""

    @property
    def why_without(self) -> str:
        return legible(self.without_family) if self.without_family else ""


class Attendee(Owned):
    """Who of the case somebody invited is: a party, or one of the team."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    invited = models.OneToOneField(Invited, models.PROTECT, related_name="attendee")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+", null=True, blank=True)
    participant = models.ForeignKey(Participant, models.PROTECT, related_name="+", null=True, blank=True)

    tells = Kind.WORK
    subject = "case_id"
    kept = Kept(years=5, since="the closing of its case")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="attendee_one",
                condition=Q(party=None, participant__isnull=False) | Q(party__isnull=False, participant=None),
            ),
        ]
        indexes = [models.Index(fields=["case"], name="attendee_by_case")]
