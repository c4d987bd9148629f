"""The contact room of the centre, open at whatever hour somebody tries this."""

from datetime import timedelta

from spojka.base.ids import new_id
from spojka.encounters.actions import shifts
from spojka.encounters.models import Shift

from .mass import Mass
from .month import DROP_IN

RUNS = timedelta(hours=2)  # how long the room has been open


def opened(mass: Mass, at_least: timedelta = timedelta()) -> Shift:
    """Return the shift of the room that has run for so long, or one that is opened now."""
    service = mass.network.services["kcentrum"]
    running = Shift.objects.open().filter(service=service, started_at__lte=mass.now - at_least)
    if shift := running.order_by("-started_at", "pk").select_related("service").first():
        return shift
    last = Shift.objects.filter(service=service, setting="drop_in").order_by("-day", "-planned_start", "pk").first()
    start = (mass.now - RUNS).replace(minute=0, second=0, microsecond=0)
    with mass.then(start):
        return shifts.plan(
            by=mass.network.actors["bara"],
            id=new_id(),
            service=service,
            team=None,
            event=None,
            place=last.place,
            setting=DROP_IN.setting,
            planned_start=start,
            planned_end=start + timedelta(hours=8),
            crew=[mass.network.members[key] for key in DROP_IN.crew],
            started_at=start,
        )
