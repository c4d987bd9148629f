"""What is counted of appointments, of waiting and of capacity; no list stands behind."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.directory.models import Capacity
from spojka.encounters import further
from spojka.encounters.further import Live
from spojka.encounters.scope import Scope
from spojka.figures import indicators
from spojka.figures.indicators import Line
from spojka.figures.metric import PERCENT, PERSON, Metric, Privacy, Rate, Unit
from spojka.figures.registry import register, register_rates

from .models import Appointment, State, Waiting, WaitingEnd
from .reading import start_of

if TYPE_CHECKING:
    import pyarrow as pa

APPOINTMENT = Unit(code="appointment", name=_("appointments"))
DAY = Unit(code="wait_day", name=pgettext_lazy("unit", "days of waiting"))
MEAN_DAYS = Unit(code="wait_days_mean", name=pgettext_lazy("unit", "days on average"), places=1)
TELLING = Unit(code="telling", name=pgettext_lazy("unit", "times told"))
PLACE = Unit(code="free_place", name=pgettext_lazy("unit", "places"))
MEAN_PLACES = Unit(code="free_places_mean", name=pgettext_lazy("unit", "places on average"), places=1)
WENT = (State.CAME, State.EXCUSED, State.ABSENT)


def _mine(model: Any, by: Actor, scope: Scope) -> Any:
    """Return rows that one may count, of one's own services. They are at no event and for no project."""
    rows = scope.apart(model.objects.allowed(by, Permission.REPORT_VIEW))
    return rows if scope.service else rows.filter(service__in=by.services)


def _table(rows: list[dict[str, Any]], texts: tuple[str, ...], numbers: tuple[str, ...] = ()) -> pa.Table:
    import pyarrow as pa

    columns = [*((name, pa.string()) for name in texts), *((name, pa.int32()) for name in numbers)]
    return pa.Table.from_pylist(rows, pa.schema(columns))


def appointments(by: Actor, scope: Scope) -> pa.Table:
    """Return a row for each appointment of which it is known how it went: {id, state, day}."""
    span = (start_of(scope.first), start_of(scope.last + timedelta(days=1)))
    rows = _mine(Appointment, by, scope).filter(state__in=WENT, starts_at__gte=span[0], starts_at__lt=span[1])
    found = rows.order_by("pk").values_list("pk", "state", "starts_at")
    said = [{"id": str(pk), "state": state, "day": str(timezone.localdate(at))} for pk, state, at in found]
    return _table(said, ("id", "state", "day"))


def waits(by: Actor, scope: Scope) -> pa.Table:
    """Return a row for each who got a place in the period: {id, day, days}."""
    rows = _mine(Waiting, by, scope).filter(ended_why=WaitingEnd.IN, ended_on__range=(scope.first, scope.last))
    found = rows.order_by("pk").values_list("pk", "since", "ended_on")
    said = [{"id": str(pk), "day": str(end), "days": (end - since).days} for pk, since, end in found]
    return _table(said, ("id", "day"), ("days",))


def tellings(by: Actor, scope: Scope) -> pa.Table:
    """Return a row for each time capacity was told in the period: {id, day, free}."""
    rows = _mine(Capacity, by, scope).filter(told_on__range=(scope.first, scope.last))
    found = rows.order_by("pk").values_list("pk", "told_on", "free")
    return _table([{"id": str(pk), "day": str(on), "free": free} for pk, on, free in found], ("id", "day"), ("free",))


further.register_live(
    Live(name="appointments", load=appointments),
    Live(name="waits", load=waits),
    Live(name="capacity", load=tellings),
)

usual = {"is_live": True, "is_sealed": True}
register(
    Metric(
        code="appointments.held",
        name=_("Appointments"),
        definition=_("Appointments with somebody of which it is written how they went."),
        unit=APPOINTMENT,
        table="appointments",
        counts=_("an appointment"),
        **usual,
    )
)
STATES = {
    State.CAME: (_("Appointments to which somebody came"), _("Those of them to which somebody came.")),
    State.EXCUSED: (_("Excused appointments"), _("Those of them that somebody excused themselves from.")),
    State.ABSENT: (_("Appointments to which nobody came"), _("Those of them to which nobody came, without a word.")),
}
for state, (name, definition) in STATES.items():
    register(
        Metric(
            code=f"appointments.{state.value}",
            name=name,
            definition=definition,
            unit=APPOINTMENT,
            table="appointments",
            counts=_("an appointment"),
            where=lambda rows, state=state.value: rows.state == state,
            within="appointments.held",
            splits="appointments.held",
            rest_of=("appointments.held",),
            **usual,
        )
    )
register(
    Metric(
        code="waiting.placed",
        name=_("People who got a place from the waiting list"),
        definition=_("Those who were taken off the list in the period because they got a place."),
        unit=PERSON,
        table="waits",
        counts=_("somebody who waited"),
        **usual,
    ),
    Metric(
        code="waiting.days",
        name=_("Days of waiting"),
        definition=_("Days from the one on which they were written down to their place, added up."),
        unit=DAY,
        table="waits",
        counts=_("somebody who waited"),
        amount=lambda rows: rows.days,
        privacy=Privacy.WORK,  # told only as a mean, which is hidden with the number of people
        within="waiting.placed",
        **usual,
    ),
    Metric(
        code="capacity.told",
        name=_("How often capacity was told"),
        definition=_("How many times a service told its free places in the period."),
        unit=TELLING,
        table="capacity",
        counts=_("what was told on a day"),
        privacy=Privacy.WORK,
        **usual,
    ),
    Metric(
        code="capacity.free",
        name=_("Free places, added up"),
        definition=_("Free places of all those times, added up."),
        unit=PLACE,
        table="capacity",
        counts=_("what was told on a day"),
        amount=lambda rows: rows.free,
        privacy=Privacy.WORK,
        within="capacity.told",
        **usual,
    ),
)
register_rates(
    Rate(
        code="appointments.share",
        name=_("Share of appointments to which somebody came"),
        definition=_("Appointments to which somebody came divided by all of which it is written how they went."),
        unit=PERCENT,
        part="appointments.came",
        whole="appointments.held",
        times=100,
        is_sealed=True,
    ),
    Rate(
        code="waiting.mean",
        name=_("Mean waiting"),
        definition=_("Days of waiting divided by the number of people who got a place in the period."),
        unit=MEAN_DAYS,
        part="waiting.days",
        whole="waiting.placed",
        is_sealed=True,
    ),
    Rate(
        code="capacity.mean",
        name=_("Free places on average"),
        definition=_("Free places as they were told in the period, divided by how often they were told."),
        unit=MEAN_PLACES,
        part="capacity.free",
        whole="capacity.told",
        is_sealed=True,
    ),
)
indicators.register(
    "appointments",
    Line(code="held", cs="Objednání", en="Appointments", metric="appointments.held"),
    Line(code="came", cs="Přišli", en="Came", metric="appointments.came"),
    Line(code="excused", cs="Omluvili se", en="Excused", metric="appointments.excused"),
    Line(code="absent", cs="Nepřišli", en="Did not come", metric="appointments.absent"),
    Line(code="placed", cs="Dostali místo z pořadníku", en="Got a place from the list", metric="waiting.placed"),
    Line(code="wait", cs="Průměrné čekání (dny)", en="Mean waiting (days)", metric="waiting.mean"),
    Line(code="free", cs="Volná místa v průměru", en="Free places on average", metric="capacity.mean"),
)
