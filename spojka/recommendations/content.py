"""What is typed of a recommendation, of its steps and votes, and of money, on its way from a form to an action."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from spojka.groups.models import Seat
from spojka.meetings.models import Meeting

from .models import GrantCall, Recommendation


@dataclass(frozen=True, kw_only=True)
class About:
    """What is asked of whom, and where it holds; `zones` as models.Recommendation keeps them."""

    sort: str
    title: str
    what: str
    why: str = ""
    legal_basis: str = ""
    draft: str = ""
    body_kind: str
    body_name: str = ""
    zones: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Happened:
    """A step: what happened on which day, before which body, by which document, why, and when one waits until.

    `after` is the newest step that the writer saw.
    """

    state: str
    on: date
    after: UUID | None
    body_kind: str = ""
    body_name: str = ""
    document: str = ""
    reason: str = ""
    due_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Counted:
    """A vote. `words` are the ballots that are known by seat, `interests` what a conflict of interest is."""

    on: date
    meeting: Meeting | None = None
    in_favour: int = 0
    against: int = 0
    abstained: int = 0
    words: Mapping[Seat, str] = field(default_factory=dict)
    interests: Mapping[Seat, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Public:
    """What everybody shall read of a recommendation, as a person checked it."""

    title: str
    asked: str
    outcome: str = ""


@dataclass(frozen=True, kw_only=True)
class Offer:
    """A call for applications."""

    name: str
    giver: str
    purpose: str = ""
    opens_on: date | None = None
    closes_on: date
    link: str = ""


@dataclass(frozen=True, kw_only=True)
class Money:
    """A project that is to be paid: whole CZK; `social` is per cent, the rest is situational prevention."""

    name: str
    year: int
    state: str
    asked: int
    social: int
    application: str = ""
    granted: int | None = None
    call: GrantCall | None = None


@dataclass(frozen=True, kw_only=True)
class Said:
    """What was said outside."""

    on: date
    medium: str
    title: str
    link: str = ""
    recommendation: Recommendation | None = None
