from django.db import models
from django.db.models import Q

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.clients.models import Client


class Pass(Owned):
    """A card that a client shows at the counter instead of saying the code."""

    client = models.ForeignKey(Client, models.PROTECT, related_name="passes")
    number = models.CharField(max_length=20, unique=True)  # random, made of nothing
    issued_by = models.CharField(max_length=60)  # Actor.id
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.CharField(max_length=60, blank=True)  # Actor.id

    tells = Kind.OTHER
    subject = "client_id"
    shared = Q(pk__in=[])  # never leaves the service
    kept = Kept(years=3, since="the client's last contact", personal=("number",))

    class Meta(Owned.Meta):
        constraints = Owned.Meta.constraints
        indexes = [models.Index(fields=["client"], name="pass_by_client", condition=Q(ended_at=None))]
