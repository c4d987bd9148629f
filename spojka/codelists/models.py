from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import FOREVER
from spojka.base.models import Record

from . import words

CODE = 20  # characters of a code
SHORT = 12  # characters that fit on a tile
DAY = 24 * 60
MOST = 9999
MINUTES = _("Minutes are 1 to 1440. Leave the field empty to keep the shipped ones.")
WEEKS = 5 * 7 * DAY
INTERVAL = _("The least time is 0 to 50400 minutes, which is five weeks. Nought means none.")
LIMIT = _("The limit is 1 to 9999. To stop giving the item out, switch it off.")


def within(low: int, high: int, sentence: Any) -> list[Callable[[int], None]]:
    """Return validators for a number with one sentence for both ends."""
    return [MinValueValidator(low, sentence), MaxValueValidator(high, sentence)]


class EntryQuerySet(models.QuerySet["Entry"]):
    def valid(self, on: date) -> "EntryQuerySet":
        """Items that stand in their lists on one day."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=on), valid_from__lte=on)


class Entry(Record):
    """One shipped item of a code list on its dates. Shared by everybody; its steward is the release of Spojka."""

    list = models.CharField(max_length=20)
    code = models.CharField(max_length=CODE)
    name_cs = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    short_cs = models.CharField(max_length=SHORT)
    short_en = models.CharField(max_length=SHORT)
    icon = models.CharField(max_length=40, blank=True)
    position = models.PositiveSmallIntegerField()
    sureness = models.CharField(max_length=10)
    sureness_of_values = models.CharField(max_length=10, blank=True)  # of minutes, limits, groups
    source = models.CharField(max_length=120)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)
    extra = models.JSONField(default=dict, blank=True)  # see schema.LISTS

    objects = EntryQuerySet.as_manager()
    kept = FOREVER

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["list", "code", "valid_from"], name="entry_once"),
            models.CheckConstraint(name="entry_span", condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from"))),
            models.CheckConstraint(name="entry_sureness", condition=Q(sureness__in=list(words.SURENESS))),
        ]

    def __str__(self) -> str:
        return f"{self.list}: {self.code}"


class OwnEntry(Owned):
    """What one service sets for one item from a day on, or an item of its own. Never changed: the last one counts.

    An empty value leaves what the shipped item says. A name is there only on items that the service added.
    """

    list = models.CharField(max_length=20)
    code = models.CharField(max_length=CODE)
    valid_from = models.DateField()
    is_on = models.BooleanField(null=True, blank=True)
    name_cs = models.CharField(max_length=120, blank=True)
    name_en = models.CharField(max_length=120, blank=True)
    short = models.CharField(max_length=SHORT, blank=True)
    minutes = models.PositiveSmallIntegerField(null=True, blank=True, validators=within(1, DAY, MINUTES))
    limit = models.PositiveSmallIntegerField(null=True, blank=True, validators=within(1, MOST, LIMIT))
    per = models.CharField(max_length=10, blank=True)  # of words.PER
    strength = models.CharField(max_length=10, blank=True)  # of words.STRENGTHS
    interval = models.PositiveIntegerField(null=True, blank=True, validators=within(0, WEEKS, INTERVAL))  # 0: none
    is_unlimited = models.BooleanField(default=False)  # lifts the shipped limit
    position = models.PositiveSmallIntegerField(null=True, blank=True)
    extra = models.JSONField(default=dict, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.WORK
    shared = Q(pk__in=[])  # never leaves the service: no grant opens it
    kept = FOREVER

    class Meta(Owned.Meta):
        indexes = [models.Index(fields=["service", "valid_from"], name="own_entry_by_service")]
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="own_entry_minutes",
                condition=Q(minutes=None) | Q(minutes__gte=1, minutes__lte=DAY),
            ),
            models.CheckConstraint(
                name="own_entry_limit",
                condition=Q(limit=None) | Q(limit__gte=1, limit__lte=MOST),
            ),
            models.CheckConstraint(name="own_entry_per", condition=Q(per__in=["", *words.PER])),
            models.CheckConstraint(name="own_entry_strength", condition=Q(strength__in=["", *words.STRENGTHS])),
        ]

    def __str__(self) -> str:
        return f"{self.list}: {self.code}"
