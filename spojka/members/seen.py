"""'Who has seen this?': an indexed question over what was shown and done."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from spojka.access.actor import Actor
from spojka.access.owned import Owned
from spojka.access.permissions import Permission
from spojka.audit.models import Entry, Seen

from .reading import Who, names_of, owned_kinds, quarter, where

IN_FILES = ("encounters.", "clients.Client")  # what a row of a file tells of


@dataclass(frozen=True)
class Sighting:
    """One reader within a quarter of an hour; `did` if they also wrote into the row.

    `took`: they took a file of the service's records away, in which the row may have been.
    """

    who: Who
    first: datetime
    last: datetime
    did: bool
    took: bool = False


def kind_of(id: UUID) -> type[Owned]:
    """Return the model of a row that the audit knows of.

    Of one that it does not know any model is returned, and both questions are asked either way: whoever may not see
    the row shall not tell by the work done that it is there.
    """
    done = Entry.objects.filter(subject_id=id).order_by("pk").values_list("subject_model", flat=True)
    seen = Seen.objects.filter(row_id=id).order_by("pk").values_list("model", flat=True)
    labels, kinds = [done.first(), seen.first()], owned_kinds()
    found = next((kinds[label] for label in labels if label in kinds), None)
    return found or next(iter(kinds.values()))


def who_has_seen(row: Owned, by: Actor) -> list[Sighting]:
    """Return who saw or wrote `row`, newest first, by reader and quarter of an hour; for those who may ask."""
    if not by.can(Permission.AUDIT_VIEW, row):
        raise PermissionDenied(Permission.AUDIT_VIEW)
    readings = Seen.objects.filter(row_id=row.pk, model=row._meta.label).values("entry_id")
    files = {entry.pk: entry for entry in _files(row)}
    known = Entry.objects.filter(Q(subject_id=row.pk) | Q(pk__in=readings) | Q(pk__in=files))
    entries = list(known.order_by("-recorded_at", "-pk"))
    people = names_of(entries)
    groups: dict[tuple[str, UUID | None, datetime], list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[entry.actor_id, entry.tablet_id, quarter(entry.recorded_at)].append(entry)
    return [
        Sighting(
            who=where(people, group[0]),
            first=group[-1].recorded_at,
            last=group[0].recorded_at,
            did=any(not entry.is_reading for entry in group),
            took=any(entry.pk in files for entry in group),
        )
        for group in groups.values()
    ]


def _files(row: Owned) -> list[Entry]:
    """Return the readings by which files of the row's service were taken away after the row was written.

    A file names no rows: it is said of each that it may have been in there, which is more than it was, never less.
    """
    if not row._meta.label.startswith(IN_FILES):
        return []
    taken = Entry.objects.filter(taken__services__contains=str(row.service_id), recorded_at__gte=row.recorded_at)
    return list(taken.order_by("pk"))
