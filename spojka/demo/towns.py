"""Further towns and colleagues, so many that each does as much as people can, and how each town works."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import product
from random import Random
from unicodedata import combining, normalize

from spojka.network.models import Team

from . import people, talk
from .month import CLUBS, COUNSELLING, DROP_IN, OUTREACH, STRANGERS, Known
from .network import Network, add_member, read
from .rhythm import Regulars, Rhythm, spread
from .talk import Regular
from .work import Work, club_night

SAID = read("towns")
PER_TOWN = 45_000  # contacts in two years; with more of them there is another town
PER_REGULAR = 100  # contacts of a town; of the counter's regulars each then comes some fifty times
HOME = "Lipovec"
STAFF = {"kcentrum": 4, "teren": 2, "poradna": 2, "noc": 4}


@dataclass
class Town:
    """One town: the team of its nights, its club, and who works there for which service (keys of people)."""

    name: str
    team: Team
    club: str
    turn: int  # which of the weeks is its festival's
    staff: dict[str, list[str]] = field(default_factory=lambda: {key: [] for key in STAFF})


def make(network: Network, rng: Random, number: int, since: date) -> list[Town]:
    """Return the home town, and as many others as so many contacts need, with their people."""
    home = Town(HOME, network.teams[HOME], CLUBS[HOME][0], 0)
    home.staff |= {"kcentrum": ["bara", "david"], "teren": ["radek"], "poradna": ["filip"], "noc": ["anna", "vit"]}
    towns = enumerate(SAID["towns"][: number // PER_TOWN], start=1)
    others = [_town(network, rng, name, turn) for turn, name in towns]
    names = _names(rng)
    for town in [home, *others] if others else []:
        for service, size in STAFF.items():
            while len(town.staff[service]) < size:
                town.staff[service].append(_colleague(network, service, *next(names), since))
    return [home, *others]


class Rhythms:
    """How towns work: everything of a town takes its share of regulars, whose codes are their own."""

    def __init__(self, rng: Random, share: int, span: tuple[date, date]):
        self.rng, self.share, self.span = rng, share, span
        self.codes: set[str] = set()

    def of(self, town: Town, known: Known) -> list[Rhythm]:
        """Return the shifts of a town, the counter's first; `known` come at home from before."""
        at_home = town.name == HOME
        centre = self._regulars(known.centre if at_home else [], self.share // PER_REGULAR)
        outside = self._regulars(known.outside if at_home else [], self.share // PER_REGULAR // 3)
        counselled = self._regulars(known.counselled if at_home else [], self.share // PER_REGULAR // 6)
        club = club_night(town.team, town.club, town.staff["noc"][0])
        return [
            self._rhythm(DROP_IN, town, 2, Regulars(centre, talk.at_counter, talk.close_person, 0.06)),
            self._rhythm(OUTREACH, town, 2, Regulars(outside, talk.in_street, talk.collected, 0.12)),
            self._rhythm(COUNSELLING, town, 1, Regulars(counselled, talk.by_appointment, talk.close_person, 0.03)),
            self._nights(replace(club, crew=tuple(town.staff["noc"]))),
        ]

    def elsewhere(self, network: Network, known: Known) -> list[Rhythm]:
        """Return the rounds of the strangers, and the clubs of the home's teams in other towns."""
        strangers = Regulars(self._regulars(known.strangers, 0), talk.in_street, talk.collected, 0.1)
        clubs = [club_night(network.teams[town], *club) for town, club in CLUBS.items() if town != HOME]
        return [Rhythm(STRANGERS, 1, strangers.on), *(self._nights(club) for club in clubs)]

    def _rhythm(self, work: Work, town: Town, at_once: int, regulars: Regulars) -> Rhythm:
        """Everything at home is where it is told for the past month; elsewhere it has a place of its own."""
        crew = tuple(town.staff[work.service])
        if town.name == HOME:
            return Rhythm(replace(work, crew=crew), at_once, regulars.on)
        name = self.rng.choice(SAID["localities"]) if work is OUTREACH else work.place[0]
        return Rhythm(replace(work, crew=crew, place=(name, work.place[1], town.name)), at_once, regulars.on)

    def _nights(self, club: Work) -> Rhythm:
        return Rhythm(club, 2, lambda _day: talk.at_stand, has_events=True)

    def _regulars(self, known: list[Regular], number: int) -> list[tuple[Regular, date, date]]:
        """Those who are known come to the end, as the month goes on with them."""
        self.codes |= {one.code for one in known}
        new = people.regulars(self.rng, max(number, 12), self.codes)
        since = [self.span[0] + self.rng.random() * timedelta(days=400) for _one in known]
        old = [(one, day, self.span[1]) for one, day in zip(known, since, strict=True)]
        return [*old, *spread(self.rng, new, *self.span)]


def _town(network: Network, rng: Random, name: str, turn: int) -> Town:
    team = Team(service=network.services["noc"], name=name).add()
    network.teams[name] = team
    return Town(name, team, rng.choice(SAID["clubs"]), turn)


def _names(rng: Random) -> Iterator[tuple[str, str]]:
    """Return every pair of a first name and a surname, in no order."""
    women = [(first, one[0]) for first, one in product(SAID["women"], SAID["surnames"])]
    men = [(first, one[1]) for first, one in product(SAID["men"], SAID["surnames"])]
    return iter(rng.sample(women + men, len(women + men)))


def _colleague(network: Network, service: str, first: str, last: str, since: date) -> str:
    key = "".join(c for c in normalize("NFKD", f"{first}.{last}".lower()) if not combining(c))
    said = {"local_part": key, "name": f"{first} {last}", "role": "field_worker", "services": [service]}
    add_member(network, said, since)
    return key
