from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.groups.models import Group
from spojka.search.columns import Words, WordsIndex


class Recommendation(Owned):
    """What a group asks of a body: a recommendation, a measure, a report (doporučení). A row of who proposed it."""

    group = models.ForeignKey(Group, models.PROTECT, related_name="recommendations")
    sort = models.CharField(max_length=20)  # code of the list recommendation_sort
    title = models.CharField(max_length=160)
    what = models.TextField()
    why = models.TextField(blank=True)
    legal_basis = models.TextField(blank=True)
    draft = models.TextField(blank=True)  # text of the rule or report that is proposed
    body_kind = models.CharField(max_length=20)  # of whom it is asked: code of the list body_kind
    body_name = models.CharField(max_length=160, blank=True)
    zones = models.JSONField(default=list, blank=True)  # [{"name", "rule", "ring": [[lon, lat], …]}], see zones.py
    came_from = models.ForeignKey("self", models.PROTECT, related_name="carried_to", null=True, blank=True)
    proposed_on = models.DateField()
    proposed_by = models.CharField(max_length=60)  # Actor.id
    words = Words("title", "what", "body_name")

    tells = Kind.WORK
    subject = "group_id"
    kept = Kept(years=10, since="its last step")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(name="recommendation_not_of_itself", condition=~Q(came_from=models.F("id"))),
        ]
        indexes = [
            models.Index(fields=["group", "-proposed_on"], name="recommendation_newest"),
            models.Index(fields=["service", "-proposed_on"], name="recommendation_of_service"),
            WordsIndex(name="recommendation_words"),
        ]

    newest: Any = None  # the step that counts, put here by reading.with_newest

    def __str__(self) -> str:
        return self.title

    @property
    def state(self) -> str:
        return str(self.newest.state) if self.newest else ""

    @property
    def due_on(self) -> date | None:
        """Until when the newest step waits for something."""
        due: date | None = self.newest.due_on if self.newest else None
        return due

    @property
    def features(self) -> dict[str, Any]:
        """Its zones as a GeoJSON FeatureCollection."""
        return {
            "type": "FeatureCollection",
            "features": [
                {
                    "type": "Feature",
                    "properties": {"name": one["name"], "rule": one["rule"]},
                    "geometry": {"type": "Polygon", "coordinates": [one["ring"]]},
                }
                for one in self.zones
            ],
        }
