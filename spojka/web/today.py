from datetime import timedelta

from django.db.models import Count, Q
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.appointments.reading import today_of
from spojka.base.prepared import prepared
from spojka.encounters.models import Shift, Side
from spojka.members import overview
from spojka.shifts.doors import trouble
from spojka.signals.doors import in_force
from spojka.stock.doors import waiting as stock_waiting

from .changed import changed
from .waiting import gathered
from .work import is_in_cases

OVERDUE = timedelta(hours=1)
CONTACTS = Count("encounters", filter=Q(encounters__voided_at=None) & ~Q(encounters__side=Side.TALLY))
WITH = ("event", "place", "service", "team")
STILL_MINE = timedelta(hours=12)  # a shift that runs over its plan is still the one I work in
VERBS = {
    "record": Permission.ENCOUNTER_RECORD,
    "start": Permission.SHIFT_START,
    "close": Permission.SHIFT_CLOSE,
    "plan": Permission.SHIFT_PLAN,
    "indirect": Permission.INDIRECT_RECORD,
    "read": Permission.ENCOUNTER_VIEW,
    "signal": Permission.SIGNAL_RECORD,
    "watch": Permission.WATCH_VIEW,
    "quality": Permission.QUALITY_OVERSEE,
}


@require_safe
def today(request):
    """Show the worker's shift, what waits for them, and what changed."""
    actor, now = request.actor, timezone.now()
    if not actor.may(Permission.SHIFT_VIEW):
        return _over_people(request, now)
    # one's own work, not what a right to read the house or a grant lets one look at
    mine_to = Permission.ENCOUNTER_RECORD if actor.may(Permission.ENCOUNTER_RECORD) else Permission.SHIFT_VIEW
    open_ones, planned = _open(actor, mine_to), _planned(actor, mine_to, now)
    forgotten, closed = _forgotten(actor, mine_to, now), _closed(actor, mine_to)
    read([*open_ones, *planned, *forgotten, *closed], by=actor, to=Permission.SHIFT_VIEW)
    stage = _stage(actor, open_ones, planned, now)
    unclosed = [shift for shift in open_ones if shift.planned_end < now - OVERDUE]
    said = {
        "now": timezone.localtime(now),
        "greeting": greeting(now),
        "warnings": in_force(actor, timezone.localdate(now)),
        "trouble": trouble(actor, now),
        "stage": stage,
        "stocks": stock_waiting(actor, timezone.localdate(now)),
        "others": [shift for shift in open_ones if shift != stage and shift not in unclosed],
        "planned": [shift for shift in planned if shift != stage],
        "unclosed": unclosed,
        "forgotten": forgotten,
        "closed": closed,
        "works_in_shifts": any([stage, *forgotten, *closed]) or not is_in_cases(actor),
        "changed": changed(actor, now),
        "my_day": today_of(actor, timezone.localdate(now)),
        "may": {name: actor.may(permission) for name, permission in VERBS.items()},
    }
    waiting = gathered(actor, now)
    said["waits"] = any(waiting.values())
    return render(request, "web/today.html", waiting | said)


def _shifts(by, to):
    return rows(Shift, by=by, to=to).select_related(*WITH).prefetch_related("crew")


@prepared
def _open(by, to):
    return _shifts(by, to).open().order_by("planned_end", "pk")[:20]


@prepared
def _planned(by, to, now):
    return _shifts(by, to).planned().filter(planned_end__gte=now).order_by("planned_start", "pk")[:6]


@prepared
def _forgotten(by, to, now):
    return _shifts(by, to).planned().filter(planned_end__lt=now).order_by("-planned_start", "pk")[:5]


@prepared
def _closed(by, to):
    """The last ones; old ones that came from a table crowd nothing out."""
    closed = _shifts(by, to).exclude(closed_at=None).exclude(started_at=None).annotate(contacts=CONTACTS)
    return closed.order_by("-ended_at", "pk")[:5]


def _over_people(request, now):
    """Show what those come for who look after people or the audit, and write no contacts."""
    actor, on, found = request.actor, timezone.localdate(now), gathered(request.actor, now)
    said = found | {
        "now": timezone.localtime(now),
        "greeting": greeting(now),
        "warnings": in_force(actor, on),
        "waits": any(found.values()),
        "changed": changed(actor, now),
        "week": overview.week_of(actor, now) if actor.may(Permission.AUDIT_VIEW) else None,
        "leaving": overview.leaving(actor, on) if actor.may(Permission.MEMBER_VIEW) else [],
    }
    return render(request, "web/today_plain.html", said)


def greeting(now) -> str:
    """Return a greeting by the hour: at the stand it is morning when people drive home."""
    hour = timezone.localtime(now).hour
    if 5 <= hour < 10:
        return _("Good morning")
    return _("Good day") if 10 <= hour < 18 else _("Good evening")


def _stage(actor, open_ones, planned, now):
    """Return the shift of the hour: the one I work in, else one that runs, else the next one planned."""
    mine = [shift for shift in open_ones if _is_crew(shift, actor) and shift.planned_end > now - STILL_MINE]
    running = [shift for shift in open_ones if shift.planned_end > now - OVERDUE]
    return (sorted(mine, key=lambda shift: shift.started_at, reverse=True) or running or planned or [None])[0]


def _is_crew(shift, actor) -> bool:
    return any(str(member.membership_id) == actor.id for member in shift.crew.all())
