from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.models import Grant
from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.ui.words import legible

from .referral import Referral, Side


class Said(models.TextChoices):
    """What a side says of a referral."""

    ACCEPTED = "accepted", pgettext_lazy("a referral", "accepted")
    DECLINED = "declined", pgettext_lazy("a referral", "declined")
    QUESTION = "question", pgettext_lazy("a referral", "question")
    REPLY = "reply", pgettext_lazy("a referral", "reply")
    NAMED = "named", _("said who it is")
    UNNAMED = "unnamed", _("comes without a name, under the mark")
    INVITED = "invited", pgettext_lazy("a referral", "invitation")
    VISITED = "visited", pgettext_lazy("a referral", "visit took place")
    MISSED = "missed", pgettext_lazy("a referral", "did not come")
    OUTCOME = "outcome", pgettext_lazy("a referral", "outcome")
    WITHDRAWN = "withdrawn", pgettext_lazy("a referral", "withdrawn")
    CLOSED = "closed", pgettext_lazy("a referral", "closed")


ANSWERS = (Said.ACCEPTED, Said.DECLINED)
LAST = (Said.WITHDRAWN, Said.CLOSED)


class Presence(models.TextChoices):
    """Whether somebody of the inviting side was at the visit."""

    WHOLE = "whole", _("all the time")
    PART = "part", _("a part of it")
    ABSENT = "absent", pgettext_lazy("at a visit", "was not there")


class Outcome(models.TextChoices):
    """What came of it."""

    CARE = "care", _("taken into care")
    WAITS = "waits", pgettext_lazy("an outcome of a referral", "waits for a place")
    ELSEWHERE = "elsewhere", _("went elsewhere")
    ABSENT = "absent", pgettext_lazy("an outcome of a referral", "did not come")
    OTHER = "other", pgettext_lazy("an outcome of a referral", "something else")


class ReferralStep(Owned):
    """What a side says of a referral: a row of theirs; of who has no Spojka, a row of who wrote the referral down."""

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="steps")
    side = models.CharField(max_length=8, choices=Side)
    kind = models.CharField(max_length=10, choices=Said)
    on = models.DateField()
    words = models.TextField(blank=True)  # sealed
    reason = models.CharField(max_length=30, blank=True)  # why declined: of the list referral_refusal
    due_on = models.DateField(null=True, blank=True)  # of an invitation: by when the visit is to be
    visit_on = models.DateField(null=True, blank=True)  # of an invitation: for which day
    place = models.CharField(max_length=120, blank=True)
    presence = models.CharField(max_length=8, choices=Presence, blank=True)
    is_told_first = models.BooleanField(default=False)  # the patient knew that plan and agreement go back to the ward
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    agreed_how = models.CharField(max_length=200, blank=True)  # how the client agreed that words are told of them
    is_heard = models.BooleanField(default=False)  # they said it by phone or letter, we wrote it down
    said_by = models.CharField(max_length=60)  # Actor.id
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.CharField(max_length=60, blank=True)
    taken_back_why = models.CharField(max_length=200, blank=True)

    sealed: ClassVar[tuple[str, ...]] = ("words",)
    tells = Kind.WORK
    subject = "referral_id"
    kept = Kept(years=5, since="the referral's end", personal=("words", "agreed_how"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="referralstep_side", condition=Q(side__in=Side.values)),
            models.CheckConstraint(name="referralstep_kind", condition=Q(kind__in=Said.values)),
            models.CheckConstraint(
                name="referralstep_declined", condition=Q(kind="declined") & ~Q(reason="") | Q(reason="")
            ),
            models.CheckConstraint(
                name="referralstep_invited",
                condition=Q(kind="invited", due_on__isnull=False) | ~Q(kind="invited") & Q(due_on=None),
            ),
            models.CheckConstraint(
                name="referralstep_told_first",
                condition=Q(kind="visited", presence__in=["whole", "part"])
                | Q(kind="visited", presence="absent", is_told_first=True)
                | ~Q(kind="visited") & Q(presence=""),
                violation_error_message=_("If nobody of them is there, the patient has to be told first."),
            ),
            models.CheckConstraint(
                name="referralstep_outcome",
                condition=Q(kind="outcome", outcome__in=Outcome.values) | ~Q(kind="outcome") & Q(outcome=""),
            ),
            models.UniqueConstraint(
                fields=["referral"],
                name="referralstep_one_answer",
                condition=Q(kind__in=["accepted", "declined"], taken_back_at=None),
            ),
            models.UniqueConstraint(
                fields=["referral"], name="referralstep_one_end", condition=Q(kind__in=["withdrawn", "closed"])
            ),
        ]
        indexes = [models.Index(fields=["service", "-on"], name="referralstep_newest")]

    @property
    def said(self) -> str:
        return legible(self.words) if self.words else ""

    def is_late(self, day: date) -> bool:
        return self.due_on is not None and self.due_on < day


class ReferralIdentity(Owned):
    """Who it is and how they are reached, passed on by a consent that names the other side.

    What it tells has a grant of its own, so that it can close while the offer stays.
    """

    referral = models.ForeignKey(Referral, models.PROTECT, related_name="identities")
    step = models.OneToOneField(ReferralStep, models.PROTECT, related_name="identity")
    ground = models.ForeignKey(Grant, models.PROTECT, related_name="+")  # the consent's: it closes with that one
    name = models.TextField()  # sealed
    contact = models.TextField(blank=True)  # sealed
    note = models.TextField(blank=True)  # sealed

    sealed: ClassVar[tuple[str, ...]] = ("name", "contact", "note")
    tells = Kind.PERSONAL
    kept = Kept(years=5, since="the referral's end", personal=("name", "contact", "note"))

    class Meta(Owned.Meta):
        constraints = [*Owned.Meta.constraints]

    @property
    def called(self) -> str:
        return legible(self.name)

    @property
    def reached(self) -> str:
        return legible(self.contact) if self.contact else ""

    @property
    def more(self) -> str:
        return legible(self.note) if self.note else ""
