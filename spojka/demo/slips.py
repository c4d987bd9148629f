"""Slips of the nightlife team: what the page of missing and improbable things is to find, and one that is right so."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.encounters.actions import encounters, refusals, shifts
from spojka.encounters.content import BreathValue, Content, SignValues
from spojka.encounters.models import Shift, Side
from spojka.figures import periods
from spojka.places.models import Place
from spojka.quality import actions as quality
from spojka.quality.check import Asked
from spojka.quality.checks import BY_CODE
from spojka.quality.finding import findings
from spojka.work import actions as work

from . import days
from .mass import Mass

AGO = 4 * days.DAY
FORGOTTEN = timedelta(hours=18)  # after its start a shift of four hours was closed
CREW = ("anna", "tyna")
MINUTE = timedelta(minutes=1)
SLIP = 200  # bottles of water in one hand: two noughts too many


def build(mass: Mass) -> None:
    """Let a tired crew have one afternoon, and the head look at one record."""
    day = timezone.localdate(mass.now) - AGO
    tired, idle = _shift(mass, days.at(day, 16)), _shift(mass, days.at(day + days.DAY, 16))
    for number, (by, content) in enumerate(_contents(tired.start)):
        _record(mass, tired, by, content, tired.start + (10 + number) * MINUTE)
    _refuse(mass, tired)
    _close(mass, tired, tired.start + FORGOTTEN)
    _close(mass, idle, idle.planned_end)
    _overwork(mass, day)
    _look(mass)


def _contents(start: datetime) -> list[tuple[str, Content]]:
    """Return what was written wrong, and by whom."""

    def one(after: int, side: Side = Side.ANONYMOUS, **said: object) -> Content:
        at = start + after * MINUTE
        return Content(side=side, occurred_at=at, phone_at=at, **said)  # type: ignore[arg-type]

    return [
        ("anna", one(3, materials={"water": SLIP}, sex="woman", age_band="18_25")),
        ("anna", one(4, acts={"IP": 1}, minutes=480, themes=("law",))),
        ("tyna", one(5, Side.TALLY, people=12, materials={"water": 12}, strokes={"hearing": 12, "rest": 21})),
        ("anna", one(6, Side.CODE, code="KOMETA", materials={"water": 1}, themes=("rest",))),
        ("tyna", one(7, Side.CODE, code="KOMETA", materials={"water": 1}, themes=("rest",))),
        ("tyna", one(8, breath=BreathValue(value=Decimal("2.4"), unit="mg_l_199", device="alkotester č. 2"))),
        ("anna", one(9, signs=SignValues(upper=128, lower=122, pulse=20))),
    ]


def _shift(mass: Mass, start: datetime) -> Shift:
    network = mass.network
    service = network.services["noc"]
    place = Place.objects.filter(service=service, name="Klub Podchod").order_by("pk").first()
    with mass.then(start):
        return shifts.plan(
            by=network.actors["anna"],
            id=new_id(),
            service=service,
            team=network.teams["Lipovec"],
            event=None,
            place=place,
            setting="monitoring",
            planned_start=start,
            planned_end=start + timedelta(hours=4),
            crew=[network.members[key] for key in CREW],
            started_at=start,
        )


def _record(mass: Mass, shift: Shift, by: str, content: Content, at: datetime) -> None:
    lists = mass.network.lists(shift.service, shift.day)
    with mass.then(at) as moment:
        encounters.record(
            by=mass.network.actors[by], id=new_id(), shift=shift, content=content, catalogue=lists, at=moment
        )


def _refuse(mass: Mass, shift: Shift) -> None:
    at = shift.start + 30 * MINUTE
    said = {"ground": "exhausted", "wanted": "vitamins", "offered": "", "description": "", "agreed_by": ""}
    with mass.then(at) as moment:
        refusals.record(
            by=mass.network.actors["tyna"], id=new_id(), shift=shift, ends_service=False, occurred_at=at,
            phone_at=at, at=moment, **said,
        )  # fmt: skip


def _close(mass: Mass, shift: Shift, ended_at: datetime) -> None:
    with mass.then(ended_at + 10 * MINUTE) as at:
        shifts.close(by=mass.network.actors["anna"], shift=shift, ended_at=ended_at, at=at, note="")


def _overwork(mass: Mass, day: date) -> None:
    anna, service = mass.network.actors["anna"], mass.network.services["noc"]
    said = {"code": "documentation", "minutes": 780, "note": "", "project": None}
    with mass.then(days.at(day, 21)):
        work.record(by=anna, id=new_id(), service=service, day=day, today=day, **said)


def _look(mass: Mass) -> None:
    """The head has looked at one late record of the festival: it lay on paper, it is right so."""
    late, head, today = BY_CODE["contact-late"], mass.network.actors["hana"], timezone.localdate(mass.now)
    year = periods.named("this_year", today)
    assert year
    asked = Asked(by=head, first=year.first - 30 * days.DAY, last=year.last, now=mass.now)
    if row := findings(late, asked).first():
        with mass.then(mass.now - timedelta(hours=3)):
            quality.accept(by=head, id=new_id(), row=row, check=late, asked=asked)
