from django.db import models

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.encounters.models import Shift


class IntoxicationCard(Owned):
    """What was seen and done with one person in an acute intoxication (karta intoxikace). It knows no client."""

    shift = models.ForeignKey(Shift, models.PROTECT, related_name="+")
    day = models.DateField()  # the shift's
    occurred_at = models.DateTimeField()  # when it was started, by the server's clock
    phone_at = models.DateTimeField(null=True, blank=True)  # as the phone said
    is_late = models.BooleanField(default=False)  # came after the shift was closed
    ended_at = models.DateTimeField(null=True, blank=True)  # how, says its last entry
    recorded_by = models.CharField(max_length=60)  # Actor.id

    tells = Kind.SITUATION
    kept = Kept(years=3, since="the shift")

    class Meta(Owned.Meta):
        constraints = [*Owned.Meta.constraints]


class CardEntry(Owned):
    """One line of a card: what was seen, taken, done, who was called, how it ended."""

    card = models.ForeignKey(IntoxicationCard, models.PROTECT, related_name="entries")
    code = models.CharField(max_length=30)  # of the list card_entry
    text = models.CharField(max_length=300, blank=True)
    occurred_at = models.DateTimeField()
    phone_at = models.DateTimeField(null=True, blank=True)
    recorded_by = models.CharField(max_length=60)
    voided_at = models.DateTimeField(null=True, blank=True)  # tapped by mistake

    tells = Kind.SITUATION
    subject = "card_id"
    kept = Kept(years=3, since="the shift", personal=("text",))

    class Meta(Owned.Meta):
        constraints = [*Owned.Meta.constraints]
