"""Who may see what: the rules told a second time, in plain words. This file knows nothing of Spojka's code.

1. One does only what one's **role** can. Who is signed out, whose membership has not begun, has ended or whose user is
   locked out is nobody: nobody sees nothing.
2. **Own rows.** Each record belongs to one service of one house. A member acts on the records of the services it works
   in, if they are of the house it acts for. Who is narrowed to teams acts only on records of those teams and of none.
   A volunteer, a timer and a tablet act for one service, nothing else; a worker at a tablet for the tablet's service.
3. **The house.** Who may read the house reads (never changes) records of all its services, but for those that never
   leave their service. It is in no role; it is switched on for one member.
4. **Sharing.** A ground opens records about its subject to one that it names: a house, a service, one member, a link,
   an access sheet, or everybody. It opens records of its holder alone, the service that wrote it down; taking part in
   shared work opens the records of all who take part. Both must be open: the kind that the record tells, and the level
   that the deed needs (reading, contributing; what only the owner may do is opened by nothing). It holds from its
   beginning until just before its end. Nothing is passed on: a volunteer, a timer and whoever works at a shared tablet
   are not reached by what was opened to their service, house or membership. A service that closed is named no more.
5. A **consent** opens reading of the kinds that a recipient was given, from the moment it was written down until the
   end of its last day; a child's ends as the day of coming of age begins. It is over at once when it was withdrawn,
   for one recipient or as a whole, or when the statement that it stands on was. When one who had to agree said no, it
   opens nothing, unless a guardian appointed by a court agreed.
6. The record of the client itself is opened by whatever opens anything about the client. **The ledger**, which says
   who knows what, is opened by nothing but the client's own look; one that may contribute takes consents back, too.
7. A **merged** client takes the consents along, for it is the same person; any other ground stays with the client
   that it names, and opens what is about that one, no more.
8. What never leaves its service is opened neither by the house nor by a ground. What is its maker's alone is seen by
   nobody else.
9. **Walls.** A member, or all who act for a service, may be kept apart from a client: they see nothing that names the
   client, whatever opens it, until just before the wall's end. It closes the client that one was merged into, too.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
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


@dataclass(frozen=True)
class Wall:  # between a client and a member or a service
    client: str
    kept_out: str
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
    """Another basis than consent: duty, danger, participation or own_look."""

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
    closed: frozenset = frozenset()  # services
    run_house: str = ""  # who has this verb is narrowed by nothing of it


@dataclass(frozen=True)
class Eyes:
    """What one comes with."""

    verbs: frozenset = frozenset()
    services: frozenset = frozenset()
    teams: frozenset | None = None
    reads: str | None = None  # the house that is read as a whole
    names: frozenset = frozenset()
    id: str = ""
    apart: frozenset = frozenset()  # the clients one is kept apart from


@dataclass(frozen=True)
class Opening:
    """A ground as it holds now; no holder: the rows of all who take part."""

    to: str
    holder: str | None
    kinds: frozenset
    level: int


def sees(world: World, actor: object, record: Record, verb: str) -> bool:
    """Say whether one may do `verb` to the record. Strangers are not told that it is there."""
    who = eyes(world, actor)
    if verb not in who.verbs or record.makers not in (None, who.id):
        return False
    return reaches(world, who, record, world.levels[verb])


def reaches(world: World, who: Eyes, record: Record, level: int) -> bool:
    """Say the same whatever the role: what the database itself keeps."""
    if who.apart & record.names:
        return False
    if is_own(who, record):
        return True
    if record.at_home or level == OWN:
        return False
    return (level == READ and who.reads == record.house) or is_let_in(world, who, record, level)


def is_own(who: Eyes, record: Record) -> bool:
    in_team = who.teams is None or record.team is None or record.team in who.teams
    return record.service in who.services and in_team


def is_let_in(world: World, who: Eyes, record: Record, level: int) -> bool:
    return any(
        one.to in who.names
        and level <= one.level
        and one.kinds & record.tells
        and (one.holder is None or one.holder == record.service)
        for one in openings(world).get(record.about, ())
    )


def may_change(world: World, who: Eyes, record: Record) -> bool:
    """Say whether a row may be changed at all: by its own service; the ledger by a look that contributes."""
    if who.apart & record.names:
        return False
    return is_own(who, record) or (record.tells == LEDGER and is_let_in(world, who, record, CONTRIBUTE))


@lru_cache(maxsize=4096)
def eyes(world: World, actor: object) -> Eyes:
    """Say what one comes with."""
    if isinstance(actor, Member):
        return of_member(world, actor)
    if isinstance(actor, AtTablet):
        worker = of_member(world, actor.member)
        here = worker.services & {actor.service}
        may = worker.verbs & world.at_tablet - {world.reading_house}
        return Eyes(may, here, worker.teams, id=worker.id, apart=worker.apart)
    if isinstance(actor, ForService):
        verbs = world.roles[actor.role] if actor.verbs is None else actor.verbs
        return Eyes(verbs, frozenset({actor.service}), id=actor.id, apart=kept_from(world, {actor.service}))
    if isinstance(actor, Named):
        verbs = world.for_everybody if actor.id == EVERYBODY else world.roles[actor.role]
        return Eyes(verbs, names=frozenset({actor.id}), id=actor.id)
    return Eyes()


def of_member(world: World, one: Member) -> Eyes:
    today = one.may_sign_in and one.ended_at is None and one.begins <= world.now.astimezone(PRAGUE).date()
    if not today or (one.last_day is not None and one.last_day < world.now.astimezone(PRAGUE).date()):
        return Eyes()
    services = frozenset(service for service in one.services if world.house_of[service] == one.house)
    verbs = world.roles[one.role] | ({world.reading_house} if one.reads_house else set())
    if one.teams and world.run_house not in verbs:
        verbs -= world.narrowed_lose
    reads = one.house if one.reads_house else None
    names, apart = services - world.closed | {one.house, one.id}, kept_from(world, services | {one.id})
    return Eyes(frozenset(verbs), services, one.teams or None, reads, names, one.id, apart)


def kept_from(world: World, names: set | frozenset) -> frozenset:
    """Say from which clients those of these names are kept apart now."""
    standing = [
        one for one in world.walls if one.starts_at <= world.now and (not one.ends_at or world.now < one.ends_at)
    ]
    return frozenset(one.client for one in standing if one.kept_out in names)


@lru_cache(maxsize=64)
def openings(world: World) -> dict:
    """Say what is open now, by what it is about."""
    found: dict = {}
    for ground in world.grounds:
        if ground.starts_at <= world.now and (ground.ends_at is None or world.now < ground.ends_at):
            kinds = ground.kinds if ground.basis == "own_look" else ground.kinds - LEDGER
            holder = None if ground.basis == "participation" else ground.holder
            found.setdefault(ground.about, []).append(Opening(ground.to, holder, kinds, ground.level))
    for consent in world.consents:
        if stands(consent, world.now):
            for one in consent.recipients:
                if one.ended_at is None or world.now < one.ended_at:
                    opening = Opening(one.to, consent.holder, one.kinds & FIVE, READ)
                    found.setdefault(consent.client, []).append(opening)
    return found


def stands(consent: Consent, now: datetime) -> bool:
    """Say whether a consent opens anything now."""
    if ("guardian", "yes") not in consent.said and any(word == "no" for _who, word in consent.said):
        return False
    ends = [consent.withdrawn_at, consent.statement_ended_at]
    ends.append(consent.last_day and midnight(consent.last_day + timedelta(days=1)))
    ends.append(consent.of_age_on and midnight(consent.of_age_on))
    begun = max(midnight(consent.given_on), consent.written_at) <= now
    return begun and all(now < end for end in ends if end)


def midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, PRAGUE)
