from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.owned import Owned
from spojka.access.permissions import Kind
from spojka.figures.marking import Marked

from .encounter import PART_KEPT, Encounter


class Source(models.TextChoices):
    """Whose it was that came back."""

    OWN = "own", _("their own")
    OTHERS = "others", _("brought for others")
    FOUND = "found", _("found")


class TakenBack(Owned):
    """Used material that came back in one encounter, or was found."""

    encounter = models.ForeignKey(Encounter, models.CASCADE, related_name="taken")
    code = models.CharField(max_length=30)  # of the list material
    quantity = models.PositiveSmallIntegerField()
    is_estimated = models.BooleanField(default=False)  # by the look of it, not counted piece by piece
    source = models.CharField(max_length=10, choices=Source, default=Source.OWN)

    tells = Kind.HISTORY
    subject = "encounter__client_id"
    kept = PART_KEPT

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            Marked(name="takenback_marked", subject="encounter_id", kind="encounter"),
            models.CheckConstraint(name="takenback_source", condition=Q(source__in=Source.values)),
            models.CheckConstraint(
                name="takenback_quantity",
                condition=Q(quantity__gte=1, quantity__lte=5000),
                violation_error_message=_("Write 1 to 5,000 pieces."),
            ),
            models.UniqueConstraint(fields=["encounter", "code", "source"], name="takenback_once"),
        ]
