from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import FOREVER, Kept

from .encounter import PART_KEPT, Encounter


class OverrideKind(models.TextChoices):
    LIMIT = "limit", _("more than the limit")
    INTERVAL = "interval", _("too soon")
    ELIGIBILITY = "eligibility", _("outside the service's conditions")


class Override(Owned):
    """A rule was left aside in one encounter: which one, by how much, and why. Without a reason it came late."""

    encounter = models.ForeignKey(Encounter, models.CASCADE, related_name="overrides")
    kind = models.CharField(max_length=12, choices=OverrideKind)
    list = models.CharField(max_length=20, blank=True)
    code = models.CharField(max_length=30, blank=True)
    most = models.PositiveIntegerField(default=0)  # pieces or acts for one person, or minutes between two
    came_to = models.PositiveIntegerField(default=0)  # the same as it came out
    reason = models.CharField(max_length=200, blank=True)
    made_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.HISTORY
    subject = "encounter__client_id"
    shared = Q(pk__in=[])  # the reason is a note: it never leaves the service
    kept = Kept(years=PART_KEPT.years, since=PART_KEPT.since, personal=("reason",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="override_kind", condition=Q(kind__in=OverrideKind.values)),
        ]
        indexes = [models.Index(fields=["service", "-recorded_at"], name="override_by_service")]


class EligibilityQuerySet(OwnedQuerySet):
    def in_force(self, service: Any, on: Any) -> "EligibilityRule | None":
        """Return the service's rule of the day; none means that the service is for everybody."""
        return self.filter(service=service, valid_from__lte=on).order_by("-valid_from", "-recorded_at", "pk").first()


class EligibilityRule(Owned):
    """For whom a service is, from a day on. Never changed: the last one counts; one that asks nothing ends it."""

    valid_from = models.DateField()
    least_age = models.PositiveSmallIntegerField(null=True, blank=True)
    user_kinds = models.JSONField(default=list, blank=True)  # codes of the list user_kind; empty: anybody
    territory = models.CharField(max_length=200, blank=True)  # in words; nobody is asked for an address
    outside = models.JSONField(default=list, blank=True)  # codes of acts that everybody gets
    recorded_by = models.CharField(max_length=60)  # Actor.id

    objects = EligibilityQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.WORK
    shared = Q(pk__in=[])
    kept = FOREVER

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                name="eligibility_age",
                condition=Q(least_age=None) | Q(least_age__lte=99),
                violation_error_message=_("Write an age of 0 to 99."),
            ),
        ]
        indexes = [models.Index(fields=["service", "-valid_from"], name="eligibility_by_service")]
