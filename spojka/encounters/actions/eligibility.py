from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.network.models import Service

from ..models import EligibilityRule


class AsksNothing(Refusal):
    """A rule that asks nothing has no acts outside of it."""


@action(Permission.ELIGIBILITY_SET, on="service")
def set(
    *,
    by: Actor,
    id: UUID,
    service: Service,
    valid_from: date,
    least_age: int | None,
    user_kinds: Iterable[str],
    territory: str,
    outside: Iterable[str],
) -> EligibilityRule:
    """Say for whom the service is from a day on. What was recorded before stays as it is."""
    EligibilityRule.objects.all().stop_if_known(id, service)
    kinds, acts = sorted(user_kinds), sorted(outside)
    if acts and not (least_age or kinds or territory):
        raise AsksNothing(_("Nothing is asked of anybody, so no act is an exception. Take them off."), field="outside")
    said = {"least_age": least_age, "user_kinds": kinds, "territory": territory, "outside": acts}
    return EligibilityRule(**service.ownership, id=id, valid_from=valid_from, **said, recorded_by=by.id).add()
