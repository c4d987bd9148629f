"""How a shift stands: each thing that it asks for in one line, and what is behind the line."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import Catalogue, Item
from spojka.encounters.models import CrewMember, Shift
from spojka.members.people import names_of
from spojka.signals.models import EarlyWarning

from .models import (
    STILL_NEWS,
    Briefing,
    BriefingRead,
    Checklist,
    ChecklistKind,
    Debrief,
    Handover,
    HelpCall,
    Watch,
)  # fmt: skip

NAMED = 4  # so many of a crew are named where they have not read; of more it is enough how many


@dataclass(frozen=True)
class Step:
    """One thing that a shift asks for. `ring` tells how far it is, `stage` when it is its time."""

    key: str
    stage: str  # before, during, after
    name: str
    state: str
    ring: str = "open"


@dataclass(frozen=True)
class Kit:
    """The kit of a shift: by code, how many pieces were taken, came back and are damaged."""

    out: Mapping[str, int] = field(default_factory=dict)
    back: Mapping[str, int] | None = None
    bad: Mapping[str, int] = field(default_factory=dict)
    device: str = ""  # the breathalyser
    calibrated_on: date | None = None

    @property
    def missing(self) -> dict[str, int]:
        """What was taken and did not come back; nothing is missing before anything came."""
        left = {code: n - (self.back or {}).get(code, 0) for code, n in self.out.items()}
        return {} if self.back is None else {code: n for code, n in left.items() if n > 0}


@dataclass(frozen=True)
class Tick:
    """One item of the zone: whether it is there, why not, who said so and when."""

    item: Item
    is_here: bool | None = None
    why: str = ""
    by: str = ""
    at: datetime | None = None


def items_of(lists: Catalogue, list: str, setting: str) -> list[Item]:
    """Return the items of a list that belong to a setting."""
    offered = lists.items(list)
    return [item for item in offered if setting in item.extra.get("settings", [setting])]


def checklists(shift: Shift, by: Actor) -> list[Any]:
    """Return what was filled in, in the order in which it happened: the last word on an item counts."""
    found = rows(Checklist, by=by, to=Permission.SHIFT_VIEW).filter(shift=shift)
    return read(found.prefetch_related("lines").order_by("occurred_at", "pk"), by=by, to=Permission.SHIFT_VIEW)


def kit_of(filled: list[Any]) -> Kit:
    """Return the kit of a shift, of its checklists."""
    taken = [one for one in filled if one.kind == ChecklistKind.KIT_OUT]
    out, device = _last(taken), next((one for one in reversed(taken) if one.device), None)
    back = [one for one in filled if one.kind == ChecklistKind.KIT_BACK]
    said = _last(back)
    pieces = {code: line.quantity for code, line in said.items()}
    bad = {code: line.bad for code, line in said.items() if line.bad}
    said_of = {"device": device.device, "calibrated_on": device.calibrated_on} if device else {}
    return Kit({code: line.quantity for code, line in out.items()}, pieces if back else None, bad, **said_of)


def _last(found: list[Any]) -> dict[str, Any]:
    return {line.code: line for one in found for line in one.lines.all()}


def zone_of(shift: Shift, lists: Catalogue, filled: list[Any]) -> list[Tick]:
    """Return how each item of the zone stands, of the shift's checklists."""
    found = [one for one in filled if one.kind == ChecklistKind.ZONE]
    names = names_of({one.recorded_by for one in found})
    said = {line.code: (line, one) for one in found for line in one.lines.all()}
    ticks = []
    for item in items_of(lists, "zone_item", shift.setting):
        line, one = said.get(item.code, (None, None))
        told = (bool(line.quantity), line.why, names.get(one.recorded_by, ""), one.occurred_at) if line and one else ()
        ticks.append(Tick(item, *told))
    return ticks


def about(shift: Shift, warnings: list[EarlyWarning]) -> str:
    """Return what tells these words of a briefing from any others."""
    said = [shift.note, *sorted(str(one.pk) for one in warnings)]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:16]


def crew_of(shift: Shift, by: Actor) -> list[Any]:
    found = rows(CrewMember, by=by, to=Permission.SHIFT_VIEW).filter(shift=shift).select_related("membership__user")
    return read(found.order_by(by_name("membership__user__name"), "pk"), by=by, to=Permission.SHIFT_VIEW)


