"""What actions ask of the rows at hand."""

from django.core.exceptions import PermissionDenied

from spojka.access.permissions import Permission
from spojka.groups.models import Group
from spojka.network.models import Service

from .models import Recommendation, Step


def newest(recommendation: Recommendation) -> Step:
    """Return the step that counts: the one that no other one follows."""
    found = Step.objects.filter(recommendation=recommendation, voided_at=None)
    return found.exclude(pk__in=found.exclude(after=None).values("after")).get()


def service_of(service: Service, group: Group) -> Service:
    """Return of which service a row is that `service` writes into a group."""
    return group.service if group.service_id == service.pk else service


def check_writes(service: Service, recommendation: Recommendation) -> None:
    """Raise PermissionDenied unless a service supports the group: the others in it read."""
    if service.pk != recommendation.group.service_id:
        raise PermissionDenied(Permission.RECOMMENDATION_STEP)


def told(recommendation: Recommendation) -> list[dict[str, str]]:
    """Return its steps as everybody may read them: what state since when, before which body."""
    found = Step.objects.filter(recommendation=recommendation, voided_at=None).order_by("on", "recorded_at", "pk")
    return [
        {"state": one.state, "on": one.on.isoformat(), "body_kind": one.body_kind, "body_name": one.body_name}
        for one in found
    ]
