"""How a service works: where, when, who, and the shift that comes of it on a day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from spojka.access.actor import Actor
from spojka.encounters.content import Content
from spojka.encounters.models import Shift
from spojka.events.models import Event
from spojka.network.models import Service, Team
from spojka.places.models import Place, PlaceKind

from . import days
from .mass import SOON, Mass
from .talk import NOTES

Talk = Callable[[Random, datetime], Content]


@dataclass(frozen=True, kw_only=True)
class Work:
    """One kind of shift. `crew` are keys of people; the first one plans and closes unless `planner` does."""

    service: str
    place: tuple[str, PlaceKind, str]
    setting: str
    hours: tuple[int, int]  # past 24 it is the next day
    crew: tuple[str, ...]
    notes: Sequence[str] = ()
    weekdays: tuple[int, ...] = ()
    contacts: tuple[int, int] = (0, 0)  # at least and at most in one shift
    team: Team | None = None
    planner: str = ""
    ahead: timedelta = timedelta(days=7)  # how long before it is planned

    def stretch(self, day: date) -> tuple[datetime, datetime]:
        """Return the planned start and end of the day's shift."""
        start = days.at(day, self.hours[0])
        return start, start + timedelta(hours=self.hours[1] - self.hours[0])

    def by(self, mass: Mass) -> Actor:
        """Return who plans."""
        return mass.network.actors[self.planner or self.crew[0]]

    def owner(self, mass: Mass) -> Service:
        """Return the service itself."""
        return mass.network.services[self.service]


def club_night(team: Team, venue: str, worker: str) -> Work:
    """Return a night of one town's team in its club."""
    return Work(
        service="noc",
        place=(venue, PlaceKind.VENUE, team.name),
        setting="event_zone",
        hours=(20, 27),
        weekdays=(4, 5),
        crew=(worker,),
        contacts=(14, 22),
        notes=NOTES["shift"]["stand"],
        team=team,
    )


def club_event(work: Work, day: date, called: str = "klubová noc") -> dict[str, Any]:
    """Return what is written down of the night in the club that the work belongs to."""
    venue, _kind, town = work.place
    return {
        "team": work.team,
        "name": f"{venue}, {called}",
        "organiser": venue,
        "contact": "",
        "venue": venue,
        "municipality": town,
        "starts_on": day,
        "ends_on": day + days.DAY,
        "expected": 180,
        "note": "",
    }


def event_of(mass: Mass, said: Mapping[str, Any], *, at: datetime) -> Event:
    """Collect an event of the nightlife service."""
    return mass.event(by=mass.network.actors["hana"], service=mass.network.services["noc"], at=at, **said)


def place_of(mass: Mass, work: Work, at: datetime) -> Place:
    """Return the place where a service works, written down when it is first planned."""
    name, kind, town = work.place
    return mass.place(by=work.by(mass), service=work.owner(mass), at=at, name=name, kind=kind, municipality=town)


def shift_of(mass: Mass, work: Work, day: date, event: Event | None = None, *, closes: bool = True) -> Shift:
    """Collect the shift of one day: closed if it is over and nobody forgot, else running."""
    start, end = work.stretch(day)
    planned_at = start - work.ahead
    shift = mass.shift(
        by=work.by(mass),
        crew=[mass.network.members[key] for key in work.crew],
        planned_at=planned_at,
        service=work.owner(mass),
        team=work.team,
        event=event,
        place=place_of(mass, work, planned_at),
        setting=work.setting,
        planned_start=start,
        planned_end=end,
    )
    ended_at = end + timedelta(minutes=mass.rng.randint(0, 15))
    if closes and ended_at + SOON <= mass.now:
        by = mass.network.actors[work.crew[0]]
        mass.close(shift, by=by, ended_at=ended_at, note=mass.rng.choice(work.notes))
    return shift
