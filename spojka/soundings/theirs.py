"""The other side of a sounding: its rows belong to the service that was asked, so that one is acted for."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone

from spojka.access import fence
from spojka.access.actor import Actor
from spojka.access.models import Bar
from spojka.identities.sealing import Person
from spojka.network.models import Service

from . import marks
from .models import Sounding, SoundingCall


@contextmanager
def acting_for(service: Service, by: Actor) -> Iterator[None]:
    """Reach rows of another service. Nothing of them is shown to `by`."""
    fence.tell(Actor.system("sounding", service, frozenset()))
    try:
        yield
    finally:
        fence.tell(by)


def hold(*services: UUID) -> None:
    """Let one thing at a time happen between two services, so that of two who ask at once the later one finds."""
    held = Service.objects.select_for_update(no_key=True, of=("self",)).filter(pk__in=services)
    list(held.order_by("pk").values_list("pk", flat=True))


def counterpart(mine: Sounding, person: Person, by: Actor, at: datetime) -> Sounding | None:
    """Return what the asked service asks of us about the same person and nobody has confirmed yet.

    The same is asked of the database and computed whether there is one or not.
    """
    with acting_for(mine.asked, by):
        open_ones = Sounding.objects.filter(service=mine.asked_id, asked=mine.service_id).open(timezone.localdate(at))
        listed: Sequence[Any] = list(open_ones.order_by("-recorded_at", "pk"))
    bars = _bars([mine, *listed], at)
    found = [one for one in marks.fitting(person, listed) if not one.came.is_told]
    return next((one for one in found if not _is_barred(mine, one, {one.asked_by}, {by.id}, bars)), None)


def standing(mine: Sounding, other: UUID, by: Actor, at: datetime) -> Sounding | None:
    """Return the sounding of the other side, held, if it stands and no wall is between."""
    with acting_for(mine.asked, by):
        open_ones = Sounding.objects.select_for_update(of=("self",)).open(timezone.localdate(at))
        one = open_ones.filter(pk=other, service=mine.asked_id, asked=mine.service_id).first()
    if one is None or one.came.is_told:
        return None
    ours, bars = {mine.asked_by, by.id}, _bars([mine, one], at)
    return None if _is_barred(mine, one, {one.asked_by}, ours, bars) else one


def write(row: Sounding, by: Actor, **fields: Any) -> None:
    """Change a row of the other side."""
    with acting_for(row.service, by):
        row.change(**fields)


def call(mine: Sounding, by: Actor) -> None:
    """Let the asked service know that it is asked."""
    there = {"organisation_id": mine.asked.organisation_id, "service_id": mine.asked_id}
    with acting_for(mine.asked, by):
        SoundingCall(**there, asker_id=mine.service_id, sounding_id=mine.pk, ends_on=mine.ends_on).add()


def end_call(mine: Sounding, by: Actor, at: datetime) -> None:
    """Ask them no more."""
    with acting_for(mine.asked, by):
        SoundingCall.objects.filter(sounding_id=mine.pk, ended_at=None).update(ended_at=at)


def _bars(soundings: Sequence[Sounding], at: datetime) -> set[tuple[UUID, str]]:
    clients = [one.client_id for one in soundings]
    standing = Bar.objects.current(at).filter(subject_id__in=clients)
    return {(subject, str(whom)) for subject, whom in standing.values_list("subject_id", "kept_out_id")}


def _is_barred(mine: Sounding, one: Sounding, theirs: set[str], ours: set[str], bars: set[tuple[UUID, str]]) -> bool:
    """Test whether one side is kept apart from the other's client: then it learns nothing, and nobody hears why."""
    kept = {(mine.client_id, name) for name in {str(one.service_id), *theirs}}
    kept |= {(one.client_id, name) for name in {str(mine.service_id), *ours}}
    return not bars.isdisjoint(kept)
