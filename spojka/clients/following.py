"""What of ours goes along with a client who is merged or split, and what stays."""

from collections.abc import Sequence
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from .merging import follows, stays
from .models import Agreement, Apart, Client, HouseholdMember, Instruction, Joining, Relation


def lead_home(ids: Sequence[UUID], source: UUID, target: UUID) -> list[UUID]:
    """Lead over where they live, but for a household in which the other one lives already."""
    homes = HouseholdMember.objects.filter(client=target, until=None).values_list("household", flat=True)
    theirs = HouseholdMember.objects.filter(pk__in=ids, client=source)
    led = list(theirs.exclude(until=None, household__in=list(homes)).order_by("pk").values_list("pk", flat=True))
    HouseholdMember.objects.filter(pk__in=led).update(client_id=target)
    return led


follows(Agreement, "client", _("agreements on personal data"))
follows(Instruction, "client", _("instructions"))
follows(HouseholdMember, "client", _("households"), lead=lead_home)
follows(Relation, "client", _("relations"))
follows(Relation, "other", _("relations of others to them"))
stays(Client, "merged_into", "says itself which code leads where")
stays(Joining, "source", "tells which two it was")
stays(Joining, "target", "tells which two it was")
stays(Apart, "first", "tells which two it was")
stays(Apart, "second", "tells which two it was")