def sees_debriefs(shift: Shift, by: Actor) -> bool:
    """Test whether `by` reads what was written after a shift: the crew does, and heads."""
    crew = rows(CrewMember, by=by, to=Permission.SHIFT_VIEW).filter(shift=shift, membership_id__in=by.memberships)
    return by.may(Permission.DEBRIEF_OVERSEE) or crew.exists()


def readers_of(shift: Shift, by: Actor) -> dict[str, str]:
    """Return who has read a briefing, with the words that they read last."""
    found = rows(BriefingRead, by=by, to=Permission.SHIFT_VIEW).filter(shift=shift)
    return dict(found.order_by("occurred_at", "pk").values_list("recorded_by", "about"))


def briefing_of(shift: Shift, by: Actor) -> Briefing:
    """Return who is there for the crew; what nobody has set yet has its usual values."""
    found = rows(Briefing, by=by, to=Permission.SHIFT_VIEW).filter(shift=shift).select_related("contact__user")
    return found.first() or Briefing(**shift.ownership, shift=shift)


def steps(shift: Shift, by: Actor, words: str, kit: Kit, ticks: list[Tick]) -> list[Step]:
    """Return all that a shift asks for, in the order of the night."""
    return [
        _briefing(shift, by, words),
        _kit_out(kit),
        *_zone(ticks),
        _watch(shift, by),
        _kit_back(kit),
        _handover(shift, by),
        _debrief(shift, by),
    ]


def _briefing(shift: Shift, by: Actor, words: str) -> Step:
    crew, said = (
        {str(one.membership_id): one.membership.user.name for one in crew_of(shift, by)},
        readers_of(shift, by),
    )
    at_end = shift.is_closed  # its words tell how it went then: no briefing any more that anybody had to read
    now = [one for one, read_words in said.items() if (at_end or read_words == words) and one in crew]
    old = [one for one in said if one not in now and one in crew]
    left = [name for one, name in crew.items() if one not in now]
    state = (
        _("%(n)s of %(all)s have read it") % {"n": len(now), "all": len(crew)} if crew else _("nobody is in the crew")
    )
    if old:
        state += ", " + _("%(n)s before it was changed") % {"n": len(old)}
    if 0 < len(left) <= NAMED:
        state += "; " + _("not yet: %(who)s") % {"who": ", ".join(left)}
    return Step("briefing", "before", _("Briefing"), state, "done" if crew and len(now) == len(crew) else "due")


def _kit_out(kit: Kit) -> Step:
    taken = sum(kit.out.values())
    state = (
        ngettext("%(n)s piece issued", "%(n)s pieces issued", taken) % {"n": taken} if taken else _("not issued yet")
    )
    return Step("kit_out", "before", _("Kit"), state, "done" if taken else "open")


def _kit_back(kit: Kit) -> Step:
    if kit.back is None:
        state = _("nothing came back yet") if kit.out else _("none was issued")
        return Step("kit_back", "after", _("Kit back"), state)
    missing, bad = sum(kit.missing.values()), sum(kit.bad.values())
    told = [_("%(n)s returned") % {"n": sum(kit.back.values())}]
    told += [_("%(n)s missing") % {"n": missing}] if missing else []
    told += [_("%(n)s damaged") % {"n": bad}] if bad else []
    return Step("kit_back", "after", _("Kit back"), ", ".join(told), "late" if missing or bad else "done")


def _zone(ticks: list[Tick]) -> list[Step]:
    if not ticks:
        return []
    told = [tick for tick in ticks if tick.is_here is not None]
    away = [tick for tick in told if not tick.is_here]
    state = _("%(n)s of %(all)s gone through") % {"n": len(told), "all": len(ticks)}
    if away:
        state += ", " + _("%(n)s not here") % {"n": len(away)}
    ring = "late" if away else "done" if len(told) == len(ticks) else "half" if told else "open"
    return [Step("zone", "before", _("Zone"), state, ring)]


