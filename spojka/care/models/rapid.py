from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.encounters.models import Encounter, Shift
from spojka.figures.marking import Marked

KEPT = 5  # years


class State(models.TextChoices):
    """How far a test has come."""

    TALKED = "talked", _("talk before the test done")
    TAKEN = "taken", _("waits to be read")
    READ = "read", _("the result waits to be told")
    REFER = "refer", _("needs a referral")
    DONE = "done", _("done")
    ENDED = "ended", _("ended without it")


class Result(models.TextChoices):
    """What a rapid test showed. None of it is a diagnosis."""

    NONREACTIVE = "nonreactive", _("nonreactive")
    REACTIVE = "reactive", _("reactive")
    INVALID = "invalid", _("invalid")
    NOT_READ = "not_read", _("not read in time")


class StepKind(models.TextChoices):
    """What a step of a test tells."""

    TALK = "talk", _("Talk before the test")
    TAKEN = "taken", _("Taken")
    READ = "read", _("Read")
    TOLD = "told", _("Result told, with the talk after it")
    REFERRED = "referred", _("Referral")
    DECLINED = "declined", _("Referral declined by the person")
    ENDED = "ended", _("Ended without it")


OPEN = (State.TALKED, State.TAKEN, State.READ, State.REFER)


class RapidTestQuerySet(OwnedQuerySet):
    def standing(self) -> Self:
        return self.filter(voided_at=None)

    def open(self) -> Self:
        """Tests that somebody still has to do something about."""
        return self.filter(voided_at=None, state__in=OPEN)


class RapidTest(Owned):
    """One rapid test of one person (orientační test): what of, how far it is. All else are its steps, only added."""

    shift = models.ForeignKey(Shift, models.PROTECT, related_name="+")
    encounter = models.ForeignKey(  # only if the person agreed that it leads to their code
        Encounter, models.PROTECT, related_name="rapid_tests", null=True, blank=True
    )
    day = models.DateField()  # the shift's
    kind = models.CharField(max_length=30)  # code of the list test_kind
    slip = models.CharField(max_length=8, blank=True)  # of the day; empty under a code
    state = models.CharField(max_length=10, choices=State)  # as its steps make it
    result = models.CharField(max_length=12, choices=Result, blank=True)  # the same
    due_from = models.DateTimeField(null=True, blank=True)  # between these it is to be read
    due_until = models.DateTimeField(null=True, blank=True)
    taken_by = models.CharField(max_length=60)  # Actor.id of who looks after it
    repeats = models.ForeignKey("self", models.PROTECT, related_name="repeated", null=True, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_by = models.CharField(max_length=60, blank=True)
    voided_why = models.CharField(max_length=200, blank=True)

    objects = RapidTestQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.SITUATION
    subject = "encounter__client_id"
    kept = Kept(years=KEPT, since="the test", personal=("encounter", "slip", "result"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="rapidtest_state", condition=Q(state__in=State.values)),
            models.CheckConstraint(name="rapidtest_result", condition=Q(result__in=["", *Result.values])),
            models.UniqueConstraint(
                fields=["service", "day", "slip"], name="rapidtest_slip_once", condition=~Q(slip="")
            ),
            Marked(name="rapidtest_marked", day="day"),
        ]
        indexes = [
            models.Index(fields=["service", "-day"], name="rapidtest_by_day"),
            models.Index(fields=["service", "state"], name="rapidtest_open", condition=Q(voided_at=None)),
        ]

    def __str__(self) -> str:
        return str(self.pk)  # neither what of nor what came

    @property
    def is_open(self) -> bool:
        return self.voided_at is None and self.state in OPEN

    def is_slip_good(self, at: datetime) -> bool:
        """Test whether a slip still leads to the result: on its day, and what is left of the night after it."""
        return bool(self.slip) and at < self.shift.start + timedelta(hours=24)


class RapidTestStep(Owned):
    """One step of a test: who did what, when, what it came to."""

    test = models.ForeignKey(RapidTest, models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=10, choices=StepKind)
    occurred_at = models.DateTimeField()
    agreed = models.BooleanField(default=False)  # the person said yes to being tested
    covered = models.JSONField(default=list, blank=True)  # codes of the list test_talk
    batch = models.CharField(max_length=40, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    low = models.PositiveSmallIntegerField(null=True, blank=True)  # read after so many minutes
    high = models.PositiveSmallIntegerField(null=True, blank=True)  # and before so many
    result = models.CharField(max_length=12, choices=Result, blank=True)
    repeat = models.BooleanField(null=True, blank=True)  # of an invalid one: whether they want another
    place = models.CharField(max_length=120, blank=True)  # where a referral leads
    on = models.DateField(null=True, blank=True)  # when they are to come there
    text = models.CharField(max_length=300, blank=True)
    recorded_by = models.CharField(max_length=60)
    voided_at = models.DateTimeField(null=True, blank=True)  # taken back
    voided_by = models.CharField(max_length=60, blank=True)
    voided_why = models.CharField(max_length=200, blank=True)

    tells = Kind.SITUATION
    subject = "test__encounter__client_id"
    kept = Kept(years=KEPT, since="the test", personal=("result", "place", "text"))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="rapidteststep_kind", condition=Q(kind__in=StepKind.values)),
            models.CheckConstraint(name="rapidteststep_result", condition=Q(result__in=["", *Result.values])),
        ]
        indexes = [models.Index(fields=["test", "occurred_at"], name="rapidteststep_in_order")]

    @property
    def place_in_order(self) -> tuple[datetime, int]:
        """Steps of one moment stand as they follow each other."""
        return self.occurred_at, StepKind.values.index(self.kind)
