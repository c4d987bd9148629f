"""What those look at first who look after people and the audit: counted, each with a way to the lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from django.db.models import Count
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.doors import read, rows
from spojka.access.permissions import Permission
from spojka.network.models import Membership

from . import words
from .doors import audited

P = Permission
WEEK = timedelta(days=7)
SOON = timedelta(days=60)  # somebody leaves
WEIGHTY = (  # what changes who sees what, or takes something back or away
    P.ENCOUNTER_EXPORT, P.ENCOUNTER_VOID, P.ENCOUNTER_CORRECT, P.ENCOUNTER_IMPORT, P.SHIFT_REOPEN, P.CODE_TEMPLATE_SET,
    P.MEMBER_INVITE, P.MEMBER_ACCEPT, P.MEMBER_CHANGE, P.MEMBER_END, P.MEMBER_RETURN,
    P.MEMBER_RENAME, P.MEMBER_READDRESS, P.TABLET_ENROL, P.TABLET_END,
)  # fmt: skip


@dataclass(frozen=True)
class Look:
    """Deeds of one kind of the last week; `query` finds them in the audit."""

    what: str
    count: int
    query: str


@dataclass(frozen=True)
class Week:
    """The last week of the audit."""

    looks: Sequence[Look]
    deeds: int
    readings: int
    query: str


def week_of(by: Actor, at: datetime) -> Week:
    """Return what was done and read in the last seven days, the weighty deeds apart."""
    since = {"first": str(timezone.localdate(at - WEEK))}
    found = audited(by).filter(recorded_at__gte=at - WEEK).order_by()
    told = {
        (row["verb"], row["is_reading"]): row["n"]
        for row in found.values("verb", "is_reading").annotate(n=Count("pk"))
    }
    counted = [(verb, told.get((verb.value, False), 0) + told.get((verb.value, True), 0)) for verb in WEIGHTY]
    return Week(
        looks=[
            Look(words.sentence(words.verb(verb)), count, urlencode({"what": verb.value} | since))
            for verb, count in counted
            if count
        ],
        deeds=sum(count for (_verb, is_reading), count in told.items() if not is_reading),
        readings=sum(count for (_verb, is_reading), count in told.items() if is_reading),
        query=urlencode(since),
    )


def leaving(by: Actor, on: date) -> list[Membership]:
    """Return the colleagues whose last day is near, the nearest first."""
    found = rows(Membership, by=by, to=Permission.MEMBER_VIEW).filter(ended_at=None, valid_to__range=(on, on + SOON))
    return read(found.select_related("user").order_by("valid_to", "pk"), by=by, to=Permission.MEMBER_VIEW)
