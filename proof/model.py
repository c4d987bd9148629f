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
   shared work opens the records of all who take part, and so does a client's look into a case of theirs. Both must be
   open: the kind that the record tells, and the level that the deed needs (reading, contributing; what only the owner
   may do is opened by nothing). It holds from its beginning until just before its end. Nothing is passed on: a
   volunteer, a timer and whoever works at a shared tablet are not reached by what was opened to their service, house
   or membership. A service that closed is named no more.
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
   client, whatever opens it, until just before the wall's end. It closes the client that one was merged into, too,
   the person that the client is in a case, and the case as a whole while it is about nobody else.
10. **A secret address.** From its beginning until just before its end nothing that names the client and leads to a
   place, or may say in words where they live, is opened by the house or by a ground, but by the client's own look,
   also into a case. It holds for who was merged, too.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from .things import (  # noqa: F401 (who tells the rules knows what there is)
    CONTRIBUTE,
    EVERYBODY,
    FIVE,
    LEDGER,
    OWN,
    PRAGUE,
    READ,
    AtTablet,
    Consent,
    ForService,
    Ground,
    Hidden,
    Member,
    Named,
    Recipient,
    Record,
    SignedOut,
    Wall,
    World,
)


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
    is_look: bool = False


def sees(world: World, actor: object, record: Record, verb: str) -> bool:
    """Say whether one may do `verb` to the record. Strangers are not told that it is there."""
    who = eyes(world, actor)
    if verb not in who.verbs or record.makers not in (None, who.id):
        return False
    return reaches(world, who, record, world.levels[verb])


def reaches(world: World, who: Eyes, record: Record, level: int) -> bool:
    """Say the same whatever the role: what the database itself keeps."""
    if who.apart & (record.names | record.alone):
        return False
    if is_own(who, record):
        return True
    if record.at_home or level == OWN:
        return False
    secret = is_secret(world, record)
    of_house = level == READ and who.reads == record.house and not secret
    return of_house or is_let_in(world, who, record, level, secret)


def is_secret(world: World, record: Record) -> bool:
    """Say whether it tells where somebody can be met whose address is secret now."""
    now = [one for one in world.hidden if one.starts_at <= world.now and (not one.ends_at or world.now < one.ends_at)]
    return record.where and any(one.client in record.names for one in now)


def is_own(who: Eyes, record: Record) -> bool:
    in_team = who.teams is None or record.team is None or record.team in who.teams
    return record.service in who.services and in_team


def is_let_in(world: World, who: Eyes, record: Record, level: int, secret: bool = False) -> bool:
    return any(
        one.to in who.names
        and (one.is_look or not secret)
        and level <= one.level
        and one.kinds & record.tells
        and (one.holder is None or one.holder == record.service)
        for one in openings(world).get(record.about, ())
    )


def may_change(world: World, who: Eyes, record: Record) -> bool:
    """Say whether a row may be changed at all: by its own service; the ledger by a look that contributes."""
    if who.apart & (record.names | record.alone):
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
            holder = None if ground.basis in ("participation", "own_case") else ground.holder
            found.setdefault(ground.about, []).append(
                Opening(ground.to, holder, kinds, ground.level, ground.basis in ("own_look", "own_case"))
            )
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
