"""Random worlds as plain values: houses, people, clients, and what was agreed. This file knows nothing of Spojka."""

from dataclasses import dataclass, field
from datetime import timedelta
from random import Random
from uuid import UUID

from .things import (
    CONTRIBUTE,
    EVERYBODY,
    FIVE,
    LEDGER,
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
    Wall,
)

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
KINDS = sorted(FIVE | {"figures", "work"})
BASES = ["duty", "danger", "participation", "own_look", "own_case"]
SAID = [
    (("client", "yes"),),
    (("parent", "yes"), ("parent", "no")),
    (("parent", "unreached"), ("representative", "yes")),
    (("parent", "no"), ("guardian", "yes")),
    (("guardian", "yes"),),
    (("parent", "yes"), ("client", "no")),
]


@dataclass
class People:
    """Who and what there is, before anything is written down."""

    houses: list = field(default_factory=list)
    house_of: dict = field(default_factory=dict)  # of services
    ends: dict = field(default_factory=dict)  # the last days of services that close
    teams: dict = field(default_factory=dict)  # their services
    members: list = field(default_factory=list)
    others: list = field(default_factory=list)
    clients: dict = field(default_factory=dict)  # service and team
    keepers: dict = field(default_factory=dict)  # who writes down for each service

    @property
    def services(self):
        return list(self.house_of)

    @property
    def actors(self):
        return [*self.members, *self.others]

    @property
    def workers(self):
        """Whom a consent may name."""
        return [*self.houses, *self.services, *(one.id for one in self.members)]

    @property
    def names(self):
        """Whom a ground may name."""
        named = [one.id for one in self.others if isinstance(one, Named | ForService) and one.id != "remind"]
        return [*self.workers, *named]


def new_id(chance) -> str:
    return str(UUID(int=chance.getrandbits(128), version=4))


def some(chance, found, least=1):
    """Return a random part of what there is."""
    found = sorted(found)
    return frozenset(chance.sample(found, chance.randint(least, len(found))))


def people(chance, now, roles) -> People:
    """Draw houses with services, their teams and members, clients, and everybody else who may come."""
    drawn = People()
    for n in range(chance.randint(2, 3)):
        house = new_id(chance)
        drawn.houses.append(house)
        for _ in range(chance.randint(1, 2) if n else 2):
            service = new_id(chance)
            drawn.house_of[service] = house
            drawn.ends[service] = None
            for _ in range(chance.choice([0, 2])):
                drawn.teams[new_id(chance)] = service
            keeper = Member(new_id(chance), house, "field_worker", frozenset({service}))
            drawn.keepers[service] = keeper
            drawn.members.append(keeper)
    today = now.astimezone(PRAGUE).date()
    closing = Random(drawn.houses[0] + " ends").sample(drawn.services, 2)
    drawn.ends |= zip(closing, [today - DAY, today], strict=True)
    reader = drawn.members[0]
    drawn.members.append(Member(new_id(chance), reader.house, "service_head", reader.services, reads_house=True))
    drawn.members += [member(chance, drawn, now, roles) for _ in range(chance.randint(6, 10))]
    drawn.members += [
        Member(new_id(chance), keeper.house, "service_head", keeper.services, **state)
        for keeper, state in zip(drawn.members[:4], gone(now), strict=False)
    ]
    drawn.others += others(chance, drawn, roles)
    for service in drawn.services:
        for _ in range(chance.randint(1, 3)):
            of_service = [team for team, whose in drawn.teams.items() if whose == service]
            drawn.clients[new_id(chance)] = (service, chance.choice([None, *of_service]))
    return drawn


def member(chance, drawn, now, roles) -> Member:
    """Draw a member: of one service or more, narrowed or not, perhaps one who has left or not begun."""
    house = chance.choice(drawn.houses)
    services = some(chance, [one for one, whose in drawn.house_of.items() if whose == house])
    if chance.random() < 0.15:  # a row that should not be there: a service of another house
        services |= {chance.choice(drawn.services)}
    teams = [team for team, service in drawn.teams.items() if service in services]
    today = now.astimezone(PRAGUE).date()
    there = [{}] * 10 + [{"last_day": today}, {"begins": today}]
    return Member(
        id=new_id(chance),
        house=house,
        role=chance.choice(roles),
        services=services,
        teams=some(chance, teams) if teams and chance.random() < 0.4 else frozenset(),
        reads_house=chance.random() < 0.25,
        **chance.choice(there + gone(now)),
    )


def gone(now) -> list[dict]:
    """Return each way in which a member is not there: has left, is over, has not begun, may not sign in."""
    today = now.astimezone(PRAGUE).date()
    return [{"ended_at": now}, {"last_day": today - DAY}, {"begins": today + DAY}, {"may_sign_in": False}]


