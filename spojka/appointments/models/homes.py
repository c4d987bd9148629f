from django.db import models
from django.db.models import F, Q

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Client


class Home(Owned):
    """A flat, a room or a bed in supported housing, where one client or household lives at a time."""

    name = models.CharField(max_length=80)
    closed_on = models.DateField(null=True, blank=True)

    tells = Kind.WORK
    shared = Q(pk__in=[])
    kept = Kept(years=10, since="its closing")

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["service", "name"], name="home_name_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Stay(Owned):
    """Somebody lives in a home, from a day to a day."""

    home = models.ForeignKey(Home, models.PROTECT, related_name="stays")
    client = models.ForeignKey(Client, models.PROTECT, related_name="+", null=True, blank=True)
    who = models.CharField(max_length=80, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    written_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.SITUATION
    shared = Q(pk__in=[])
    kept = Kept(years=5, since="its end", personal=("who",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(fields=["home"], condition=Q(until=None), name="stay_one_at_a_time"),
            models.CheckConstraint(name="stay_days", condition=Q(until=None) | Q(until__gte=F("since"))),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.home}"

    @property
    def name(self) -> str:
        return self.client.code if self.client else self.who
