"""A case meeting as it is typed, on its way from a form to an action."""

from dataclasses import dataclass
from datetime import date, datetime

from spojka.cases.models import Participant, Party


@dataclass(frozen=True, kw_only=True)
class Called:
    """When, where and what for."""

    sort: str
    title: str
    place: str
    starts_at: datetime
    minutes: int


@dataclass(frozen=True, kw_only=True)
class Told:
    """What for, how the family was told it beforehand, why they are not there."""

    purpose: str
    told: str = ""
    told_on: date | None = None
    without_family: str = ""


Somebody = Party | Participant
