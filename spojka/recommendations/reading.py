"""What the pages of recommendations show."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name
from spojka.codelists.catalogue import extras_of, names_of
from spojka.groups.models import Group, PublicPage, Seat
from spojka.groups.publishing import cleared, names_in
from spojka.groups.reading import left_seats, seats_of
from spojka.network.models import Organisation

from . import course, zones
from .models import (
    Ballot,
    FundingProject,
    GrantCall,
    MediaOutput,
    PublicRecommendation,
    Recommendation,
    Step,
    StepState,
    Vote,
)

VIEW = Permission.WORKING_GROUP_VIEW
LISTS = ("recommendation_sort", "body_kind")
WITH = ("group", "service", "organisation")
SHOWS = {  # what a list may be narrowed to
    "open": course.OPEN,
    "works": course.WORKS,
    "closed": (course.S.REJECTED, course.S.WITHDRAWN),
}
MOST = 200


@dataclass(frozen=True)
class Counted:
    """A vote with the ballots that are known by seat."""

    vote: Vote
    ballots: Sequence[Ballot]

    @property
    def declared(self) -> list[Ballot]:
        """Return who did not vote, for an interest of their own."""
        return [one for one in self.ballots if one.interest]

    @property
    def named(self) -> list[Ballot]:
        return [one for one in self.ballots if not one.interest]


@dataclass(frozen=True)
class Sum:
    """The money of one year, in whole CZK: asked, granted, and what of the granted is for which prevention."""

    year: int
    asked: int
    granted: int
    social: int

    @property
    def situational(self) -> int:
        return self.granted - self.social

    @property
    def share(self) -> int:
        """Return what per cent of the granted money is for social prevention."""
        return round(100 * self.social / self.granted) if self.granted else 0


def names(house: Organisation) -> dict[str, dict[str, str]]:
    return names_of(LISTS, organisation=house)


def body(kind: str, name: str, known: dict[str, dict[str, str]]) -> str:
    """Return a body as it is said: its name, else its kind."""
    return name or known["body_kind"].get(kind, kind)


def newest_steps() -> Any:
    """Return the steps that count: not taken back, and no other one follows."""
    later = Step.objects.filter(after=OuterRef("pk"), voided_at=None)
    return Step.objects.filter(~Exists(later), voided_at=None)


def standing(found: QuerySet[Any], states: Iterable[str]) -> QuerySet[Any]:
    """Return those recommendations of `found` that are in one of the states."""
    return found.filter(Exists(newest_steps().filter(recommendation=OuterRef("pk"), state__in=list(states))))


def by_state(by: Actor) -> list[tuple[str, int]]:
    """Return how many of those that `by` sees stand where, along the way they go; no line for what has none."""
    some = newest_steps().filter(recommendation__in=rows(Recommendation, by=by, to=VIEW).values("pk")).order_by()
    many = dict(some.values("state").annotate(many=Count("pk")).values_list("state", "many"))
    return [(str(state.label), many[state]) for state in StepState if state in many]


def with_newest(found: Sequence[Recommendation]) -> Sequence[Recommendation]:
    """Put to each the step that counts; they were shown with it, by whoever may see them."""
    steps = {one.recommendation_id: one for one in newest_steps().filter(recommendation__in=found).order_by("pk")}
    for one in found:
        one.newest = steps.get(one.pk)
    return found


def of_group(group: Group, by: Actor) -> Sequence[Recommendation]:
    """Return what a group asked, the newest first."""
    found = rows(Recommendation, by=by, to=VIEW).filter(group=group).select_related(*WITH)
    return with_newest(read(found.order_by("-proposed_on", "-recorded_at", "pk")[:MOST], by=by, to=VIEW))


def steps_of(one: Recommendation, by: Actor) -> list[Step]:
    """Return all its steps in order, those taken back, too."""
    found = rows(Step, by=by, to=VIEW).filter(recommendation=one)
    return read(found.order_by("on", "recorded_at", "pk"), by=by, to=VIEW)


def votes_of(one: Recommendation, by: Actor) -> list[Counted]:
    """Return its votes, the newest first."""
    votes = rows(Vote, by=by, to=VIEW).filter(recommendation=one).select_related("meeting")
    found = read(votes.order_by("-on", "-recorded_at", "pk"), by=by, to=VIEW)
    related = ("seat__worker__user", "seat__worker__organisation", "seat__house")
    ballots = rows(Ballot, by=by, to=VIEW).filter(vote__in=found).select_related(*related)
    cast = read(ballots.order_by("recorded_at", "pk"), by=by, to=VIEW)
    return [Counted(vote, [one for one in cast if one.vote_id == vote.pk]) for vote in found]


def chain(one: Recommendation, by: Actor) -> tuple[Recommendation | None, list[Recommendation]]:
    """Return where it came from and where it was brought to, as far as `by` may see."""
    seen = rows(Recommendation, by=by, to=VIEW).select_related(*WITH)
    before = read(seen.filter(pk=one.came_from_id), by=by, to=VIEW) if one.came_from_id else []
    after = read(seen.filter(came_from=one).order_by("proposed_on", "pk"), by=by, to=VIEW)
    with_newest([*before, *after])
    return (before[0] if before else None), after


def voting(group: Group, by: Actor, on: date) -> list[Seat]:
    """Return the seats that vote on a day."""
    votes = {code for code, extra in extras_of("group_role").items() if extra.get("votes")}
    return [one for one in seats_of(group, by, on) if one.role in votes]


def public_of(one: Recommendation, by: Actor) -> PublicRecommendation | None:
    """Return what of it everybody may read now."""
    found = rows(PublicRecommendation, by=by, to=VIEW).filter(recommendation=one, withdrawn_at=None)
    public: PublicRecommendation | None = found.first()
    return public


def calls(group: Group, by: Actor) -> list[GrantCall]:
    """Return the calls a group was told of, those that close last first."""
    found = rows(GrantCall, by=by, to=VIEW).filter(group=group).order_by("-closes_on", "pk")
    return read(found[:MOST], by=by, to=VIEW)


def projects(group: Group, by: Actor) -> list[FundingProject]:
    found = rows(FundingProject, by=by, to=VIEW).filter(group=group).select_related("call")
    return read(found.order_by("-year", by_name(), "pk")[:MOST], by=by, to=VIEW)


def sums(found: Iterable[FundingProject]) -> list[Sum]:
    """Return the money by year, the newest first. What is for social prevention is rounded to whole CZK."""
    years: dict[int, list[int]] = {}
    for one in found:
        year = years.setdefault(one.year, [0, 0, 0])
        granted = one.granted or 0
        for i, more in enumerate((one.asked, granted, round(granted * one.social / 100))):
            year[i] += more
    return [Sum(year, *three) for year, three in sorted(years.items(), reverse=True)]


def media(group: Group, by: Actor, about: Recommendation | None = None) -> list[MediaOutput]:
    """Return what was said of a group's work outside, perhaps of one recommendation alone."""
    found = rows(MediaOutput, by=by, to=VIEW).filter(group=group, removed_at=None).select_related("recommendation")
    found = found.filter(recommendation=about) if about else found
    return read(found.order_by("-on", "pk")[:MOST], by=by, to=VIEW)


