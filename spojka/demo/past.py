"""Two years before the past month, as many contacts as are asked for, town by town."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, count, pairwise
from random import Random

from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.base.errors import Refusal

from . import days, talk, towns
from .festival import Festival
from .mass import Mass
from .month import Known
from .rhythm import Rhythm
from .slot import Slot
from .talk import Regular
from .towns import SAID, Town

SPAN = timedelta(days=2 * 365)
SLIPS = 0.03  # how many records are late, put right or voided
EMPTY = 0.6  # of what is usual in a shift: with less, a part of the shifts is left out instead
SEASON = ((5, 10), (9, 15))  # of festivals
EVERY = 4  # weeks there is a festival in a town
WEEKEND = timedelta(days=3)
HOME_UNTIL = timedelta(days=days.MONTH + 7)


class TooFew(Refusal):
    """One client can't have so many of so few contacts."""


@dataclass
class Past:
    """The plan of the two years. It is walked twice, to weigh the shifts and to fill them: chance is the same."""

    towns: list[tuple[Town, list[Rhythm]]]  # the home is the first, its counter the first of its rhythms
    today: date
    seed: int

    @property
    def first(self) -> date:
        return self.today - SPAN

    def slots(self) -> Iterator[tuple[Slot, float]]:
        """Return every shift with the number of contacts usual in it, by days; the home's month is told apart."""
        rng = Random(f"{self.seed} plan")  # noqa: S311 (invented people need no secrets)
        for n in range((self.today - self.first).days - 1):
            day = self.first + n * days.DAY
            for town, rhythms in self.towns if self.today - day > HOME_UNTIL else self.towns[1:]:
                if self.today - day > WEEKEND:
                    yield from _festival(rng, town, day)
                yield from ((one.slot(rng, day), one.usual(rng, day)) for one in rhythms if one.is_on(day))

    def numbers(self, number: int) -> list[int]:
        """Return how many contacts each shift gets: the given number in all, by what is usual."""
        usual = [share for _slot, share in self.slots()]
        rng = Random(f"{self.seed} left out")  # noqa: S311
        kept = number / (sum(usual) * EMPTY)
        ends = list(accumulate(share if rng.random() < kept else 0 for share in usual))
        borders = [round(end * number / ends[-1]) for end in [0, *ends]]
        return [after - before for before, after in pairwise(borders)]


def plan(mass: Mass, known: Known, number: int, seed: int) -> Past:
    """Return how so many contacts come about: as many towns as they need, and who works and comes there."""
    today, rng = timezone.localdate(mass.now), Random(f"{seed} towns")  # noqa: S311
    there = towns.make(mass.network, rng, number, today - 2 * SPAN)
    rhythms = towns.Rhythms(rng, number // len(there), (today - SPAN, today))
    home, *others = [(town, rhythms.of(town, known)) for town in there]
    return Past([(home[0], home[1] + rhythms.elsewhere(mass.network, known)), *others], today, seed)


def build(mass: Mass, past: Past, number: int, tell: Callable[[int], None]) -> None:
    """Collect and insert so many contacts; `tell` hears how many there are."""
    done = 0
    for (slot, _usual), contacts in zip(past.slots(), past.numbers(number), strict=True):
        if contacts:
            slot.run(mass, contacts)
            done += contacts
        if mass.rows.are_many():
            mass.save()
            tell(done)
    mass.save()
    tell(done)


def let_one_come(past: Past, number: int, one: Regular, times: int) -> None:
    """Let one of the home's regulars at the counter come exactly so many times, all the time alike."""
    counter = past.towns[0][1][0]
    shares = zip(past.slots(), past.numbers(number), strict=True)
    there = sum(contacts for (slot, _usual), contacts in shares if slot.work.place == counter.work.place)
    if there < times:
        raise TooFew(_("One client can have at most %(most)s of these contacts.") % {"most": there})
    seen, usual = count(1), counter.talks

    def talks(day: date):
        said = usual(day)

        def of(rng: Random, at):
            n = next(seen)
            return talk.at_counter(rng, at, one) if n * times // there > (n - 1) * times // there else said(rng, at)

        return of

    counter.talks = talks


def _festival(rng: Random, town: Town, day: date) -> Iterator[tuple[Slot, float]]:
    """Return the shifts of the weekend that begins that day, if there is a festival."""
    in_season = SEASON[0] <= (day.month, day.day) <= SEASON[1]
    if day.weekday() != 4 or not in_season or (day.toordinal() // 7 + town.turn) % EVERY:
        return
    crew = rng.sample(town.staff["noc"], len(town.staff["noc"]))
    name = rng.choice(SAID["festivals"])
    festival = Festival(
        name=f"{name} {day.year}",
        organiser=f"{name}, z. s.",
        contact="",
        venue=rng.choice(SAID["estates"]),
        team=town.team,
        expected=rng.randrange(600, 6000, 100),
        note=rng.choice(SAID["notes"]),
        crews=(tuple(crew[0::2]), tuple(crew[1::2])),
    )
    yield from ((slot, usual * rng.uniform(0.7, 1.3)) for slot, usual in festival.slots(day))
