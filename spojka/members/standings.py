"""What a membership was before it was changed."""

from spojka.access.actor import Actor
from spojka.network.models import Membership

from .models import Standing
from .posts import COLUMNS


def remember(membership: Membership, by: Actor) -> None:
    """Keep what the membership is in the database, just before `by` changes it."""
    before = Membership.objects.get(pk=membership.pk)
    columns = {name: getattr(before, name) for name in (*COLUMNS, "ended_at")}
    standing = Standing(membership=before, recorded_by=by.id, **columns).add()
    standing.services.set(before.services.all())
    standing.teams.set(before.teams.all())


def version_of(membership: Membership) -> int:
    """Return how often the membership was changed: a form carries it, so that two don't overwrite each other."""
    return Standing.objects.filter(membership=membership).count()
