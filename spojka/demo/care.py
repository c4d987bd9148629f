"""The centre that is open just now: tests on their way, the queue for the shower, a group, a service that ended."""

from datetime import datetime, timedelta

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.care.actions import exclusions, groups, rapid, slots, treatment
from spojka.care.actions.exclusions import Ending
from spojka.care.actions.groups import Group
from spojka.care.actions.rapid import Step
from spojka.care.models import RapidTest, Resource, Result, Slot, SlotState, StepKind
from spojka.clients.models import Client
from spojka.encounters.content import Content
from spojka.encounters.models import Shift, Side

from . import room
from .mass import Mass

BEFORE, AFTER = ("window", "meaning", "privacy"), ("result", "safer", "again")
KIT = {"low": 15, "high": 20, "batch": "HV2610"}


def build(mass: Mass) -> None:
    """Let a few things go on in the room."""
    shift = room.opened(mass, room.RUNS)
    known = Client.objects.filter(service=shift.service).order_by("recorded_at", "pk")
    codes = list(known.values_list("code", flat=True)[:8])
    _tests(mass, shift, codes)
    _queue(mass, shift, codes)
    _group(mass, shift, codes)
    _treated(mass, shift, codes)
    _ended(mass, shift)


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


def _queue(mass: Mass, shift: Shift, codes: list[str]) -> None:
    """A shower and a washing machine: one is inside and over the time, others wait, one is done."""
    now, minutes = mass.now, timedelta(minutes=1)
    shower, washer = (_offer(mass, *one) for one in (("Sprcha", 20, "HSC"), ("Pračka", 60, "HSC")))
    done = _into(mass, shift, shower, codes[2], now - 75 * minutes)
    _moves(mass, done, (SlotState.INSIDE, now - 70 * minutes), (SlotState.DONE, now - 52 * minutes))
    inside = _into(mass, shift, shower, "Modrá čepice", now - 60 * minutes)
    _moves(mass, inside, (SlotState.INSIDE, now - 26 * minutes))
    _into(mass, shift, shower, codes[3], now - 40 * minutes)
    late = _into(mass, shift, shower, "14", now - 39 * minutes)
    _moves(mass, late, (SlotState.SKIPPED, now - 20 * minutes))
    _into(mass, shift, shower, "15", now - 15 * minutes)
    _moves(mass, _into(mass, shift, washer, codes[4], now - 30 * minutes), (SlotState.INSIDE, now - 25 * minutes))


def _offer(mass: Mass, name: str, minutes: int, act: str) -> Resource:
    said = {"name": name, "minutes": minutes, "act": act, "opens_at": None, "closes_at": None}
    with mass.then(mass.now - timedelta(days=20)):
        david, service = mass.network.actors["david"], mass.network.services["kcentrum"]
        return slots.add_resource(by=david, id=new_id(), service=service, **said)


def _into(mass: Mass, shift: Shift, resource: Resource, who: str, at: datetime) -> Slot:
    said = {"resource": resource, "who": who, "is_code": any(sign.isdigit() for sign in who) and len(who) > 4}
    with mass.then(at) as now:
        return slots.queue(by=mass.network.actors["bara"], id=new_id(), shift=shift, at=now, **said)


def _moves(mass: Mass, slot: Slot, *moves: tuple[SlotState, datetime]) -> None:
    for to, at in moves:
        with mass.then(at) as now:
            slots.move(by=mass.network.actors["bara"], slot=slot, to=to, at=now)


def _group(mass: Mass, shift: Shift, codes: list[str]) -> None:
    bara, end = mass.network.actors["bara"], mass.now - timedelta(minutes=30)
    times = {"starts_at": end - timedelta(minutes=60), "ends_at": end}
    about = {"act": "SK", "topic": "Jak zvládnout bažení", "place": "Klubovna", "others": 2}
    group = Group(**about, **times, codes=tuple(codes[:4]), leaders=(mass.network.members["bara"],))
    lists = mass.network.lists(shift.service, shift.day)
    with mass.then(end + timedelta(minutes=5)) as at:
        groups.record(by=bara, id=new_id(), shift=shift, group=group, catalogue=lists, at=at)


def _treated(mass: Mass, shift: Shift, codes: list[str]) -> None:
    at, lists = mass.now - timedelta(minutes=25), mass.network.lists(shift.service, shift.day)
    content = Content(side=Side.CODE, code=codes[5], occurred_at=at, acts={"ZO": 1})
    said = {"content": content, "what": ("wound", "dressing"), "note": "Loket, čisté. Zítra převaz."}
    with mass.then(at) as now:
        bara = mass.network.actors["bara"]
        treatment.record(by=bara, id=new_id(), shift=shift, catalogue=lists, at=now, **said)


def _ended(mass: Mass, shift: Shift) -> None:
    """The service ended for somebody ten days ago; the team was to look at it again today."""
    client = Client.objects.filter(service=shift.service).order_by("recorded_at", "pk")[6]
    members, today = mass.network.members, timezone.localdate(mass.now)
    since = today - timedelta(days=10)
    ending = Ending(
        ground="aggression",
        what="V kontaktní místnosti opakovaně vyhrožoval ostatním, na třetí výzvu neodešel.",
        remedy="Dvakrát jsme s ním mluvili stranou, nabídli kratší návštěvu.",
        starts_on=since,
        ends_on=today + timedelta(days=20),
        review_on=today,
        told="Osobně u dveří, dostal to i na lístku.",
        appeal="U vedoucího služby, ústně nebo písemně, kdykoli.",
        offered="Výměna u terénního týmu ve středu a v pátek.",
        agreed=(members["bara"], members["david"]),
    )
    with mass.then(mass.now - timedelta(days=10)) as at:
        exclusions.record(by=mass.network.actors["bara"], id=new_id(), of=client, ending=ending, at=at)
