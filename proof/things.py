"""What there is in a world, as plain values. This file knows nothing of Spojka."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

PRAGUE = ZoneInfo("Europe/Prague")
READ, CONTRIBUTE, OWN = 1, 2, 3
FIVE = frozenset({"course", "history", "personal", "situation", "other"})  # what a consent can name
LEDGER = frozenset({"ledger"})
EVERYBODY = "everybody"


@dataclass(frozen=True)
class Record:
    """Anything written down. `about` is what a ground names; `at_home` never leaves; `makers` is one's own, if so."""

    id: str
    what: str
    house: str
    service: str
    team: str | None
    tells: frozenset
    about: str | None
    at_home: bool = False
    makers: str | None = None
    names: frozenset = frozenset()  # the clients it names in any way
    where: bool = False  # it leads to a place, in any way
    alone: frozenset = frozenset()  # the clients that a case which it names is about, if about nobody else


@dataclass(frozen=True)
class Wall:  # between a client and a member or a service
    client: str
    kept_out: str
    starts_at: datetime
    ends_at: datetime | None = None


@dataclass(frozen=True)
class Hidden:  # a client whose address is secret
    client: str
    starts_at: datetime
    ends_at: datetime | None = None


@dataclass(frozen=True)
class Recipient:
    """One who may know: a house, a service or a member; `ended_at` when it was taken back from this one."""

    to: str
    kinds: frozenset
    ended_at: datetime | None = None


@dataclass(frozen=True)
class Consent:
    """What a client agreed to. `said` are pairs of who and what: ("client", "yes")."""

    client: str
    holder: str
    written_at: datetime
    given_on: date
    recipients: tuple
    last_day: date | None = None
    of_age_on: date | None = None
    said: tuple = (("client", "yes"),)
    withdrawn_at: datetime | None = None
    statement_ended_at: datetime | None = None


@dataclass(frozen=True)
class Ground:
    """Another basis than consent: duty, danger, participation, own_look or own_case."""

    basis: str
    holder: str
    about: str
    to: str
    kinds: frozenset
    level: int
    starts_at: datetime
    ends_at: datetime | None = None


@dataclass(frozen=True)
class Member:
    id: str
    house: str
    role: str
    services: frozenset
    teams: frozenset = frozenset()  # none: not narrowed
    reads_house: bool = False
    begins: date = date.min
    last_day: date | None = None
    ended_at: datetime | None = None
    may_sign_in: bool = True


@dataclass(frozen=True)
class AtTablet:
    """A member who works at a tablet that the crew of a service shares."""

    member: Member
    service: str


@dataclass(frozen=True)
class ForService:
    """A tablet nobody took, a volunteer of a day, a timer: acts for one service and is named by no ground."""

    id: str
    role: str
    service: str
    verbs: frozenset | None = None  # a timer's own


@dataclass(frozen=True)
class Named:
    """A holder of a link, a client with a sheet, one with a receipt, everybody: only grounds open anything."""

    id: str
    role: str


class SignedOut:
    """Nobody."""


@dataclass(eq=False)
class World:
    now: datetime
    levels: dict  # of each verb
    roles: dict  # the verbs of each role
    reading_house: str  # the verb that is switched on for one member
    at_tablet: frozenset  # what a shared tablet takes at all
    for_everybody: frozenset
    house_of: dict  # of each service
    grounds: list
    consents: list
    narrowed_lose: frozenset = frozenset()  # verbs of a service as a whole
    walls: tuple = ()
    hidden: tuple = ()
    closed: frozenset = frozenset()  # services
    run_house: str = ""  # who has this verb is narrowed by nothing of it
