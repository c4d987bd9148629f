"""With whom something may be shared: institutions that work with Spojka and agreed to be found by others."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from spojka.base.sorting import by_name
from spojka.network.models import Membership, Organisation, Service


@dataclass(frozen=True)
class Institute:
    """An organisation, or one of its services, as it may be chosen."""

    house: Organisation
    centre: Service | None = None

    @property
    def name(self) -> str:
        return f"{self.house} · {self.centre}" if self.centre else str(self.house)

    @property
    def unit(self) -> str:
        return str(self.centre or "")


def offered(service: Service, on: date) -> dict[str, Institute]:
    """Return what clients of `service` may share with: other services of the house, houses that agreed to be found.

    The own house as a whole is not among them: what all of it may read is the manager's to set (access).
    """
    own = service.organisation_id
    houses = Organisation.objects.hearing().exclude(pk=own).order_by(by_name(), "pk")
    found: dict[str, Institute] = {}
    beside = Service.objects.filter(organisation=own).exclude(pk=service.pk).running(on).select_related("organisation")
    for centre in beside.order_by(by_name(), "pk"):
        found[str(centre.pk)] = Institute(centre.organisation, centre)
    theirs = Service.objects.filter(organisation__in=houses).running(on).select_related("organisation")
    centres = list(theirs.order_by(by_name(), "pk"))
    for house in houses:
        found[str(house.pk)] = Institute(house)
        found |= {str(one.pk): Institute(house, one) for one in centres if one.organisation_id == house.pk}
    return found


def colleague_of(institute: Institute | None, name: str) -> Membership | None:
    """Return the one worker of an institution who has that working name; of two namesakes neither."""
    if institute is None or not name.strip():
        return None
    working = Membership.objects.valid(timezone.localdate()).filter(organisation=institute.house)
    if institute.centre:
        working = working.filter(services=institute.centre)
    asked = " ".join(name.split()).casefold()
    found = [one for one in working.select_related("user").order_by("pk") if one.user.name.casefold() == asked]
    return found[0] if len(found) == 1 else None
