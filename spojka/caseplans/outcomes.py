"""How far goals were reached, and how the life of somebody changed from the first rating to the last."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.cases.models import Case, Party

from .models import Attainment, OutcomeRating, Part, PartKind, RatedBy, Review
from .standing import standing

P = Permission
STEP, HIGH, LEFT, WIDE = 26, 34, 118, 400  # of the picture: a point of the scale, a row, the names, all


@dataclass(frozen=True)
class Reviewed:
    """One review with what it says of each goal."""

    review: Review
    goals: list[tuple[str, Attainment]]


@dataclass(frozen=True)
class Moved:
    """One area: first and last score, and where they lie in the picture."""

    name: str
    first: int | None
    last: int | None
    row: int = 0

    @property
    def by(self) -> int | None:
        """The figure: by how much it changed."""
        return None if self.first is None or self.last is None else self.last - self.first

    @property
    def y(self) -> int:
        return self.row * HIGH + 20

    @property
    def x_first(self) -> int:
        return LEFT + (self.first or 0) * STEP

    @property
    def x_last(self) -> int:
        return LEFT + (self.last or 0) * STEP


@dataclass(frozen=True)
class Changed:
    """How one rater saw one party at first and at last."""

    by_whom: str
    first: OutcomeRating
    last: OutcomeRating
    areas: list[Moved]

    @property
    def is_change(self) -> bool:
        return self.first.pk != self.last.pk

    @property
    def height(self) -> int:
        return len(self.areas) * HIGH + 24

    @property
    def ticks(self) -> list[tuple[int, int]]:
        return [(score, LEFT + score * STEP) for score in (0, 5, 10)]

    @property
    def says(self) -> str:
        """What the picture says, in words."""
        return ", ".join(f"{one.name} {one.first} → {one.last}" for one in self.areas)


def signed(value: int | None) -> str:
    """Write a change or a level with its sign."""
    if value is None:
        return ""
    return f"+{value}" if value > 0 else f"−{-value}" if value else "0"


def reviews_of(case: Case, by: Actor) -> list[Reviewed]:
    """Return the reviews of all versions, the newest first."""
    found = rows(Review, by=by, to=P.CASE_VIEW).filter(case=case).select_related("organisation", "plan")
    reviews = read(found.order_by("-on", "-pk"), by=by, to=P.CASE_VIEW)
    said = rows(Attainment, by=by, to=P.CASE_VIEW).filter(review__in=[one.pk for one in reviews]).order_by("pk")
    plans = {one.plan_id for one in reviews}
    parts = list(rows(Part, by=by, to=P.CASE_VIEW).filter(plan__in=plans, kind=PartKind.GOAL).order_by("place", "pk"))
    names = {plan: _names(one for one in parts if one.plan_id == plan) for plan in plans}
    by_review: dict[UUID, list[Attainment]] = {}
    for one in read(said, by=by, to=P.CASE_VIEW):
        by_review.setdefault(one.review_id, []).append(one)
    return [Reviewed(one, _in_order(by_review.get(one.pk, []), names[one.plan_id])) for one in reviews]


def _in_order(said: list[Attainment], names: Mapping[UUID, str]) -> list[tuple[str, Attainment]]:
    """Return what was said of each goal, in the order of the plan."""
    got = {one.key: one for one in said}
    return [(name, got[key]) for key, name in names.items() if key in got]


def ratings_of(case: Case, by: Actor) -> list[OutcomeRating]:
    """Return the ratings of those of whom one may know how they live, the oldest first."""
    found = rows(OutcomeRating, by=by, to=P.CASE_VIEW).filter(case=case).select_related("about", "organisation")
    return read(found.order_by("on", "at", "pk"), by=by, to=P.CASE_VIEW)


def changes(ratings: Iterable[OutcomeRating], names: Mapping[str, str]) -> list[tuple[Party, list[Changed]]]:
    """Return for each party how client and worker saw the change from the first rating to the last."""
    found: dict[UUID, tuple[Party, dict[str, list[OutcomeRating]]]] = {}
    for one in ratings:
        by_rater = found.setdefault(one.about_id, (one.about, {}))[1]
        by_rater.setdefault(one.by_whom, []).append(one)
    return [
        (party, [changed(whom, raters[whom], names) for whom in RatedBy.values if whom in raters])
        for party, raters in found.values()
    ]


def changed(whom: str, ratings: list[OutcomeRating], names: Mapping[str, str]) -> Changed:
    """Of each area the first and the last score that was said at all."""
    said: dict[str, list[int]] = {}
    for one in ratings:
        for code, score in one.scores.items():
            said.setdefault(code, []).append(score)
    known = [code for code in names if code in said]
    areas = [Moved(names[code], said[code][0], said[code][-1], row) for row, code in enumerate(known)]
    return Changed(str(RatedBy(whom).label), ratings[0], ratings[-1], areas)


def _names(parts: Iterable[Any]) -> dict[UUID, str]:
    return {key: part.title for key, part in standing(parts).items()}
