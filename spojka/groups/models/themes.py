from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.meetings.models import Meeting

from .group import Group


class Theme(Owned):
    """What a group may talk of at a next meeting: an item of the list group_theme, or in own words."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="themes")
    code = models.CharField(max_length=20, blank=True)
    words = models.CharField(max_length=200, blank=True)
    material = models.TextField(blank=True)  # what to read before
    proposed_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "group_id"
    kept = Kept(years=10, since="its writing")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="theme_said", condition=~Q(code="") | ~Q(words="")),
        ]
        indexes = [models.Index(fields=["group"], name="theme_by_group")]


class ThemeVote(Owned):
    """That somebody wants a theme; `hands` counts those who raised theirs, when one writes for all in the room."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="+")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="votes")
    hands = models.PositiveSmallIntegerField(default=1)
    voted_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "group_id"
    kept = Kept(years=10, since="its writing")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["theme", "voted_by"], name="themevote_once"),
            models.CheckConstraint(name="themevote_hands", condition=Q(hands__lte=500)),
        ]


class ThemeOutcome(models.TextChoices):
    CHOSEN = "chosen", pgettext_lazy("a theme", "chosen")
    ASIDE = "aside", pgettext_lazy("a theme", "put aside")
    BACK = "back", pgettext_lazy("a theme", "proposed again")


class ThemeChoice(Owned):
    """What became of a proposed theme: chosen for a meeting, or put aside. The newest row counts."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="+")
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="choices")
    outcome = models.CharField(max_length=8, choices=ThemeOutcome)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="+", null=True, blank=True)
    at = models.DateTimeField()
    chosen_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    subject = "group_id"
    kept = Kept(years=10, since="its writing")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="themechoice_outcome", condition=Q(outcome__in=ThemeOutcome.values)),
        ]
        indexes = [models.Index(fields=["theme", "-at"], name="themechoice_newest")]
