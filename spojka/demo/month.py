"""The past month of the other services: drop-in days, rounds, appointments, club nights in four towns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate, cycle
from random import Random

from spojka.encounters.content import Content
from spojka.places.models import PlaceKind

from . import days, people, talk
from .mass import Mass
from .slot import Slot, contacts
from .talk import NOTES, Regular
from .work import Talk, Work, club_event, club_night

CLUBS = {
    "Lipovec": ("Klub Podchod", "vit"),
    "Vrbohrad": ("Klub Ponorka", "ema"),
    "Kamenořečí": ("Parník Jitřenka", "olga"),
    "Olšinov": ("Sál U Kola", "kuba"),
}
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


@dataclass(frozen=True)
class Known:
    """The regulars of each service in the home town."""

    centre: list[Regular]
    outside: list[Regular]
    counselled: list[Regular]
    strangers: list[Regular]

    @classmethod
    def meet(cls, rng: Random) -> "Known":
        """Make them up; some use both the centre and the street service, and neither knows."""
        centre = people.regulars(rng, 46)
        outside = [*people.regulars(rng, 16), *centre[:6]]
        return cls(centre, outside, people.regulars(rng, 14), people.regulars(rng, 9))


def build(mass: Mass, known: Known) -> None:
    """Collect the month of every service."""
    _days(mass, DROP_IN, mixed(known.centre, talk.at_counter, talk.close_person, 0.06))
    _days(mass, OUTREACH, mixed(known.outside, talk.in_street, talk.collected, 0.12))
    _days(mass, COUNSELLING, mixed(known.counselled, talk.by_appointment, talk.close_person, 0))
    _days(mass, STRANGERS, mixed(known.strangers, talk.in_street, talk.collected, 0.1))
    _nights(mass)


def club_of(mass: Mass, town: str) -> Work:
    """Return how the nightlife service works in a town's club."""
    return club_night(mass.network.teams[town], *CLUBS[town])


def mixed(known: Sequence[Regular], usual: Callable[..., Content], other: Talk, chance: float) -> Talk:
    """Mostly regulars, each as often as they use to come; now and then something else."""
    often = list(accumulate(person.often for person in known))

    def talks(rng: Random, at: datetime) -> Content:
        if rng.random() < chance:
            return other(rng, at)
        return usual(rng, at, rng.choices(known, cum_weights=often)[0])

    return talks


def _days(mass: Mass, work: Work, talks: Talk) -> None:
    for day in days.month(mass.now, *work.weekdays):
        if days.at(day, work.hours[0]) < mass.now:
            Slot(work=work, day=day, fill=contacts(talks)).run(mass, mass.rng.randint(*work.contacts))


def _nights(mass: Mass) -> None:
    """Each Saturday two teams go out, each Friday one; the festival's weekend all but those at the festival."""
    festival = days.last_weekend(mass.now)
    nights = [day for day in days.month(mass.now, 4, 5) if day not in festival and days.at(day, 20) < mass.now]
    teams = cycle(["Vrbohrad", "Kamenořečí", "Olšinov", "Lipovec"])
    plan = [(day, next(teams)) for day in nights for _team in range(day.weekday() - 3)]  # Friday one, Saturday two
    for day, town in [*plan, (festival[1], "Vrbohrad"), (festival[1], "Kamenořečí")]:
        work = club_of(mass, town)
        night = Slot(work=work, day=day, fill=contacts(talk.at_stand), event=club_event(work, day))
        night.run(mass, mass.rng.randint(*work.contacts))
