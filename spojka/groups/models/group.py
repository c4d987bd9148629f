from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.search.columns import Words, WordsIndex


class GroupQuerySet(OwnedQuerySet):
    def going_on(self, on: date) -> Self:
        """Groups that have not ended by `on`."""
        return self.filter(Q(ended_on=None) | Q(ended_on__gt=on))


class Group(Owned):
    """People from several organisations who meet (skupina). It belongs to the service that supports it."""

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20)  # code of the list group_kind
    purpose = models.TextField()
    mandate = models.TextField(blank=True)  # who set it up, on what ground, what it may decide
    area = models.CharField(max_length=160, blank=True)
    talks_of_clients = models.BooleanField(default=False)  # of concrete ones
    is_sensitive = models.BooleanField(default=False)  # that somebody is a member
    rotates = models.BooleanField(default=False)  # organiser and moderator; the next theme is voted
    quorum = models.PositiveSmallIntegerField(null=True, blank=True)  # how many who vote must be there
    is_public = models.BooleanField(default=False)  # what it is and what comes of it stands on the public pages
    begun_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.CharField(max_length=500, blank=True)
    founded_by = models.CharField(max_length=60)  # Actor.id
    words = Words("name", "purpose", "area")

    objects = GroupQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.WORK
    kept = Kept(years=10, since="its end")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="group_span",
                condition=Q(ended_on=None) | Q(ended_on__gte=F("begun_on")),
                violation_error_message=_("It can't end before it began."),
            ),
            models.CheckConstraint(name="group_not_both", condition=Q(is_sensitive=False) | Q(is_public=False)),
        ]
        indexes = [models.Index(fields=["service", "name"], name="group_by_name"), WordsIndex(name="group_words")]

    def __str__(self) -> str:
        return self.name

    def is_over(self, on: date) -> bool:
        return self.ended_on is not None and self.ended_on <= on
