"""Which clients of a service may be one person: by their codes, then by where and when they were met."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.network.models import Service

from . import merging, near
from .asking import parts_of
from .models import Apart, Client
from .near import How, Pair

MOST = 100  # pairs on the page
AT_A_TIME, LOOKED_AT = 250, 1000  # pairs whose histories are read
AT_ONCE = timedelta(minutes=30)  # nobody gets from one place to another sooner
TOGETHER = timedelta(minutes=10)
WORDS = {
    How.SWAPPED: lambda: _("two answers changed places"),
    How.TURNED: lambda: _("two characters next to each other changed places"),
    How.SUFFIX: lambda: _("the same answers, told apart by a suffix"),
    How.HEARD: lambda: _("one character differs, and the two sound or look alike"),
    How.MISSING: lambda: _("one has a character more"),
    How.LETTER: lambda: _("one character differs"),
}


@dataclass
class Known:
    """What is looked at of a client."""

    id: UUID
    code: str
    sex: str
    since: datetime


@dataclass(frozen=True)
class Proposal:
    """Two clients who may be one person, and why, the strongest reason first."""

    first: UUID
    second: UUID
    score: int
    reasons: tuple[str, ...]


@dataclass
class History:
    """Where and when a client was met."""

    moments: list[tuple[datetime, UUID, Any]] = field(default_factory=list)  # when, place, shift

    @property
    def places(self) -> set[UUID]:
        return {place for _at, place, _shift in self.moments}


def proposals(service: Service, on: date, most: int = MOST) -> list[Proposal]:
    """Return the likeliest pairs, without those said to be two people or met at two places at once."""
    columns = ("pk", "code", "sex", "recorded_at", "merged_into_id")
    rows = list(Client.objects.filter(service=service).order_by("pk").values_list(*columns))
    leads = {row[0]: row[4] for row in rows if row[4]}
    known = {row[0]: Known(*row[:4]) for row in rows if not row[4]}
    apart = _apart(service, leads)
    found = near.pairs({id: one.code for id, one in known.items()}, parts_of(service, on))
    left = [
        (how, -max(known[pair[0]].since, known[pair[1]].since).timestamp(), pair)
        for pair, how in found.items()
        if pair not in apart and _fit(known[pair[0]].sex, known[pair[1]].sex)
    ]
    likeliest, made = sorted(left)[:LOOKED_AT], []
    for start in range(0, len(likeliest), AT_A_TIME):
        if len(made) < most:
            some = likeliest[start : start + AT_A_TIME]
            histories = _histories(service, [id for _how, _since, pair in some for id in pair])
            made += [one for how, _since, pair in some if (one := _proposal(pair, how, known, histories))]
    return sorted(made, key=lambda one: (-one.score, one.first, one.second))[:most]


def contradiction(service: Service, first: UUID, second: UUID) -> str:
    """Return what speaks against two clients being one person; nothing if nothing does."""
    histories = _histories(service, [first, second])
    return _against(histories[first], histories[second])[0]


def _apart(service: Service, leads: dict[UUID, UUID]) -> set[Pair]:
    """Return the pairs that are two people, also under the clients into which their codes were merged since."""
    said = Apart.objects.filter(service=service, ended_at=None).order_by("pk").values_list("first_id", "second_id")
    found = set()
    for pair in said:
        first, second = sorted(_end(id, leads) for id in pair)
        found.add((first, second))
    return found


def _end(id: UUID, leads: dict[UUID, UUID]) -> UUID:
    while id in leads:
        id = leads[id]
    return id


def _fit(one: str, other: str) -> bool:
    return not one or not other or one == other


def _histories(service: Service, clients: Sequence[UUID]) -> dict[UUID, History]:
    found: dict[UUID, History] = defaultdict(History)
    for client, place, shift, at in merging.meetings(service.pk, sorted(set(clients))):
        found[client].moments.append((at, place, shift))
    for one in found.values():
        one.moments.sort(key=lambda moment: moment[0])
    return found


def _proposal(pair: Pair, how: How, known: dict[UUID, Known], histories: dict[UUID, History]) -> Proposal | None:
    one, other = histories[pair[0]], histories[pair[1]]
    against, together = _against(one, other)
    if against:
        return None
    score, reasons = 10 * (7 - how), [WORDS[how]()]
    for points, reason in _for(one, other, known[pair[0]], known[pair[1]]):
        score += points
        reasons.append(reason)
    if together:
        score -= 30
        reasons.append(_("but they came together once"))
    return Proposal(*pair, score, tuple(reasons))


def _for(one: History, other: History, first: Known, second: Known) -> Iterator[tuple[int, str]]:
    if first.sex and first.sex == second.sex:
        yield 3, _("the same sex")
    if not one.moments or not other.moments:
        yield 5, _("one of them has no contact")
        return
    if one.moments[-1][0] < other.moments[0][0] or other.moments[-1][0] < one.moments[0][0]:
        yield 12, _("one stopped coming before the other one came first")
    shared = len(one.places & other.places)
    if shared:
        yield 6, _("they come to the same place")
    if min(len(one.moments), len(other.moments)) == 1:
        yield 4, _("one of them came only once")


def _against(one: History, other: History) -> tuple[str, bool]:
    """Return in words that they were at two places at once, and whether they came together."""
    together, start = False, 0
    for at, place, shift in one.moments:
        while start < len(other.moments) and other.moments[start][0] < at - AT_ONCE:
            start += 1
        for then, there, their_shift in other.moments[start:]:
            if then > at + AT_ONCE:
                break
            if place != there:
                return _("They were at two places at the same time."), together
            together = together or (shift == their_shift and abs(then - at) <= TOGETHER)
    return "", together
