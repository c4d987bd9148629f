"""What is said and agreed, as plain values."""

from dataclasses import dataclass
from datetime import date, datetime

from spojka.access.permissions import Kind
from spojka.cases.models import Participant, Party


@dataclass(frozen=True, kw_only=True)
class Voice:
    """Whose words it is: a participant, with who of them exactly; nobody named: the service that writes."""

    participant: Participant | None = None
    who: str = ""


@dataclass(frozen=True, kw_only=True)
class Said:
    """A statement."""

    text: str
    source: str
    at: datetime
    voice: Voice = Voice()


@dataclass(frozen=True, kw_only=True)
class Stated(Said):
    """A new statement, of one kind."""

    kind: Kind


@dataclass(frozen=True, kw_only=True)
class Answered:
    """What is said to a statement; `whose` and `heard` of the client's own view alone."""

    what: str
    text: str
    at: datetime
    voice: Voice = Voice()
    whose: Party | None = None
    heard: str = ""


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """What the professionals of a case agreed on. `paces`: from which day on how often, the first is the beginning."""

    topics: tuple[str, ...]
    forms: tuple[str, ...]
    paces: tuple[tuple[date, str], ...]
    misunderstanding: str
    ending: str
    evaluation: str
    evaluate_on: date
    principles: str = ""
    directions: tuple[tuple[Participant, Participant], ...] = ()  # none: everybody tells everybody
    duties: tuple[tuple[Participant, str], ...] = ()
