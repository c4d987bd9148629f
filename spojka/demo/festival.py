"""A festival weekend: two zones a night from Friday to Sunday morning, then the queue for the breathalyser."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import cycle
from random import Random
from typing import Any

from spojka.encounters.content import Content
from spojka.encounters.models import Shift
from spojka.network.models import Team
from spojka.places.models import PlaceKind

from . import days, talk
from .mass import Mass
from .slot import Slot, written
from .talk import NOTES
from .work import Work

REASONS = list(NOTES["reasons"])
REFUSED = [
    {"ground": "over_limit", "wanted": "filters", "offered": "Filtry má i večerka u brány."},
    {"ground": "exhausted", "wanted": "water", "offered": "Pitná voda teče u umývárny za halou."},
    {"ground": "not_provided", "offered": "Testování tablet neděláme, poradí K‑centrum od pondělí."},
    {"ground": "full", "offered": "Ať přijde za půl hodiny, nebo do stanu u brány."},
    {"ground": "aggression", "offered": "Uklidnit se venku s ochrankou a vrátit se."},
    {"ground": "dealing", "ends_service": True, "agreed_by": "celá směna a vedoucí po telefonu"},
    {"ground": "over_limit", "wanted": "earplugs", "offered": "Automat na špunty je u šatny."},
]
TALLIES = [("earplugs", 37, 1), ("water", 60, 1), ("leaflet", 24, 1), ("condom", 18, 2)]
AHEAD = timedelta(days=12)  # how long before the festival shifts are planned


@dataclass(frozen=True, kw_only=True)
class Festival:
    """What is known of a festival, and who works in its two zones."""

    name: str
    organiser: str
    contact: str
    venue: str
    team: Team
    expected: int
    note: str
    crews: tuple[tuple[str, ...], tuple[str, ...]]
    zones: tuple[str, str] = ("zóna v hale", "stan u brány")

    def event(self, friday: date) -> Mapping[str, Any]:
        """Return what is written down of it."""
        names = ("name", "organiser", "contact", "venue", "team", "expected", "note")
        when = {"starts_on": friday, "ends_on": friday + 2 * days.DAY, "municipality": self.team.name}
        return {name: getattr(self, name) for name in names} | when

    def slots(self, friday: date) -> list[tuple[Slot, int]]:
        """Return the shifts of the weekend that begins that Friday, with the usual number of contacts."""
        saturday, sunday = friday + days.DAY, friday + 2 * days.DAY
        hall, gate = (self._zone(zone, crew) for zone, crew in zip(self.zones, self.crews, strict=True))
        morning = replace(gate, hours=(10, 14), notes=NOTES["shift"]["sunday"])
        plan = [(hall, friday, 52), (gate, friday, 41), (hall, saturday, 76), (gate, saturday, 55)]
        said = {"event": self.event(friday)}
        nights = [(Slot(work=work, day=day, fill=night, **said), usual) for work, day, usual in plan]
        return [*nights, (Slot(work=morning, day=sunday, fill=queue, **said), 64)]

    def _zone(self, zone: str, crew: tuple[str, ...]) -> Work:
        return Work(
            service="noc",
            place=(f"{self.venue}, {zone}", PlaceKind.VENUE, self.team.name),
            setting="event_zone",
            hours=(20, 27),
            crew=crew,
            notes=NOTES["shift"]["stand"],
            team=self.team,
            planner="hana",
            ahead=AHEAD,
        )


def build(mass: Mass) -> list[Shift]:
    """Collect last weekend's festival."""
    festival = Festival(
        name="Festival Tání",
        organiser="Tání, spolek přátel cihelny",
        contact="produkce@tani.example",
        venue="Stará cihelna",
        team=mass.network.teams["Lipovec"],
        expected=2600,
        note="Voda u umývárny zdarma po celou dobu. Kontakt na zdravotníky má Vít. Kyvadlo na nádraží jede do 15:00.",
        crews=(("anna", "tyna"), ("vit", "kuba")),
    )
    friday = days.last_weekend(mass.now)[0]
    return [slot.run(mass, usual) for slot, usual in festival.slots(friday)]


def night(mass: Mass, work: Work, shift: Shift, number: int) -> None:
    """Fill a night at a festival: mostly quick contacts, some people not well, tallies, a few refusals."""
    rng, span = mass.rng, (shift.planned_start, shift.planned_end)
    tallies, needs, named = min(2, number // 20), number * 7 // 100, number * 4 // 100
    contents = [talk.at_stand(rng, at) for at in days.moments(rng, *span, number - tallies - needs - named)]
    reasons = cycle(rng.sample(REASONS, len(REASONS)))
    contents += [talk.in_need(rng, at, next(reasons)) for at in days.moments(rng, *span, needs)]
    contents += [talk.nicknamed(rng, at) for at in days.moments(rng, *span, named)]
    contents += [_tally(rng, at, n) for n, at in enumerate(days.moments(rng, *span, tallies))]
    written(mass, work, shift, sorted(contents, key=_when))
    for at, said in zip(days.moments(rng, *span, tallies), rng.sample(REFUSED, tallies), strict=True):
        mass.refuse(by=mass.network.actors[rng.choice(work.crew)], shift=shift, at=at, **said)


def queue(mass: Mass, work: Work, shift: Shift, number: int) -> None:
    """Fill a Sunday morning: nearly everybody waits to blow before driving home."""
    times = days.moments(mass.rng, shift.planned_start, shift.planned_end, number)
    talks = [talk.at_stand if n % 7 == 0 else talk.measured for n in range(number)]
    contents = [said(mass.rng, at) for said, at in zip(talks, times, strict=True)]
    if number > 12:
        contents[5] = talk.counted(times[5], "water", 41)
    written(mass, work, shift, contents)


def _when(content: Content) -> datetime:
    return content.occurred_at


def _tally(rng: Random, at: datetime, number: int) -> Content:
    """One tally of a night is of ear plugs, the other of something else."""
    code, people, each = TALLIES[0] if number else rng.choice(TALLIES[1:])
    return talk.counted(at, code, people - rng.randint(0, 12), each)