def others(chance, drawn, roles):
    """Draw those who are no members."""
    timers = frozenset({"client.view", "encounter.view", "encounter.record", "consent.view"})
    yield AtTablet(chance.choice(drawn.members), chance.choice(drawn.services))
    keeper = chance.choice(sorted(drawn.keepers.values(), key=lambda one: one.id))
    yield AtTablet(keeper, chance.choice(sorted(keeper.services)))
    yield ForService(new_id(chance), "tablet", chance.choice(drawn.services))
    yield ForService(new_id(chance), "day_volunteer", chance.choice(drawn.services))
    yield ForService("remind", "system", chance.choice(drawn.services), timers)
    for role in ("link_holder", "link_holder", "client", "client", "public"):
        yield Named(new_id(chance), role)
    yield Named(EVERYBODY, "public")


def consents(chance, drawn, now, clients):
    """Draw consents of clients who agreed that anything is kept, in every state that one can come to."""
    return [consent(chance, drawn, now, chance.choice(clients)) for _ in range(chance.randint(4, 8))]


def consent(chance, drawn, now, client) -> Consent:
    written = now - chance.choice([30 * MINUTE, DAY, 30 * DAY])
    on = written.astimezone(PRAGUE).date()
    today = now.astimezone(PRAGUE).date()
    said = chance.choice([SAID[0]] * 3 + SAID)
    last = chance.choice([None, None, max(on, today - DAY), today, today + DAY])
    of_age = None
    if said is not SAID[0]:
        of_age = chance.choice([max(on + DAY, today), today + DAY, today + 700 * DAY])
    later = [one for one in (now - 20 * MINUTE, now) if one > written]
    kinds = some(chance, FIVE)
    to = chance.sample(drawn.workers, chance.randint(1, 3))
    return Consent(
        client=client,
        holder=drawn.clients[client][0],
        written_at=written,
        given_on=on - chance.choice([0, 0, 1]) * DAY,
        recipients=tuple(recipient(chance, one, kinds, later) for one in to),
        last_day=last,
        of_age_on=of_age,
        said=said,
        withdrawn_at=chance.choice([None] * 4 + later),
    )


def recipient(chance, to, kinds, later) -> Recipient:
    return Recipient(to, chance.choice([kinds, some(chance, kinds)]), chance.choice([None] * 4 + later))


def walls(chance, drawn, now, clients):
    """Draw walls around clients: against members and services, some over, some that end just now.

    The first ones stand, against members who work: they decide. Those of closed services decide something else.
    The very first is the only one that keeps its member from its client: no wall of the service hides what it does.
    """
    timers = [one.service for one in drawn.others if isinstance(one, ForService)]
    working = [one for one in drawn.members if one.may_sign_in and one.ended_at is None and one.last_day is None]
    working = [one for one in working if not any(drawn.ends.get(service) for service in one.services)]
    apart = Random(drawn.houses[0] + " walls")
    first = None
    for one in working[:4]:
        theirs = [client for client in clients if drawn.clients[client][0] in one.services]
        if theirs:
            wall = Wall(apart.choice(theirs), one.id, now - DAY, None)
            first = first or wall
            yield wall
    for _ in range(chance.randint(8, 12)):
        client = chance.choice(clients)
        theirs = [one.id for one in drawn.members if drawn.clients[client][0] in one.services]
        kept_out = chance.choice(chance.choice([drawn.services, theirs, timers]))
        if first and client == first.client and kept_out in drawn.services:
            continue
        ends = chance.choice([None, None, now + DAY, now - MINUTE, now, now])
        yield Wall(client, kept_out, chance.choice([now - DAY, now] if ends is None else [now - DAY]), ends)


def hidden(drawn, now):
    """Draw secret addresses: one that stands in each service with two clients; some over, some that end just now."""
    chance = Random(drawn.houses[0] + " hides")
    for service in drawn.services:
        first, *others = [client for client, (whose, _team) in drawn.clients.items() if whose == service]
        if others:
            yield Hidden(first, now - DAY, chance.choice([None, now + DAY]))
        for client in others[1:]:
            yield Hidden(
                client, *chance.choice([(now - DAY, now - MINUTE), (now - DAY, now), (now + DAY, None), (now, None)])
            )


def ground(chance, drawn, now, subjects, at_edges) -> Ground:
    """Draw a duty, a danger, a participation or an own look, also into a case.

    `subjects` are ids, each with the service that has it.
    """
    about, service = chance.choice(subjects)
    basis = chance.choice(BASES)
    sheets = [one.id for one in drawn.others if isinstance(one, Named) and one.role == "client"]
    to = chance.choice(sheets if basis in ("own_look", "own_case") else drawn.names)
    edges = [now] if at_edges else []
    kinds = some(chance, KINDS)
    return Ground(
        basis=basis,
        holder=chance.choice([service, service, *drawn.services]),
        about=about,
        to=to,
        kinds=kinds | LEDGER if basis == "own_look" and chance.random() < 0.7 else kinds,
        level=chance.choice([READ, CONTRIBUTE]),
        starts_at=chance.choice([now - DAY, now - 400 * DAY, now - DAY, now + DAY, *edges]),
        ends_at=chance.choice([None, None, now + DAY, now - MINUTE, *edges]),
    )
