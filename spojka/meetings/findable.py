"""What is found of meetings: lines of minutes and points of agendas by their words, which lie sealed."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.search.blind import by_blinded
from spojka.search.registry import Hit, register
from spojka.search.rows import rows_source
from spojka.ui.words import day

from .models import AgendaItem, LineKind, MinutesLine

VIEW = Permission.MEETING_VIEW


def _hit(row: Any, by: Actor, page: str) -> Hit:
    slug = by.organisation.slug if by.organisation else ""
    url = reverse(f"meetings:{page}", args=[slug, row.meeting_id])
    return Hit(title=row.meeting.title, url=url, detail=day(row.meeting.starts_at, True), note=row.said)


def _line(row: MinutesLine, by: Actor) -> Hit:
    """A line; what it is and who says it stands before its words."""
    hit = _hit(row, by, "minutes")
    lead = " · ".join(part for part in (str(LineKind(row.kind).label), row.says) if part)
    return Hit(title=hit.title, url=hit.url, detail=f"{hit.detail} · {lead}", note=hit.note)


def _standing(found: Iterable[Any], by: Actor) -> Iterable[Any]:
    """Leave out wordings that a later one replaces."""
    listed = list(found)
    stand = rows(MinutesLine, by=by, to=VIEW).filter(pk__in=[one.pk for one in listed]).standing()
    standing = set(stand.values_list("pk", flat=True))
    return read([one for one in listed if one.pk in standing], by=by, to=VIEW)


register(
    rows_source(
        "minutes", title=_("In minutes"), icon="notes", rank=56, model=MinutesLine, to=VIEW, hit=_line, how=by_blinded,
        related=("meeting",), order=("-at", "-pk"), prepare=_standing,
    ),
    rows_source(
        "agendas", title=_("In agendas"), icon="notes", rank=57, model=AgendaItem, to=VIEW, how=by_blinded,
        hit=lambda row, by: _hit(row, by, "meeting"), related=("meeting",), order=("-recorded_at", "-pk"),
    ),
)  # fmt: skip
