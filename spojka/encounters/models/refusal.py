from django.db import models

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.figures.marking import Marked
from spojka.search.columns import Words, WordsIndex
from spojka.search.registry import code

from .encounter import EncounterQuerySet
from .shift import Shift

COUNTED = (
    "service_id", "team_id", "day", "shift_id", "ground", "ends_service", "recorded_by", "occurred_at", "voided_at",
    "wanted", "wanted_act", "instead",
)  # fmt: skip


class ServiceRefusal(Owned):
    """Somebody was refused a service: on what ground, what was offered instead (odmítnutí)."""

    shift = models.ForeignKey(Shift, models.PROTECT, related_name="refusals")
    day = models.DateField()
    occurred_at = models.DateTimeField()
    phone_at = models.DateTimeField(null=True, blank=True)
    is_late = models.BooleanField(default=False)
    ground = models.CharField(max_length=30)  # code of the list refusal_ground
    wanted = models.CharField(max_length=30, blank=True)  # code of the list material
    wanted_act = models.CharField(max_length=30, blank=True)  # code of the list act
    instead = models.CharField(max_length=30, blank=True)  # code of the list instead
    offered = models.CharField(max_length=200, blank=True)
    ends_service = models.BooleanField(default=False)  # for this event
    agreed_by = models.CharField(max_length=200, blank=True)  # who of the team agreed to the end
    description = models.CharField(max_length=300, blank=True)  # for the crew, erased when the event ends
    recorded_by = models.CharField(max_length=60)  # Actor.id
    voided_at = models.DateTimeField(null=True, blank=True)
    words = Words("offered", private=("description",), also=("ground", "wanted", "wanted_act", "voided_at"))

    objects = EncounterQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.WORK
    kept = Kept(years=1, since="the shift", personal=("description",))

    class Meta(Owned.Meta):
        constraints = [*Owned.Meta.constraints, Marked(name="refusal_marked", day="day", of=COUNTED, but_rows=True)]
        indexes = [
            models.Index(fields=["service", "-day"], name="refusal_by_day"),
            WordsIndex(name="refusal_words"),
        ]

    @property
    def is_findable(self) -> bool:
        return self.voided_at is None

    def said_codes(self) -> set[str]:
        """Return the codes by whose names it is found."""
        return {code("refusal_ground", self.ground), code("material", self.wanted), code("act", self.wanted_act)}
