"""When contacts come: the week, the season, days off, and people who come for some weeks or for all the time."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from random import Random

from spojka.encounters.content import Content
from spojka.places.models import PlaceKind

from .month import mixed
from .slot import Slot, contacts
from .talk import Regular
from .work import Talk, Work, club_event

CLOSED = {(12, 24), (12, 25), (12, 26), (1, 1), (5, 1), (5, 8), (7, 5), (7, 6), (9, 28), (10, 28), (11, 17)}
SEASONS = {  # by month, from January
    "kcentrum": (1.15, 1.1, 1.05, 1, 0.95, 0.9, 0.85, 0.85, 0.95, 1, 1.1, 1.1),
    "teren": (0.8, 0.8, 0.9, 1, 1.1, 1.2, 1.2, 1.2, 1.1, 1, 0.9, 0.8),
    "poradna": (1.1, 1, 1, 1, 1, 0.9, 0.7, 0.7, 1, 1.1, 1.1, 0.8),
    "noc": (1, 1, 1.05, 1.1, 1, 0.8, 0.7, 0.7, 0.9, 1.1, 1.1, 1.3),
    "cizi_teren": (1,) * 12,
}
MONDAY_AND_ON = (1.2, 1, 0.95, 1, 1.15, 1.1, 1)


@dataclass
class Rhythm:
    """Shifts of one kind in one town: on which days, how many contacts are usual, who of the staff works at once."""

    work: Work
    at_once: int
    talks: Callable[[date], Talk]
    has_events: bool = False

    def slot(self, rng: Random, day: date) -> Slot:
        """Return the shift of a day, by some of the staff."""
        crew = tuple(rng.sample(self.work.crew, min(self.at_once, len(self.work.crew))))
        work = replace(self.work, crew=crew)
        said = club_event(work, day) if self.has_events else None
        return Slot(work=work, day=day, fill=contacts(self.talks(day)), event=said)

    def usual(self, rng: Random, day: date) -> float:
        """Return how many contacts such a day brings."""
        middle = sum(self.work.contacts) / 2
        season = SEASONS[self.work.service][day.month - 1] * MONDAY_AND_ON[day.weekday()]
        return middle * season * rng.uniform(0.7, 1.3)

    def is_on(self, day: date) -> bool:
        """Test whether there is such a shift that day."""
        shut = self.work.place[1] == PlaceKind.PREMISES and (day.month, day.day) in CLOSED
        return day.weekday() in self.work.weekdays and not shut


@dataclass
class Regulars:
    """People who come for some weeks or for all the time; who of them does is told by the month."""

    people: list[tuple[Regular, date, date]]
    usual: Callable[[Random, datetime, Regular], Content]
    other: Talk
    chance: float  # of the other
    _month: tuple[date, Talk] | None = None

    def on(self, day: date) -> Talk:
        """Return what contacts of that day's month are like."""
        first = day.replace(day=1)
        if self._month is None or self._month[0] != first:
            last = first + timedelta(days=30)
            coming = [one for one, since, until in self.people if since <= last and until >= first]
            known = coming or [one for one, *_span in self.people]
            self._month = first, mixed(known, self.usual, self.other, self.chance)
        return self._month[1]


def spread(rng: Random, people: list[Regular], first: date, last: date) -> list[tuple[Regular, date, date]]:
    """Give each of the people a time in which they come; who comes often comes for longer."""
    found = []
    for one in people:
        length = timedelta(days=min(14 + int(rng.expovariate(1 / (60 * one.often))), (last - first).days))
        since = first + rng.random() * (last - first - length)
        found.append((one, since, since + length))
    return found
