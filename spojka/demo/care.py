"""The centre that is open just now: tests on their way, the queue for the shower, a group, a service that ended."""

from datetime import datetime, timedelta

from spojka.base.ids import new_id
from spojka.care.actions import rapid
from spojka.care.actions.rapid import Step
from spojka.care.models import RapidTest, Result, StepKind
from spojka.clients.models import Client
from spojka.encounters.actions import shifts
from spojka.encounters.models import Shift

from .mass import Mass
from .month import DROP_IN

RUNS = timedelta(hours=2)
BEFORE, AFTER = ("window", "meaning", "privacy"), ("result", "safer", "again")
KIT = {"low": 15, "high": 20, "batch": "HV2610"}


def build(mass: Mass) -> None:
    """Let a few things go on in the room."""
    shift = _open(mass)
    known = Client.objects.filter(service=shift.service).order_by("recorded_at", "pk")
    codes = list(known.values_list("code", flat=True)[:8])
    _tests(mass, shift, codes)


def _open(mass: Mass) -> Shift:
    """Return the shift that runs, or one that is open at whatever hour somebody tries this."""
    service = mass.network.services["kcentrum"]
    running = Shift.objects.open().filter(service=service, started_at__lte=mass.now).order_by("-started_at", "pk")
    if shift := running.select_related("service").first():
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


def _tests(mass: Mass, shift: Shift, codes: list[str]) -> None:
    """One waits to be read, one was reactive and asks for a referral, one is done."""
    now = mass.now
    _test(mass, shift, "hcv", "", now - timedelta(minutes=12))
    asks = _test(mass, shift, "hiv", codes[0], now - timedelta(minutes=70))
    _go(mass, asks, StepKind.READ, now - timedelta(minutes=52), result=Result.REACTIVE)
    _go(mass, asks, StepKind.TOLD, now - timedelta(minutes=45), covered=("result", "confirm", "support"))
    done = _test(mass, shift, "hbv", codes[1], now - timedelta(minutes=90))
    _go(mass, done, StepKind.READ, now - timedelta(minutes=73), result=Result.NONREACTIVE)
    _go(mass, done, StepKind.TOLD, now - timedelta(minutes=70), covered=AFTER)


def _test(mass: Mass, shift: Shift, kind: str, code: str, at: datetime) -> RapidTest:
    talk = Step(kind=StepKind.TALK, occurred_at=at, agreed=True, covered=BEFORE)
    taken = Step(kind=StepKind.TAKEN, occurred_at=at, **KIT)
    lists = mass.network.lists(shift.service, shift.day)
    with mass.then(at) as now:
        said = {"by": mass.network.actors["bara"], "id": new_id(), "shift": shift, "repeats": None, "at": now}
        return rapid.start(**said, kind=kind, code=code, steps=(talk, taken), catalogue=lists)


def _go(mass: Mass, test: RapidTest, kind: StepKind, at: datetime, **said: object) -> None:
    with mass.then(at) as now:
        step = Step(kind=kind, occurred_at=now, **said)
        rapid.note(by=mass.network.actors["bara"], id=new_id(), test=test, step=step, at=now)
