"""What the pages of groups show."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max, Min, Q, QuerySet, Sum
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.base.sorting import by_name, czech
from spojka.codelists.catalogue import catalogue, extras_of, names_of
from spojka.meetings.models import MatterAnswer, Meeting, MeetingSeries, MinutesLine

from . import counting
from .models import Group, Offshoot, PublicMinutes, PublicPage, Seat, Theme, ThemeChoice, ThemeOutcome, ThemeVote

VIEW = Permission.WORKING_GROUP_VIEW
MEETINGS = Permission.MEETING_VIEW
LISTS = ("group_kind", "group_side", "group_role", "group_theme")
MOST_PAST, MOST_THEMES, COUNTED = 30, 60, 12


@dataclass(frozen=True)
class Told:
    """One group in a list: when it met and meets."""

    group: Group
    kind: str
    next_at: datetime | None
    last_at: datetime | None
    is_over: bool

    @property
    def ring(self) -> str:
        return "done" if self.is_over else "half" if self.next_at else "due"


@dataclass(frozen=True)
class Share:
    """How many come from one side: of the seats, and on average at the last meetings."""

    name: str
    seats: int
    votes: int


@dataclass(frozen=True)
class Wish:
    """A proposed theme: who wants it, and what became of it."""

    theme: Theme
    name: str
    hands: int
    mine: int
    choice: ThemeChoice | None

    @property
    def is_open(self) -> bool:
        return self.choice is None or self.choice.outcome == ThemeOutcome.BACK


def listed(by: Actor, at: datetime, found: Sequence[Group]) -> list[Told]:
    """Return groups of one page with their meetings."""
    ids, today = [one.pk for one in found], timezone.localdate(at)
    met = rows(Meeting, by=by, to=MEETINGS).filter(held_for__in=ids, cancelled_at=None)
    spans = met.values("held_for").order_by("held_for")
    days = dict(spans.annotate(on=Min("starts_at", filter=Q(starts_at__gte=at))).values_list("held_for", "on"))
    past = dict(spans.annotate(on=Max("starts_at", filter=Q(starts_at__lt=at))).values_list("held_for", "on"))
    names = names_of(("group_kind",), organisation=by.organisation)["group_kind"]
    return [
        Told(one, names.get(one.kind, one.kind), days.get(one.pk), past.get(one.pk), one.is_over(today))
        for one in found
    ]


def kinds() -> dict[str, Mapping[str, Any]]:
    """Return what each kind of group asks for: {code: columns of its row}."""
    return extras_of("group_kind")


def seats_of(group: Group, by: Actor, today: date) -> list[Seat]:
    """Return who sits in a group now, those who lead first."""
    found = rows(Seat, by=by, to=VIEW).filter(group=group).lasting(today)
    related = ("house", "worker__user", "worker__organisation", "stands_for__worker__user", "stands_for__house")
    seats = read(found.select_related(*related).order_by("since", "pk"), by=by, to=VIEW)
    order = [one.code for one in catalogue(group.service, today).items("group_role")]
    rank = {code: number for number, code in enumerate(order)}
    return sorted(seats, key=lambda one: (rank.get(one.role, len(rank)), czech(one.of_house), czech(one.called)))


def left_seats(group: Group, by: Actor, today: date) -> list[Seat]:
    """Return who sat in it before."""
    found = rows(Seat, by=by, to=VIEW).filter(group=group, until__lte=today)
    related = ("house", "worker__user", "worker__organisation")
    return read(found.select_related(*related).order_by("-until", "pk")[:MOST_PAST], by=by, to=VIEW)


def composition(seats: Sequence[Seat], names: Mapping[str, Mapping[str, str]]) -> list[Share]:
    """Return from which sides those come who sit there; who stands in for somebody is not counted twice."""
    voting = extras_of("group_role")
    own = [one for one in seats if one.stands_for_id is None and not (one.house_id and one.worker_id is None)]
    empty = [one for one in seats if one.house_id and one.worker_id is None and not is_filled(one, seats)]
    sides = Counter(one.side for one in (*own, *empty))
    votes = Counter(one.side for one in (*own, *empty) if voting.get(one.role, {}).get("votes"))
    return [Share(names["group_side"].get(side, side), many, votes[side]) for side, many in sides.most_common()]


def is_filled(seat: Seat, seats: Sequence[Seat]) -> bool:
    """Test whether the house of a seat named somebody."""
    return any(one.worker and one.worker.organisation_id == seat.house_id for one in seats)


def next_meetings(group: Group, by: Actor, at: datetime) -> list[Meeting]:
    """Return the meetings that come."""
    found = rows(Meeting, by=by, to=MEETINGS).filter(held_for=group.pk, starts_at__gte=at, cancelled_at=None)
    return read(
        found.select_related("service", "organisation").order_by("starts_at", "pk")[:COUNTED], by=by, to=MEETINGS
    )


def past_meetings(group: Group, by: Actor, at: datetime) -> list[Meeting]:
    """Return the meetings that were, the last one first."""
    found = rows(Meeting, by=by, to=MEETINGS).filter(held_for=group.pk, starts_at__lt=at)
    return read(
        found.select_related("service", "organisation").order_by("-starts_at", "pk")[:MOST_PAST], by=by, to=MEETINGS
    )


def next_of_each(by: Actor, at: datetime) -> list[tuple[str, Meeting]]:
    """Return the next meeting of each group on whose agenda `by` may write, with the name of the group."""
    going_on = rows(Group, by=by, to=VIEW).going_on(timezone.localdate(at))
    groups = dict(going_on.order_by("pk").values_list("pk", "name"))
    ahead = rows(Meeting, by=by, to=Permission.AGENDA_ADD).filter(held_for__in=groups, starts_at__gte=at)
    found = ahead.filter(cancelled_at=None, locked_at=None).select_related("service", "organisation")
    first: dict[UUID, Meeting] = {}
    for one in read(found.order_by("starts_at", "pk"), by=by, to=MEETINGS):
        first.setdefault(one.held_for, one)
    return sorted(((groups[id], one) for id, one in first.items()), key=lambda pair: (pair[0], pair[1].starts_at))


def series_of(group: Group, by: Actor) -> list[MeetingSeries]:
    """Return the series by whose rule it meets."""
    found = rows(MeetingSeries, by=by, to=MEETINGS).filter(held_for=group.pk)
    return read(found.order_by("-starts_on", "pk"), by=by, to=MEETINGS)


def wishes(group: Group, by: Actor, names: Mapping[str, Mapping[str, str]]) -> list[Wish]:
    """Return the proposed themes: open ones first, the most wanted first."""
    themes = read(
        rows(Theme, by=by, to=VIEW).filter(group=group).order_by("-recorded_at")[:MOST_THEMES], by=by, to=VIEW
    )
    ids = [one.pk for one in themes]
    votes = rows(ThemeVote, by=by, to=VIEW).filter(theme__in=ids).order_by()
    hands = dict(votes.values("theme").annotate(many=Sum("hands")).values_list("theme", "many"))
    mine = dict(votes.filter(voted_by=by.id).values_list("theme", "hands"))
    chosen = {
        one.theme_id: one
        for one in rows(ThemeChoice, by=by, to=VIEW)
        .filter(theme__in=ids)
        .select_related("meeting")
        .order_by("at", "pk")
    }
    found = [
        Wish(
            one,
            theme_name(one, names["group_theme"]),
            hands.get(one.pk, 0),
            mine.get(one.pk, 0),
            chosen.get(one.pk),
        )
        for one in themes
    ]
    return sorted(found, key=lambda one: (not one.is_open, -one.hands, czech(one.name)))


def theme_name(theme: Theme, names: Mapping[str, str]) -> str:
    """Return what a theme is called: as the list says, and in the words of who proposed it."""
    return ": ".join(part for part in (names.get(theme.code, theme.code), theme.words) if part)


def public_of(group: Group, by: Actor) -> dict[UUID, PublicMinutes]:
    """Return what of its meetings is public, by meeting."""
    found = rows(PublicMinutes, by=by, to=VIEW).filter(page__group=group, withdrawn_at=None)
    return {one.meeting_id: one for one in read(found.order_by("-on", "pk"), by=by, to=VIEW)}


def offshoots_of(meeting_ids: Sequence[UUID], by: Actor) -> QuerySet[Any]:
    """Return what grew out of minutes."""
    found: QuerySet[Any] = rows(Offshoot, by=by, to=VIEW).filter(meeting__in=meeting_ids).order_by("recorded_at", "pk")
    return found


def figures_of(group: Group, by: Actor, now: datetime) -> counting.Sums:
    """Return the figures of a group over the last year, of what `by` may see."""
    today = timezone.localdate(now)
    first = today - timedelta(days=365)
    held = counting.held(rows(Meeting, by=by, to=MEETINGS).filter(held_for=group.pk), first, today, now)
    lines, answers = rows(MinutesLine, by=by, to=MEETINGS), rows(MatterAnswer, by=by, to=MEETINGS)
    return counting.sums(held, counting.asked(lines, answers, held), today)


def figures_of_year(by: Actor, year: int, now: datetime) -> tuple[list[tuple[Group, counting.Sums]], counting.Sums]:
    """Return the figures of each group that did something in a year, and of all together, of what `by` may see."""
    today = timezone.localdate(now)
    meetings = rows(Meeting, by=by, to=MEETINGS).filter(needs=VIEW)
    held = counting.held(meetings, date(year, 1, 1), date(year, 12, 31), now)
    mine = rows(Group, by=by, to=VIEW).filter(pk__in={one.group for one in held})
    of = {group: counting.Of() for group in mine.select_related("service").order_by(by_name(), "pk")}
    by_id = {group.pk: one for group, one in of.items()}
    held = [one for one in held if one.group in by_id]
    lines, answers = rows(MinutesLine, by=by, to=MEETINGS), rows(MatterAnswer, by=by, to=MEETINGS)
    matters = counting.asked(lines, answers, held)
    for meeting in held:
        by_id[meeting.group].meetings.append(meeting)
    for matter in matters:
        by_id[matter.group].matters.append(matter)
    each = [(group, counting.sums(one.meetings, one.matters, today)) for group, one in of.items()]
    return each, counting.sums(held, matters, today)


def public_pages(house: Any, by: Actor) -> list[PublicPage]:
    """Return the groups of a house of which everybody may know."""
    found = rows(PublicPage, by=by, to=Permission.PUBLIC_GROUP_VIEW).filter(organisation=house)
    return list(found.order_by(by_name(), "pk"))


def public_minutes(page: PublicPage, by: Actor) -> list[PublicMinutes]:
    """Return what everybody may read of its meetings, the last one first."""
    found = rows(PublicMinutes, by=by, to=Permission.PUBLIC_GROUP_VIEW).filter(page=page, withdrawn_at=None)
    return list(found.order_by("-on", "pk")[:MOST_PAST])
