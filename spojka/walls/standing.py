"""What a wall closes: its bars, put up and taken down with it, kept with each row that tells of the client."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from spojka.access.bars import barred_from, walled_with
from spojka.access.heads import heads_of
from spojka.access.models import Bar
from spojka.clients.models import Client
from spojka.network.models import Membership

from .models import Wall


def stand(wall: Wall, at: datetime) -> Wall:
    """Write down a wall; from now on it closes."""
    kept_out = wall.worker_id or wall.centre_id
    for subject in sorted(walled_with(wall.client_id)):
        about = {"wall_id": wall.pk, "subject_id": subject, "kept_out_id": kept_out}
        Bar(**about, starts_at=at, ends_at=wall.ends_at).add()
    return wall.add()


def fall(wall: Wall, at: datetime) -> None:
    """Close nothing any more."""
    Bar.objects.filter(wall_id=wall.pk).end(at)


def has_head(client: Client, at: datetime) -> bool:
    """Test whether somebody who heads the service still sees the client."""
    heads = heads_of(client.service_id, timezone.localdate(at)).prefetch_related("services")
    return any(client.pk not in barred_from(_names(one)) for one in heads)


def _names(member: Membership) -> Iterable[UUID]:
    return {member.pk, *(one.pk for one in member.services.all() if one.organisation_id == member.organisation_id)}


def lead(ids: Iterable[UUID], source: UUID, target: UUID, at: datetime) -> None:
    """Let walls close the client they go along with, too; when it goes back, no longer the one it was merged into."""
    standing = Bar.objects.filter(wall_id__in=list(ids), subject_id=source).current(at)
    if Client.objects.filter(pk=target, merged_into=source).exists():  # taken back
        standing.end(at)
        return
    for bar in standing.order_by("pk"):
        follow(bar, target, at)


def follow(bar: Bar, subject: UUID, at: datetime) -> None:
    """Let a wall close somebody also where they are known as `subject`, and as whom that one is known."""
    closed = set(Bar.objects.filter(wall_id=bar.wall_id).current(at).values_list("subject_id", flat=True))
    for one in sorted(walled_with(subject) - closed):
        about = {"wall_id": bar.wall_id, "subject_id": one, "kept_out_id": bar.kept_out_id}
        Bar(**about, starts_at=at, ends_at=bar.ends_at).add()
