from django.db import models

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.encounters.models import Encounter


class Treatment(Owned):
    """What was treated in a contact (ošetření): its act and material are the contact's own."""

    encounter = models.OneToOneField(Encounter, models.PROTECT, related_name="treatment")
    what = models.JSONField(default=list)  # codes of the list treatment
    note = models.CharField(max_length=500, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.HISTORY
    subject = "encounter__client_id"
    kept = Kept(years=5, since="the contact", personal=("what", "note"))

    class Meta(Owned.Meta):
        constraints = [*Owned.Meta.constraints]