def everybodys(pages: Iterable[PublicPage], by: Actor) -> dict[UUID, list[PublicRecommendation]]:
    """Return what everybody may read of public groups, by their page: what was published last first."""
    seen = rows(PublicRecommendation, by=by, to=Permission.PUBLIC_GROUP_VIEW)
    found: dict[UUID, list[PublicRecommendation]] = {one.pk: [] for one in pages}
    for one in seen.filter(page__in=found, withdrawn_at=None).order_by("-published_at", "pk"):
        found[one.page_id].append(one)
    return found


def sorts() -> dict[str, Any]:
    """Return what each sort of recommendation asks for: {code: columns of its row}."""
    return dict(extras_of("recommendation_sort"))


def among(found: QuerySet[Any]) -> Q:
    return Q(pk__in=found.order_by().values("pk"))


def geojson(one: Recommendation) -> str:
    """Return its zones as they are typed; nothing without any."""
    return json.dumps(one.features, ensure_ascii=False) if one.zones else ""


def picture(one: Recommendation) -> SafeString:
    """Return its zones as an SVG."""
    return mark_safe(zones.picture(one.zones))  # noqa: S308 - our own numbers, names are escaped


@dataclass(frozen=True)
class Told:
    """What a paper tells of one recommendation beside its words."""

    steps: Sequence[Step]
    votes: Sequence[Counted]
    before: Recommendation | None
    after: Sequence[Recommendation]


def told(one: Recommendation, by: Actor) -> Told:
    before, after = chain(one, by)
    return Told([step for step in steps_of(one, by) if not step.voided_at], votes_of(one, by), before, after)


def proposed_public(one: Recommendation, by: Actor) -> dict[str, str]:
    """Return what of it everybody could read, for a person to check: names and contacts are left out by rule."""
    public = public_of(one, by)
    if public:
        return {"title": public.title, "asked": public.asked, "outcome": public.outcome}
    today = timezone.localdate()
    seats = [*seats_of(one.group, by, today), *left_seats(one.group, by, today)]
    people = names_in(seat.called for seat in seats)
    said = [step for step in steps_of(one, by) if not step.voided_at and (step.reason or step.document)]
    last = [f"{step.document}: {step.reason}".strip(": ") for step in said[-1:]]
    texts = {"title": one.title, "asked": one.what, "outcome": "".join(last)}
    return {name: cleared(text, people) for name, text in texts.items()}
