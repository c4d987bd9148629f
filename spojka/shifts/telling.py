"""How a shift stands, told on its page in the office: a line for each thing that it asks for."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.encounters.beside import Fact, register_of_shift, register_steps
from spojka.encounters.models import Shift
from spojka.ui.words import hour

from .doors import left_to
from .models import Handover, HelpCall, Watch
from .page import state_of
from .reading import sees_debriefs


@register_steps("shifts/_at_shift.html")
def lines(shift: Shift, by: Actor) -> dict[str, Any]:
    """Say how far each thing is, by the part of the night."""
    if shift.is_cancelled or not by.can(Permission.CHECKLIST_FILL, shift):
        return {}
    said = {"brief": by.can(Permission.BRIEFING_SET, shift)}
    said["look"] = by.can(Permission.DEBRIEF_VIEW, shift) and sees_debriefs(shift, by)
    slug = by.organisation.slug if by.organisation else ""
    return state_of(by, shift, timezone.now()) | {"can": said, "handovers": _handovers(shift, by), "slug": slug}


def _handovers(shift: Shift, by: Actor) -> list[Any]:
    """Return handovers of this shift, and those of shifts before it at the same event or place that nobody took."""
    found = rows(Handover, by=by, to=Permission.HANDOVER_VIEW).filter(Q(shift=shift) | left_to(shift))
    return read(found.select_related("shift__place", "shift__event").order_by("-occurred_at", "pk")[:5], by=by,
                to=Permission.HANDOVER_VIEW)  # fmt: skip


@register_of_shift
def trouble(shift: Shift, by: Actor) -> Iterator[Fact]:
    """Tell of lone workers who do not answer and of calls for help."""
    see = {"by": by, "to": Permission.WATCH_VIEW}
    now = timezone.now()
    for watch in read(rows(Watch, **see).filter(shift=shift).overdue(now).order_by("due_at", "pk"), **see):
        link = reverse("shifts:end_for", args=[by.organisation.slug, watch.pk]) if by.organisation else ""
        yield Fact(_("A lone worker does not answer"), _hour(_("since %(at)s"), watch.due_at), link, is_open=True)
    for call in read(rows(HelpCall, **see).filter(shift=shift, known_at=None).order_by("occurred_at", "pk"), **see):
        link = reverse("today", args=[by.organisation.slug]) if by.organisation else ""
        yield Fact(_("Called for help"), f"{_hour('%(at)s', call.occurred_at)} · {call.called}", link, is_open=True)


def _hour(text: str, at: Any) -> str:
    return text % {"at": hour(at)}
