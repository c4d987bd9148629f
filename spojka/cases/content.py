"""What is written of a case, as plain values."""

from dataclasses import dataclass
from datetime import date, datetime

from spojka.access.permissions import Kind


@dataclass(frozen=True, kw_only=True)
class File:
    """What the file says of the case as a whole."""

    name: str
    of: str
    way_in: str
    way_words: str
    regime: str
    setting: str
    opened_on: date
    court_until: date | None = None


@dataclass(frozen=True, kw_only=True)
class Who:
    """Somebody the case is about, or who stands by them."""

    role: str
    name: str
    relation: str = ""
    is_child: bool = False
    contact: str = ""


@dataclass(frozen=True, kw_only=True)
class Outside:
    """A professional who works without Spojka."""

    role: str
    institution: str
    unit: str = ""
    person: str = ""
    contact: str = ""


@dataclass(frozen=True, kw_only=True)
class Said:
    """What happened with one party, of one kind."""

    kind: Kind
    text: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How a party stands: motivation on two axes, of a child the risk, with reasons."""

    reasons: str
    accepts: int | None = None
    believes: int | None = None
    risk: int | None = None


@dataclass(frozen=True, kw_only=True)
class Ended:
    """The closing evaluation."""

    ground: str
    strong: str
    weak: str
    worked: str
    advice: str
    client_words: str = ""


@dataclass(frozen=True, kw_only=True)
class Ordered:
    """A measure of a court."""

    kind: str
    starts_on: date
    court: str = ""
    file_number: str = ""
    ends_by: date | None = None
    next_on: date | None = None
    next_what: str = ""
    words: str = ""
