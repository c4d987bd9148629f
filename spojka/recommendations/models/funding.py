from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.groups.models import Group
from spojka.search.columns import Words, WordsIndex

from .recommendation import Recommendation

MOST = 10_000_000_000  # CZK: more is a slip of the finger


class GrantCall(Owned):
    """Who gives money for what, and until when one may ask (výzva)."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="grant_calls")
    name = models.CharField(max_length=160)
    giver = models.CharField(max_length=160)
    purpose = models.TextField(blank=True)
    opens_on = models.DateField(null=True, blank=True)
    closes_on = models.DateField()
    link = models.URLField(max_length=500, blank=True)
    added_by = models.CharField(max_length=60)  # Actor.id
    words = Words("name", "giver")

    tells = Kind.WORK
    subject = "group_id"
    kept = Kept(years=10, since="its close")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="grantcall_span",
                condition=Q(opens_on=None) | Q(closes_on__gte=F("opens_on")),
                violation_error_message=_("It can't close before it opens."),
            ),
        ]
        indexes = [
            models.Index(fields=["group", "-closes_on"], name="grantcall_newest"),
            WordsIndex(name="grantcall_words"),
        ]

    def __str__(self) -> str:
        return self.name

    def ring(self, on: date) -> str:
        """Return its sign on a day: ahead, open, near its close, over."""
        if self.closes_on < on:
            return "done"
        return "half" if self.opens_on is None or self.opens_on <= on else "open"


class FundingState(models.TextChoices):
    PLANNED = "planned", pgettext_lazy("a project", "planned")
    ASKED = "asked", pgettext_lazy("a project", "applied for")
    GRANTED = "granted", pgettext_lazy("a project", "granted")
    REFUSED = "refused", pgettext_lazy("a project", "not granted")
    CLOSED = "closed", pgettext_lazy("a project", "accounted for")


class FundingProject(Owned):
    """Money for the work of a group: asked and granted, and how much of it is social prevention (projekt)."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="funding_projects")
    call = models.ForeignKey(GrantCall, models.PROTECT, related_name="projects", null=True, blank=True)
    name = models.CharField(max_length=160)
    application = models.CharField(max_length=80, blank=True)  # its number
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, choices=FundingState)
    asked = models.PositiveBigIntegerField()  # whole CZK, as all amounts here
    granted = models.PositiveBigIntegerField(null=True, blank=True)
    social = models.PositiveSmallIntegerField()  # per cent of it; the rest is situational prevention
    added_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "group_id"
    kept = Kept(years=10, since="its year")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="fundingproject_state", condition=Q(state__in=FundingState.values)),
            models.CheckConstraint(name="fundingproject_social", condition=Q(social__lte=100)),
            models.CheckConstraint(name="fundingproject_year", condition=Q(year__range=(2000, 2100))),
            models.CheckConstraint(
                name="fundingproject_sums", condition=Q(asked__lt=MOST) & (Q(granted=None) | Q(granted__lt=MOST))
            ),
            models.CheckConstraint(
                name="fundingproject_granted",
                condition=~Q(state__in=["granted", "closed"]) | Q(granted__isnull=False),
                violation_error_message=_("Write how much was granted."),
            ),
        ]
        indexes = [models.Index(fields=["group", "-year"], name="fundingproject_newest")]

    def __str__(self) -> str:
        return self.name

    @property
    def situational(self) -> int:
        return 100 - self.social


class MediaOutput(Owned):
    """What was said of a group's work outside: an article, a broadcast, a post."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="media_outputs")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="media", null=True, blank=True)
    on = models.DateField()
    medium = models.CharField(max_length=120)
    title = models.CharField(max_length=240)
    link = models.URLField(max_length=500, blank=True)
    added_by = models.CharField(max_length=60)  # Actor.id
    removed_at = models.DateTimeField(null=True, blank=True)

    tells = Kind.WORK
    subject = "group_id"
    kept = Kept(years=10, since="its day")

    class Meta(Owned.Meta):
        indexes = [models.Index(fields=["group", "-on"], name="mediaoutput_newest")]

    def __str__(self) -> str:
        return self.title
