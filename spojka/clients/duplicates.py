"""Which clients of a service may be one person: by their codes, then by where and when they were met."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import CharField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _

from spojka.network.models import Service

from . import merging, near
from .asking import parts_of
from .models import Apart, Client
from .near import How, Pair

Parts = Sequence[Mapping[str, Any]]

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

    id: str
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
    known = _known(service)
    likeliest = _likeliest(known, parts_of(service, on), _apart(service))
    made: list[Proposal] = []
    while len(made) < most and (some := list(islice(likeliest, AT_A_TIME))):
        histories = _histories(service, [id for _how, pair in some for id in pair])
        made += [one for how, pair in some if (one := _proposal(pair, how, known, histories))]
    return sorted(made, key=lambda one: (-one.score, one.first, one.second))[:most]


def _known(service: Service) -> dict[str, Known]:
    """Return the clients by their ids as digits: to make so many ids as objects costs more than all the rest."""
    rows = Client.objects.filter(service=service, merged_into=None).order_by("pk")
    columns = rows.values_list(Cast("pk", CharField()), "code", "sex", "recorded_at")
    return {id: Known(id, *told) for pk, *told in columns if (id := pk.replace("-", ""))}


def _likeliest(known: Mapping[str, Known], parts: Parts, apart: set[Pair[str]]) -> Iterator[tuple[How, Pair[UUID]]]:
    """Yield pairs of near codes that may be one person, the likeliest first and of those the newest, so many."""
    codes, left = {id: one.code for id, one in known.items()}, LOOKED_AT
    for how, pairs in near.by_how(codes, parts):
        fit = [pair for pair in pairs if pair not in apart and _fit(known[pair[0]].sex, known[pair[1]].sex)]
        newest = sorted((-max(known[id].since for id in pair).timestamp(), pair) for pair in fit)
        yield from ((how, (UUID(one), UUID(other))) for _since, (one, other) in newest[:left])
        left -= len(newest)
        if left <= 0:
            return


def contradiction(service: Service, first: UUID, second: UUID) -> str:
    """Return what speaks against two clients being one person; nothing if nothing does."""
    histories = _histories(service, [first, second])
    return _against(histories[first], histories[second])[0]


def _apart(service: Service) -> set[Pair[str]]:
    """Return the pairs that are two people, also under the clients into which their codes were merged since."""
    merged = Client.objects.filter(service=service).exclude(merged_into=None).order_by()
    leads = dict(merged.values_list("pk", "merged_into"))
    said = Apart.objects.filter(service=service, ended_at=None).order_by("pk").values_list("first_id", "second_id")
    found = set()
    for pair in said:
        first, second = sorted(_end(id, leads).hex for id in pair)
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


def _proposal(
    pair: Pair[UUID], how: How, known: Mapping[str, Known], histories: dict[UUID, History]
) -> Proposal | None:
    one, other = histories[pair[0]], histories[pair[1]]
    against, together = _against(one, other)
    if against:
        return None
    score, reasons = 10 * (7 - how), [WORDS[how]()]
    for points, reason in _for(one, other, known[pair[0].hex], known[pair[1].hex]):
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
