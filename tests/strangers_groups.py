"""Rows of groups and of what they asked that strangers must not find, by how the path to their pages begins."""

from spojka.base.ids import new_id
from spojka.groups.models import Group, PublicMinutes, PublicPage, Seat, Theme
from spojka.meetings.models import Meeting, MinutesLine
from spojka.oldminutes.models import GroupName
from spojka.recommendations.models import (
    FundingProject,
    GrantCall,
    MediaOutput,
    PublicRecommendation,
    Recommendation,
    Step,
)

from . import make, oldminutes


def in_group(service, anna):
    """A group, who sits in it, what it may talk of, and what of it is public."""
    mine, day = service.ownership, make.SATURDAY
    group = Group(**mine, name="x", kind="cell", purpose="x", is_public=True, begun_on=day, founded_by="anna").add()
    when = {"starts_at": make.NOON, "minutes": 60, "kind": "meeting", "called_as": "x", "called_by": "anna"}
    meeting = Meeting(**mine, **when, held_for=group.pk, needs="working_group.view").add()
    said = {"line": new_id(), "sent": new_id(), "number": 1, "kind": "item", "at": make.NOON, "text": "x"}
    page = PublicPage(**mine, group=group, name="x", purpose="x", kind="cell").add()
    read = {
        "page": page,
        "meeting": meeting,
        "on": day,
        "lines": [{"line": "x", "kind": "item", "depth": 1, "text": "x"}],
        "published_at": make.NOON,
        "published_by": "a",
    }
    return {
        "working-groups/": group,
        "group-meetings/": meeting,
        "group-seats/": Seat(
            **mine, group=group, role="member", side="ngo", person="x", since=day, added_by="a"
        ).add(),
        "group-themes/": Theme(**mine, group=group, words="x", proposed_by="anna").add(),
        "group-lines/": MinutesLine(**mine, **said, meeting=meeting, written_by=anna.id).add(),
        "group-minutes/": PublicMinutes(**mine, **read).add(),
        "group-names/": GroupName(**mine, group=group, form="x", name="y", learned_by="a").add(),
        "old-minutes/": oldminutes.row(mine, group),
    } | asked_of_bodies(group)


def asked_of_bodies(group):
    """What a group asked of a body, what is public of it, its money and media."""
    mine, day = group.ownership, make.SATURDAY
    said = {"sort": "measure", "title": "x", "what": "x", "body_kind": "council"}
    one = Recommendation(**mine, **said, group=group, proposed_on=day, proposed_by="a").add()
    step = Step(**mine, group=group, recommendation=one, state="proposed", on=day, written_by="a").add()
    copy = {"title": "x", "asked": "x", "sort": "measure", "body_kind": "council", "steps": ["x"]}
    copy |= {"published_at": make.NOON, "published_by": "a"}
    money = {"name": "x", "year": 2026, "state": "asked", "asked": 1, "social": 50, "added_by": "a"}
    return {
        "recommendations/": one,
        "recommendation-steps/": step,
        "public-recommendations/": PublicRecommendation(**mine, **copy, page=group.page, recommendation=one).add(),
        "grant-calls/": GrantCall(**mine, group=group, name="x", giver="x", closes_on=day, added_by="a").add(),
        "funding-projects/": FundingProject(**mine, **money, group=group).add(),
        "media-outputs/": MediaOutput(**mine, group=group, on=day, medium="x", title="x", added_by="a").add(),
    }
