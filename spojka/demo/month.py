"""The past month of the other services: drop-in days, rounds, appointments, club nights in four towns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import cycle
from random import Random

from spojka.base.ids import new_id
from spojka.encounters.content import Content
from spojka.encounters.models import Shift
from spojka.events import actions as events
from spojka.events.models import Event
from spojka.network.models import Team
from spojka.places import actions as places
from spojka.places.models import Place, PlaceKind

from . import days, people, talk
from .mass import SOON, Mass
from .talk import NOTES, Regular

Talk = Callable[[Random, datetime], Content]
WEEK_AHEAD = timedelta(days=7)
CLUBS = {
    "Lipovec": ("Klub Podchod", "vit"),
    "Vrbohrad": ("Klub Ponorka", "ema"),
    "Kamenořečí": ("Parník Jitřenka", "olga"),
    "Olšinov": ("Sál U Kola", "kuba"),
}


@dataclass(frozen=True)
class Work:
    """How one service works: where, when, who, and what its shifts are like."""

    service: str
    place: tuple[str, PlaceKind, str]
    setting: str
    hours: tuple[int, int]
    weekdays: tuple[int, ...]
    crew: tuple[str, ...]
    contacts: tuple[int, int]
    notes: Sequence[str] = ()
    team: Team | None = None


DROP_IN = Work(
    service="kcentrum",
    place=("K‑centrum, kontaktní místnost", PlaceKind.PREMISES, "Lipovec"),
    setting="drop_in",
    hours=(9, 17),
    weekdays=(0, 1, 2, 3, 4),
    crew=("bara", "david"),
    contacts=(12, 22),
    notes=NOTES["shift"]["drop_in"],
)
OUTREACH = Work(
    service="teren",
    place=("Okolí nádraží a garáže", PlaceKind.LOCALITY, "Lipovec"),
    setting="outreach",
    hours=(17, 21),
    weekdays=(0, 2, 4),
    crew=("radek",),
    contacts=(6, 10),
    notes=NOTES["shift"]["outreach"],
)
COUNSELLING = Work(
    service="poradna",
    place=("Poradna, první patro", PlaceKind.PREMISES, "Vrbohrad"),
    setting="counselling",
    hours=(9, 16),
    weekdays=(1, 3),
    crew=("filip",),
    contacts=(3, 5),
    notes=NOTES["shift"]["counselling"],
)
STRANGERS = Work(
    service="cizi_teren",
    place=("Sídliště Na Vršku", PlaceKind.LOCALITY, "Olšinov"),
    setting="outreach",
    hours=(16, 20),
    weekdays=(1,),
    crew=("cyril",),
    contacts=(5, 8),
    notes=NOTES["shift"]["outreach"],
)


def build(mass: Mass) -> None:
    """Collect the month of every service."""
    centre = people.regulars(mass.rng, 46)
    _days(mass, DROP_IN, _mixed(centre, talk.at_counter, talk.close_person, 0.06))
    outside = [*people.regulars(mass.rng, 16), *centre[:6]]  # some use both services; neither knows
    _days(mass, OUTREACH, _mixed(outside, talk.in_street, talk.collected, 0.12))
    _days(mass, COUNSELLING, _mixed(people.regulars(mass.rng, 14), talk.by_appointment, talk.close_person, 0))
    _days(mass, STRANGERS, _mixed(people.regulars(mass.rng, 9), talk.in_street, talk.collected, 0.1))
    _nights(mass)


def place_of(mass: Mass, work: Work) -> Place:
    """Return the place where a service works, written down by the first of its crew."""
    name, kind, municipality = work.place
    by, service = mass.network.actors[work.crew[0]], mass.network.services[work.service]
    return places.add(by=by, id=new_id(), service=service, name=name, kind=kind, municipality=municipality)


def club(mass: Mass, town: str, day: date, called: str = "klubová noc") -> tuple[Work, Event]:
    """Return a night in the town's club: the work, and the event that it belongs to."""
    venue, worker = CLUBS[town]
    team = mass.network.teams[town]
    event = events.add(
        by=mass.network.actors["hana"],
        id=new_id(),
        service=mass.network.services["noc"],
        team=team,
        name=f"{venue}, {called}",
        organiser=venue,
        contact="",
        venue=venue,
        municipality=town,
        starts_on=day,
        ends_on=day + days.DAY,
        expected=180,
        note="",
    )
    place = (venue, PlaceKind.VENUE, town)
    night = Work(
        service="noc",
        place=place,
        setting="event_zone",
        hours=(20, 27),
        weekdays=(4, 5),
        crew=(worker,),
        contacts=(14, 22),
        notes=NOTES["shift"]["stand"],
        team=team,
    )
    return night, event


def stretch_of(work: Work, day: date) -> tuple[datetime, datetime]:
    """Return the planned start and end of the day's shift."""
    start = days.at(day, work.hours[0])
    return start, start + timedelta(hours=work.hours[1] - work.hours[0])


def shift_of(mass: Mass, work: Work, day: date, event: Event | None = None, *, closes: bool = True) -> Shift:
    """Collect the shift of one day: closed if it is over and nobody forgot, else running."""
    start, end = stretch_of(work, day)
    network, by = mass.network, mass.network.actors[work.crew[0]]
    shift = mass.shift(
        by=by,
        crew=[network.members[key] for key in work.crew],
        planned_at=start - WEEK_AHEAD,
        service=network.services[work.service],
        team=work.team,
        event=event,
        place=place_of(mass, work),
        setting=work.setting,
        planned_start=start,
        planned_end=end,
    )
    ended_at = end + timedelta(minutes=mass.rng.randint(0, 15))
    if closes and ended_at + SOON <= mass.now:
        mass.close(shift, by=by, ended_at=ended_at, note=mass.rng.choice(work.notes))
    return shift


def _days(mass: Mass, work: Work, talks: Talk) -> None:
    for day in days.month(mass.now, *work.weekdays):
        if days.at(day, work.hours[0]) < mass.now:
            _contacts(mass, work, shift_of(mass, work, day), talks)


def _contacts(mass: Mass, work: Work, shift: Shift, talks: Talk) -> None:
    start, end = shift.planned_start, shift.planned_end
    for at in days.moments(mass.rng, start, end, mass.rng.randint(*work.contacts)):
        if at < mass.now:
            by = mass.network.actors[mass.rng.choice(work.crew)]
            mass.record(talks(mass.rng, at), by=by, shift=shift)


def _mixed(known: Sequence[Regular], usual: Callable[..., Content], other: Talk, chance: float) -> Talk:
    """Mostly regulars, each as often as they use to come; now and then something else."""
    often = [person.often for person in known]

    def talks(rng: Random, at: datetime) -> Content:
        return other(rng, at) if rng.random() < chance else usual(rng, at, rng.choices(known, often)[0])

    return talks


def _nights(mass: Mass) -> None:
    """Each Saturday two teams go out, each Friday one; the festival's weekend all but those at the festival."""
    festival = days.last_weekend(mass.now)
    nights = [day for day in days.month(mass.now, 4, 5) if day not in festival and days.at(day, 20) < mass.now]
    teams = cycle(["Vrbohrad", "Kamenořečí", "Olšinov", "Lipovec"])
    plan = [(day, next(teams)) for day in nights for _team in range(day.weekday() - 3)]  # Friday one, Saturday two
    for day, town in [*plan, (festival[1], "Vrbohrad"), (festival[1], "Kamenořečí")]:
        work, event = club(mass, town, day)
        _contacts(mass, work, shift_of(mass, work, day, event), talk.at_stand)
