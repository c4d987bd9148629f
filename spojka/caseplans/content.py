"""What is written into a plan, as plain values."""

import json
from dataclasses import asdict, dataclass, field, replace
from datetime import date, time
from typing import Any

from spojka.cases.models import Participant, Party
from spojka.ui.words import legible

from .models import Gathering, Part, PartKind, Review

ROLES = ("organiser", "facilitator", "writer")

TEXTS: dict[str, tuple[str, ...]] = {  # the texts of each kind of part, in the order of the form
    PartKind.HEAD: (
        "text", "follows", "situation", "causes", "services", "expected", "plan_b", "reviewing", "coordination",
    ),
    PartKind.GOAL: ("text", "criterion", "plan_b", "supports", "evaluates", "unmet"),
    PartKind.STEP: ("text", "owner", "means"),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What somebody wrote of one part."""

    texts: dict[str, str] = field(default_factory=dict)
    term: date | None = None
    review_on: date | None = None
    party: Party | None = None
    participant: Participant | None = None

    @classmethod
    def of(cls, part: Part) -> "Draft":
        """Return what a wording says."""
        return cls(
            texts=part.said, term=part.term, review_on=part.review_on, party=part.party, participant=part.participant
        )

    @property
    def columns(self) -> dict[str, Any]:
        return {"term": self.term, "review_on": self.review_on, "party": self.party, "participant": self.participant}


@dataclass(frozen=True, kw_only=True)
class Word:
    """What one party says of a version: of `party`, of `participant`, or of somebody in words."""

    way: str
    word: str
    on: date
    party: Party | None = None
    participant: Participant | None = None
    who: str = ""
    heard: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Rated:
    """How somebody lives: each area from 0 to 10."""

    by_whom: str
    occasion: str
    on: date
    scores: dict[str, int]
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Role:
    """Who called a meeting, led it or wrote: `key` of somebody of the case, or in words."""

    key: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Promise:
    """What was agreed at a meeting: who does what by when."""

    what: str
    who: str = ""
    by: date | None = None


@dataclass(frozen=True, kw_only=True)
class Minutes:
    """What the minutes of a meeting need. A key is `party:` or `side:` with an id: names are found by who reads."""

    kind: str = Gathering.REVIEW
    purpose: str = ""
    told: str = ""  # how the family was told of the purpose beforehand
    present: tuple[str, ...] = ()
    others: str = ""  # who else was there, each on a line
    organiser: Role = Role()
    facilitator: Role = Role()
    writer: Role = Role()
    steps: tuple[str, ...] = ()  # keys of steps of the plan that were agreed or confirmed
    agreed: tuple[Promise, ...] = ()
    next_on: date | None = None

    @property
    def is_empty(self) -> bool:
        """Test whether nothing but its kind was said."""
        return replace(self, next_on=None) == Minutes(kind=self.kind)

    def packed(self) -> str:
        """Return all that is kept in one sealed text."""
        said = {name: value for name, value in asdict(self).items() if name not in ("kind", "next_on") and value}
        return json.dumps(said, ensure_ascii=False, default=str)

    @classmethod
    def of(cls, review: Review) -> "Minutes":
        """Return what was written at a review."""
        try:
            said = json.loads(legible(review.minutes)) if review.minutes else {}
        except ValueError:  # its key is gone
            said = {}
        said |= {name: Role(**said[name]) for name in ROLES if name in said}
        said |= {name: tuple(said[name]) for name in ("present", "steps") if name in said}
        said["agreed"] = tuple(
            Promise(what=one["what"], who=one["who"], by=date.fromisoformat(one["by"]) if one["by"] else None)
            for one in said.get("agreed", ())
        )
        return cls(kind=review.kind, next_on=review.next_on, **said)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What somebody asks of one party: what, when, in which town, who."""

    what: str
    on: date
    starts: time | None = None
    ends: time | None = None
    town: str = ""
    place: str = ""
    asked_by: Participant | None = None
    who: str = ""
