"""All that the shift's own page holds: its lines by the part of the night, its forms, and the briefing."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.codelists.catalogue import catalogue, names
from spojka.encounters.models import Shift
from spojka.signals.doors import in_force

from . import forms, reading
from .reading import Step

WITH = ("service", "event", "place")
STAGES = {"before": _("Before"), "during": _("During the shift"), "after": _("At the end and after")}


def forms_of(
    actor: Actor, shift: Shift, at: datetime, data: Any = None, only: str = "", taken: reading.Kit | None = None
) -> dict[str, Any]:
    """Return the forms of the page; with `only`, the one that was sent. `taken` is the shift's kit, if at hand."""
    lists = catalogue(shift.service, shift.day)
    taken = taken or reading.kit_of(reading.checklists(shift, actor))
    usual = {"data": data, "actor": actor, "now": at}
    kit = {"items": reading.items_of(lists, "kit_item", shift.setting)}
    zone = {"items": reading.items_of(lists, "zone_item", shift.setting)}
    makers: Mapping[str, Any] = {
        "kit_out": lambda: forms.KitOut(
            **usual, **kit, auto_id="out_%s", usual=reading.usual_kit(shift, kit["items"], actor, taken)
        ),
        "kit_back": lambda: forms.KitBack(**usual, **kit, auto_id="back_%s", usual=taken.out),
        "zone": lambda: forms.Zone(**usual, **zone, auto_id="zone_%s"),
        "reading": lambda: forms.Reading(**usual, auto_id="read_%s"),
        "handover": lambda: forms.HandOver(**usual, shift=shift, auto_id="over_%s"),
        "debrief": lambda: forms.LookBack(**usual, auto_id="look_%s"),
    }
    return {name: make() for name, make in makers.items() if only in ("", name)}


def page_of(actor: Actor, shift: Shift, at: datetime, **back: Any) -> dict[str, Any]:
    """Return all of the page; `back` is a form that was sent and comes back, by its name."""
    warnings = in_force(actor, timezone.localdate(at))
    words = reading.about(shift, warnings)
    state = state_of(actor, shift, at)
    made = forms_of(actor, shift, at, taken=state["kit"])
    made["reading"].initial = {"about": words, "warnings": " ".join(str(one.pk) for one in warnings)}
    made |= back
    return made | state | {
        "zone_rows": list(zip(made["zone"].pairs, state["ticks"], strict=True)),
        "warnings": warnings,
        "contact": reading.briefing_of(shift, actor),
        "crew": reading.crew_of(shift, actor),
        "roles": names("crew_role", organisation=actor.organisation),
        "begin": forms.Begin(actor=actor, now=at, auto_id="begin_%s"),
        "may_close": shift.is_running and actor.can(Permission.SHIFT_CLOSE, shift),
        "open": "",
    }  # fmt: skip


def state_of(actor: Actor, shift: Shift, at: datetime) -> dict[str, Any]:
    """Return the lines of the page by the part of the night; the present part comes first."""
    lists = catalogue(shift.service, shift.day)
    words = reading.about(shift, in_force(actor, timezone.localdate(at)))
    filled = reading.checklists(shift, actor)
    kit, ticks = reading.kit_of(filled), reading.zone_of(shift, lists, filled)
    found = reading.steps(shift, actor, words, kit, ticks)
    now = reading.now_is(shift, at)
    order = sorted(STAGES, key=lambda stage: stage != now)
    stages = [(stage, STAGES[stage], _of(found, stage), stage == now) for stage in order]
    return {
        "shift": shift,
        "stages": stages,
        "at": at,
        "ticks": ticks,
        "kit": kit,
    }


def _of(found: list[Step], stage: str) -> list[Step]:
    return [step for step in found if step.stage == stage]
