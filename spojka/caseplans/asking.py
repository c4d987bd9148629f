"""Who asks what of one person by when, across organisations: contradictions and too much at once are seen."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.cases.models import Case, Party
from spojka.search.stems import fold

from . import reading
from .models import Duty

P = Permission
MOST = 5  # duties in a week; our proposal, shown on the page
LASTS = timedelta(hours=1)  # if nobody said until when


@dataclass(frozen=True)
class Ask:
    """One thing that is asked: a duty, or a step of the plan that the person does."""

    what: str
    on: date
    who: str
    starts: time | None = None
    ends: time | None = None
    town: str = ""
    place: str = ""
    duty: Duty | None = None
    is_late: bool = False

    @property
    def span(self) -> tuple[datetime, datetime] | None:
        """From when until when it lasts; nothing if it has no hour."""
        if self.starts is None:
            return None
        begin = datetime.combine(self.on, self.starts)
        return begin, datetime.combine(self.on, self.ends) if self.ends else begin + LASTS

    @property
    def week(self) -> tuple[int, int]:
        return self.on.isocalendar()[:2]


@dataclass(frozen=True)
class Clash:
    """Two things at one time; `far` if they are in two towns."""

    one: Ask
    other: Ask
    far: bool


@dataclass(frozen=True)
class Asks:
    """All that is asked of one person from today on."""

    party: Party
    all: list[Ask]
    clashes: list[Clash] = field(default_factory=list)
    weeks: list[tuple[date, int]] = field(default_factory=list)  # Mondays of weeks with too much, and how much


def asked_in(case: Case, parties: Iterable[Party], by: Actor, today: date) -> list[Asks]:
    """Return for each party who is present what is asked of them, the soonest first."""
    duties = rows(Duty, by=by, to=P.CASE_VIEW)
    duties = duties.standing().filter(case=case, on__gte=today).select_related("asked_by", "about", "organisation")
    listed = read(duties.order_by("on", "starts", "pk"), by=by, to=P.CASE_VIEW)
    plan = next((one for one in reading.plans_of(case, by) if one.is_agreed), None)
    seen = reading.whole(plan, by, today).seen if plan else []
    return [asks(party, [*of_duties(listed, party), *of_steps(seen, party)]) for party in parties if not party.left_on]


def asks(party: Party, found: Iterable[Ask], most: int = MOST) -> Asks:
    """Put in order what is asked, and say what can't be done at once."""
    listed = sorted(found, key=lambda one: (one.on, one.starts or time.max, one.what))
    many = Counter(one.week for one in listed)
    weeks = [(date.fromisocalendar(*week, 1), count) for week, count in sorted(many.items()) if count > most]
    return Asks(party, listed, list(_clashes(listed)), weeks)


def _clashes(listed: list[Ask]) -> Iterator[Clash]:
    for at, one in enumerate(listed):
        for other in listed[at + 1 :]:
            mine, theirs = one.span, other.span
            if mine and theirs and mine[0] < theirs[1] and theirs[0] < mine[1]:
                towns = {fold(ask.town.strip()) for ask in (one, other)}
                yield Clash(one, other, far="" not in towns and len(towns) == 2)


def of_duties(listed: list[Duty], party: Party) -> Iterator[Ask]:
    """What was written down as asked of the person."""
    for one in listed:
        if one.about_id == party.pk:
            said: dict[str, Any] = {name: one.said.get(name, "") for name in ("what", "town", "place")}
            who = ", ".join(part for part in (str(one.asked_by or ""), one.said.get("who", "")) if part)
            yield Ask(**said, on=one.on, who=who, starts=one.starts, ends=one.ends, duty=one)


def of_steps(seen: list[reading.Seen], party: Party) -> Iterator[Ask]:
    """Steps of the plan that the person is to do, until they are done; the plan asks them."""
    for one in seen:
        if one.part.party_id == party.pk and one.term and not one.is_settled:
            yield Ask(one.part.title, one.term, "", is_late=one.is_due)
