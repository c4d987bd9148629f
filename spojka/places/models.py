from django.db import models
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import FOREVER
from spojka.figures.marking import Marked
from spojka.search.columns import Words, WordsIndex

TERRITORY = ("municipality_code", "district_code", "orp_code", "region_code")


class PlaceKind(models.TextChoices):
    VENUE = "venue", _("club or festival ground")
    PREMISES = "premises", _("our premises")
    LOCALITY = "locality", _("locality in the street")
    ONLINE = "online", _("online")


class Place(Owned):
    """Somewhere with a name that the team uses."""

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=PlaceKind)
    municipality = models.CharField(max_length=80, blank=True)  # its name; the codes below come from territory
    municipality_code = models.CharField(max_length=10, blank=True)
    district_code = models.CharField(max_length=10, blank=True)  # a part of a statutory city
    orp_code = models.CharField(max_length=10, blank=True)
    region_code = models.CharField(max_length=10, blank=True)
    words = Words("name", "municipality")

    tells = Kind.WORK
    whereabouts = True
    kept = FOREVER

    class Meta(Owned.Meta):
        indexes = [WordsIndex(name="place_words")]
        constraints = [
            *Owned.Meta.constraints,
            Marked(name="place_marked", subject="id", kind="place", of=TERRITORY),
            models.UniqueConstraint(fields=["service", "name", "municipality"], name="place_once"),
            models.CheckConstraint(name="place_kind", condition=models.Q(kind__in=PlaceKind.values)),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.municipality}" if self.municipality else self.name

    @property
    def codes(self) -> tuple[str, ...]:
        """Return the codes of territory the place lies in, the smallest first."""
        every = (self.district_code, self.municipality_code, self.orp_code, self.region_code)
        return tuple(code for code in every if code)
