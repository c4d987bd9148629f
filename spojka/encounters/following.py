"""Contacts go along with a client who is merged or split; where and when they were tells who can't be one person."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from spojka.access.actor import Actor
from spojka.access.doors import read
from spojka.access.permissions import Permission
from spojka.clients.merging import Line, Meeting, follows, register_meetings
from spojka.clients.models import Client
from spojka.ui.words import day, hour

from .models import Encounter
from .reading import with_lines
from .templatetags.encounters import said
from .words import Words


def lines(client: Client, by: Actor, since: datetime | None, most: int) -> Iterator[Line]:
    """Return the contacts that `by` may choose from, in words."""
    rows = Encounter.objects.allowed(by, Permission.ENCOUNTER_VIEW).filter(client=client)
    rows = rows.filter(recorded_at__gte=since) if since else rows
    found: Iterable[Encounter] = read(  # type: ignore[assignment]
        rows.order_by("-occurred_at", "-pk")[:most], by=by, to=Permission.ENCOUNTER_VIEW
    )
    words = Words(by.organisation)  # type: ignore[arg-type]
    for row in with_lines(found, by=by):
        void = [_("voided")] if row.voided_at else []
        parts = [f"{day(row.occurred_at, True)} {hour(row.occurred_at)}", str(row.shift), said(row, words), *void]
        yield Line("encounters.Encounter", "client", row.pk, row.occurred_at, " · ".join(parts))


@register_meetings
def meetings(service: UUID, clients: Sequence[UUID]) -> Iterable[Meeting]:
    """Return when and where clients were met, by one look into the index of each."""
    rows = Encounter.objects.filter(service=service, client__in=clients, voided_at=None)
    return rows.order_by("pk").values_list("client_id", "shift__place_id", "shift_id", "occurred_at")  # type: ignore[return-value]


follows(Encounter, "client", gettext_lazy("contacts"), lines)