def _watch(shift: Shift, by: Actor) -> Step:
    found = rows(Watch, by=by, to=Permission.WATCH_VIEW).filter(shift=shift, ended_at=None)
    running = list(found.order_by("due_at", "pk"))
    late = [one for one in running if one.due_at < timezone.now()]
    if late:
        return Step("watch", "during", _("Alone"), _("%(n)s did not answer") % {"n": len(late)}, "late")
    if running:
        return Step("watch", "during", _("Alone"), _("%(n)s on the way") % {"n": len(running)}, "half")
    return Step("watch", "during", _("Alone"), _("nobody is alone now"))


def _handover(shift: Shift, by: Actor) -> Step:
    one = rows(Handover, by=by, to=Permission.HANDOVER_VIEW).filter(shift=shift).order_by("-occurred_at", "pk").first()
    if one is None:
        return Step("handover", "after", _("Handover"), _("not written yet"))
    if one.taken_at is None:
        return Step("handover", "after", _("Handover"), _("waits for who takes over"), "half")
    who = names_of([one.taken_by]).get(one.taken_by, "")
    return Step("handover", "after", _("Handover"), _("taken over by %(who)s") % {"who": who}, "done")


def _debrief(shift: Shift, by: Actor) -> Step:
    written = rows(Debrief, by=by, to=Permission.DEBRIEF_VIEW).filter(shift=shift)
    n = written.values("recorded_by").distinct().count()
    state = (
        ngettext("%(n)s of the crew wrote", "%(n)s of the crew wrote", n) % {"n": n} if n else _("nobody wrote yet")
    )
    return Step("debrief", "after", _("Look back"), state, "done" if n else "open")


def now_is(shift: Shift, at: datetime) -> str:
    """Return which part of the night it is: before, during or after."""
    if not shift.started_at:
        return "before"
    return "after" if shift.is_closed or at > shift.planned_end else "during"


def usual_kit(shift: Shift, items: list[Item], by: Actor, kit: Kit) -> dict[str, int]:
    """Return what to begin with: what was issued, else what was last time in such a place, else the template."""
    if kit.out:
        return dict(kit.out)
    former = rows(Checklist, by=by, to=Permission.SHIFT_VIEW).filter(kind=ChecklistKind.KIT_OUT)
    same = former.filter(service=shift.service_id, shift__setting=shift.setting).exclude(shift=shift)
    last = same.order_by("-occurred_at", "pk").first()
    if last:
        return {line.code: line.quantity for line in last.lines.all()}
    return {item.code: item.extra["count"] for item in items if item.extra.get("count")}


def alone(by: Actor, at: datetime) -> list[Any]:
    """Return the timers that are overdue, of those whom `by` looks after."""
    listed = read(_overdue(by, at), by=by, to=Permission.WATCH_VIEW)
    names = names_of({one.recorded_by for one in listed})
    for one in listed:
        one.who = names.get(one.recorded_by, "")
    return listed


def calls(by: Actor, at: datetime) -> list[Any]:
    """Return calls for help that nobody has seen, of those whom `by` looks after."""
    listed = read(_unseen(by, at), by=by, to=Permission.WATCH_VIEW)
    names = names_of({one.recorded_by for one in listed})
    for one in listed:
        one.who = names.get(one.recorded_by, "")
    return listed


@prepared
def _overdue(by: Actor, at: datetime) -> Any:
    found = rows(Watch, by=by, to=Permission.WATCH_VIEW).overdue(at).filter(_mine(by))
    return found.select_related("shift__place", "shift__event").order_by("due_at", "pk")[:10]


@prepared
def _unseen(by: Actor, at: datetime) -> Any:
    found = rows(HelpCall, by=by, to=Permission.WATCH_VIEW).filter(_mine(by), known_at=None)
    news = found.filter(occurred_at__gte=at - STILL_NEWS).select_related("shift__place", "shift__event")
    return news.order_by("-occurred_at", "pk")[:10]


def _mine(by: Actor) -> Q:
    """Return which shifts' lone workers are one's business: a head's all, else those of the crew and the contact."""
    if by.may(Permission.WATCH_OVERSEE):
        return Q()
    named = Briefing.objects.filter(contact_id=by.id).values("shift_id")
    crew = CrewMember.objects.filter(membership_id=by.id).values("shift_id")
    return Q(shift__in=named) | Q(shift__in=crew)
