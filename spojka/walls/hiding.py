"""What a secret address closes: its hidings, kept with each row under which the client is known."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from spojka.access.bars import known_as
from spojka.access.models import Hiding
from spojka.clients.models import Client

from .models import SecretAddress


def stand(row: SecretAddress, at: datetime, ends_at: datetime | None = None) -> None:
    """Close from now on what tells where the client can be met."""
    for subject in sorted(known_as(row.client_id)):
        Hiding(secret_id=row.pk, subject_id=subject, starts_at=at, ends_at=ends_at).add()


def fall(row: SecretAddress, at: datetime) -> None:
    """Close nothing any more."""
    Hiding.objects.filter(secret_id=row.pk).end(at)


def lead(ids: Iterable[UUID], source: UUID, target: UUID, at: datetime) -> None:
    """Hide the client whom it goes along with, too; when it goes back, no longer the one it was merged into."""
    standing = Hiding.objects.filter(secret_id__in=list(ids), subject_id=source).current(at)
    if Client.objects.filter(pk=target, merged_into=source).exists():  # taken back
        standing.end(at)
        return
    for one in standing.order_by("pk"):
        closed = set(Hiding.objects.filter(secret_id=one.secret_id).current(at).values_list("subject_id", flat=True))
        for subject in sorted(known_as(target) - closed):
            Hiding(secret_id=one.secret_id, subject_id=subject, starts_at=at, ends_at=one.ends_at).add()
