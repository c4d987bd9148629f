"""What is typed of a series, of who is invited and of a line, on its way from a form to an action."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from uuid import UUID

from spojka.base.ids import new_id
from spojka.network.models import Membership


@dataclass(frozen=True)
class Rule:
    """When a series meets."""

    rhythm: str
    starts_on: date
    hour: time
    minutes: int
    nth: int | None = None
    weekday: int | None = None
    every: int = 1
    ends_on: date | None = None


@dataclass(frozen=True)
class When:
    """When one meeting is; `planned_on` is the day that a rule gave."""

    starts_at: datetime
    minutes: int
    planned_on: date | None = None


@dataclass(frozen=True)
class Guest:
    """Somebody to be invited: a member, or anybody by name, house and e-mail."""

    membership: Membership | None = None
    name: str = ""
    house: str = ""
    email: str = ""
    id: UUID = field(default_factory=new_id)


@dataclass(frozen=True)
class Words:
    """One wording of a line, as it was sent: below which line it was begun, which wording its writer knew.

    `grows` is the wording that this page wrote before and goes on with.
    """

    line: UUID
    kind: str
    text: str = ""
    after: UUID | None = None
    replaces: int = 0
    grows: UUID | None = None
    speaker: str = ""
    who: str = ""
    places: tuple[str, ...] = ()
    due_on: date | None = None
    happens_at: datetime | None = None
    is_out: bool = False


@dataclass(frozen=True)
class Reply:
    """What somebody answers to an invitation."""

    answer: str
    substitute: str = ""
    note: str = ""
