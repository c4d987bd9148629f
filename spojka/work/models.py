from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.owned import Owned, OwnedQuerySet
from spojka.access.permissions import Kind
from spojka.base.keeping import Kept
from spojka.figures.marking import Marked
from spojka.network.models import Membership, Project


class IndirectWorkQuerySet(OwnedQuerySet):
    def standing(self) -> "IndirectWorkQuerySet":
        """Lines that were not voided."""
        return self.filter(voided_at=None)


class IndirectWork(Owned):
    """So many minutes of one kind of work of one worker on one day, without people (nepřímá práce)."""

    day = models.DateField()
    membership = models.ForeignKey(Membership, models.PROTECT, related_name="+")  # who worked
    code = models.CharField(max_length=20)  # of the list indirect_work
    minutes = models.PositiveSmallIntegerField()
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)
    recorded_by = models.CharField(max_length=60)  # Actor.id
    instead_of = models.OneToOneField("self", models.PROTECT, related_name="replaced_by", null=True, blank=True)
    voided_at = models.DateTimeField(null=True, blank=True)

    objects = IndirectWorkQuerySet.as_manager()  # type: ignore[misc]
    tells = Kind.WORK
    kept = Kept(years=10, since="the day", personal=("note",))

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            Marked(name="indirect_marked", day="day"),
            models.CheckConstraint(
                name="indirect_minutes",
                condition=Q(minutes__gte=1, minutes__lte=1440),
                violation_error_message=_("Write 1 to 1,440 minutes."),
            ),
        ]
        indexes = [models.Index(fields=["service", "-day"], name="indirect_by_day")]

    def is_of(self, actor: Actor) -> bool:
        """Test whether it is the actor's own work."""
        return str(self.membership_id) == actor.id
