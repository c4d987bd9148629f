"""A plain world put into the database, through the real actions where they decide; and its rows told back plainly."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from unittest import mock
from uuid import UUID

from django.utils import timezone

from spojka.access.actor import EVERYBODY as ANYONE
from spojka.access.actor import Actor
from spojka.access.fence import fenced_models
from spojka.access.models import Grant
from spojka.access.permissions import Kind, Permission
from spojka.access.roles import AT_TABLET, FOR_EVERYBODY, MEMBER_ROLES, ROLES, SERVICE
from spojka.base.ids import new_id
from spojka.clients.actions import agreements, joining
from spojka.clients.models import Agreement, Client
from spojka.consents.actions import consents
from spojka.consents.content import Said, Signed, Whom
from spojka.consents.models import ConsentScan
from spojka.network.models import Membership, Organisation, Service, Team, User
from spojka.walls import hiding, standing
from spojka.walls.models import SecretAddress, Wall

from . import model, worlds
from .rows import NAMES, Maker, told

KINDS = {name: kind for kind, name in NAMES.items()}
VERBS = {verb.value: verb for verb in Permission}


@dataclass
class Built:
    """A world, plain and in the database: `records` by the name of their model, `actors` as the edge makes them."""

    world: model.World
    people: worlds.People
    records: dict[str, list[model.Record]]
    actors: dict[Any, Actor | None]


def built(chance, now, *, many=10, grounds=30, at_edges=True, only=None) -> Built:
    """Draw a world and put it into the database. The clock must stand at `now` (see `frozen`)."""
    drawn = worlds.people(chance, now, sorted(MEMBER_ROLES))
    put_people(drawn)
    owners = [(service, None) for service in Service.objects.filter(pk__in=drawn.services).order_by("pk")]
    owners += [(team.service, team) for team in Team.objects.filter(pk__in=drawn.teams).order_by("pk")]
    clients = put_clients(drawn)
    maker = Maker(chance, owners, clients, list(Membership.objects.order_by("pk")))
    maker.make_all(many, only)
    said = put_consents(chance, drawn, now, clients)
    rows = [row for found in maker.made.values() for row in found]
    others = put_grounds(chance, drawn, now, clients, rows, grounds, at_edges)
    walls = put_walls(chance, drawn, now, clients)
    hidden = put_hidden(drawn, now, clients)
    merged = merge_some(chance, drawn, now, clients)
    said = [replace(one, client=merged.get(one.client, one.client)) for one in said]
    records = {one._meta.label: told(one) for one in fenced_models()}
    walls += [replace(one, client=merged[one.client]) for one in walls if one.client in merged]
    hidden += [replace(one, client=merged[one.client]) for one in hidden if one.client in merged]
    world = plain_world(drawn, now, others, said, (tuple(walls), tuple(hidden)))
    return Built(world, drawn, records, {one: actor_of(one, now) for one in drawn.actors})


def plain_world(drawn, now, grounds, said, closing) -> model.World:
    """Tell the table of roles and verbs as data: the rules themselves the model has of its own."""
    return model.World(
        now=now,
        levels={verb.value: int(verb.level) for verb in Permission},
        roles={role: plain(verbs) for role, verbs in ROLES.items()},
        reading_house=Permission.HOUSE_READ.value,
        at_tablet=plain(AT_TABLET),
        for_everybody=plain(FOR_EVERYBODY),
        house_of=drawn.house_of,
        grounds=grounds,
        consents=said,
        walls=closing[0],
        hidden=closing[1],
        closed=frozenset(id for id, ends in drawn.ends.items() if ends and ends < timezone.localdate(now)),
        narrowed_lose=plain(SERVICE),
        run_house=Permission.HOUSE_RUN.value,
    )


def plain(verbs) -> frozenset:
    return frozenset(verb.value for verb in verbs)


def frozen(now):
    """Let the clock stand: what is open and what is not may be decided by one moment."""
    return mock.patch.object(timezone, "now", return_value=now)


def put_people(drawn) -> None:
    """Write houses, services, teams, users and memberships in few statements."""
    Organisation.objects.bulk_create(
        [Organisation(pk=id, slug=id, name=id, hears_warnings=True) for id in drawn.houses]
    )
    services = [
        Service(pk=id, organisation_id=house, name=id, ends_on=drawn.ends[id]) for id, house in drawn.house_of.items()
    ]
    Service.objects.bulk_create(services)
    Team.objects.bulk_create([Team(pk=id, service_id=service, name=id) for id, service in drawn.teams.items()])
    users = {
        one.id: User(email=f"{one.id}@example.org", name="Jan Novák", is_active=one.may_sign_in)
        for one in drawn.members
    }
    User.objects.bulk_create(users.values())
    Membership.objects.bulk_create(
        Membership(
            pk=one.id,
            user=users[one.id],
            organisation_id=one.house,
            role=one.role,
            reads_house=one.reads_house,
            valid_from=max(one.begins, date(2020, 1, 1)),
            valid_to=one.last_day,
            ended_at=one.ended_at,
        )
        for one in drawn.members
    )
    services_of, teams_of = Membership.services.through, Membership.teams.through
    services_of.objects.bulk_create(
        services_of(membership_id=one.id, service_id=id) for one in drawn.members for id in sorted(one.services)
    )
    teams_of.objects.bulk_create(
        teams_of(membership_id=one.id, team_id=id) for one in drawn.members for id in sorted(one.teams)
    )


def put_clients(drawn) -> list[Client]:
    clients = [
        Client(
            pk=UUID(id),
            organisation_id=UUID(drawn.house_of[service]),
            service_id=UUID(service),
            team_id=team and UUID(team),
            code=f"K{id[:8]}",
            recorded_by="anna",
        )
        for id, (service, team) in drawn.clients.items()
    ]
    Client.objects.bulk_create(clients)
    said = {"form": "signed", "version": "1", "given_on": date(2020, 1, 1), "taken_by": "x", "recorded_by": "x"}
    Agreement.objects.bulk_create(Agreement(**one.ownership, client=one, **said) for one in clients)
    return list(Client.objects.filter(pk__in=drawn.clients).select_related("service", "team").order_by("pk"))


def put_consents(chance, drawn, now, clients) -> list[model.Consent]:
    """Give, narrow and withdraw consents by the real actions; let some base statements fall."""
    ids = [str(one.pk) for one in clients]
    said = worlds.consents(chance, drawn, now, ids)
    fallen = {id for id in ids if chance.random() < 0.15}
    keepers = {service: member_of(one, now) for service, one in drawn.keepers.items()}
    for one in said:
        give(one, drawn, keepers[one.holder])
    for row in Agreement.objects.filter(client__in=fallen).order_by("pk"):
        by, today = keepers[str(row.service_id)], timezone.localdate(now)
        agreements.withdraw(by=by, agreement=row, on=today, how="řekl to", today=today)
    return [replace(one, statement_ended_at=now) if one.client in fallen else one for one in said]


def give(one: model.Consent, drawn, by) -> None:
    said = Said(
        kinds=kinds_of(one.recipients and frozenset().union(*(each.kinds for each in one.recipients))),
        way="paper",
        given_on=one.given_on,
        taken_by=by.id,
        recipients=tuple(whom(each, drawn) for each in one.recipients),
        signers=tuple(Signed(role=role, word=word) for role, word in one.said),
        other="podle papíru",
        ends_on=one.last_day,
        of_age_on=one.of_age_on,
        child_assent="unasked" if one.of_age_on else "",
    )
    client = Client.objects.get(pk=one.client)
    row = consents.give(by=by, id=new_id(), client=client, said=said, at=one.written_at)
    for each, recipient in zip(one.recipients, row.recipients.order_by("place_in_order"), strict=True):
        if each.ended_at:
            consents.withdraw_from(by=by, recipient=recipient, how="řekla to", at=each.ended_at)
    ConsentScan(**row.ownership, consent=row, kind="pdf", size=1, added_by=by.id).add()
    if one.withdrawn_at:
        consents.withdraw(by=by, consent=row, how="řekla to", at=one.withdrawn_at)


def whom(one: model.Recipient, drawn) -> Whom:
    """Name a recipient as the form does: the house, in it perhaps a service and who answers for it."""
    worker = next((each for each in drawn.members if each.id == one.to), None)
    house = worker.house if worker else drawn.house_of.get(one.to, one.to)
    said = {"institution": "Jinde", "house": Organisation.objects.get(pk=house), "kinds": kinds_of(one.kinds)}
    if worker:
        said["worker"] = Membership.objects.get(pk=one.to)
    if one.to in drawn.house_of:
        said["centre"] = Service.objects.get(pk=one.to)
    return Whom(**said)


def kinds_of(names) -> Kind:
    return Kind(sum(KINDS[name] for name in names))


def put_grounds(chance, drawn, now, clients, rows, many, at_edges) -> list[model.Ground]:
    """Write duties, dangers, participations and own looks: mostly about clients."""
    of_clients = [(str(one.pk), str(one.service_id)) for one in clients]
    of_others = [(str(one.pk), str(one.service_id)) for one in rows if type(one).subject == "id"]
    of_others += [(one, one) for one in drawn.services]
    subjects = [of_clients] * 3 + [of_others]
    drawn_ones = [worlds.ground(chance, drawn, now, chance.choice(subjects), at_edges) for _ in range(many)]
    Grant.objects.bulk_create(
        Grant(
            holder_id=one.holder,
            subject_id=one.about,
            grantee_id=uuid_of(one.to),
            kinds=kinds_of(one.kinds),
            level=one.level,
            basis=one.basis,
            starts_at=one.starts_at,
            ends_at=one.ends_at,
        )
        for one in drawn_ones
    )
    return drawn_ones


def put_walls(chance, drawn, now, clients) -> list[model.Wall]:
    """Keep some apart from clients."""
    owner = {str(one.pk): one for one in clients}
    found = list(worlds.walls(chance, drawn, now, sorted(owner)))
    for one in found:
        column = "centre_id" if one.kept_out in drawn.house_of else "worker_id"
        about = {"client": owner[one.client], "why": "x", "raised_by": "x", column: UUID(one.kept_out)}
        wall = Wall(**owner[one.client].ownership, **about, ends_at=one.ends_at)
        standing.stand(wall, one.starts_at)
    return found


def put_hidden(drawn, now, clients) -> list[model.Hidden]:
    """Make the addresses of some clients secret."""
    owner = {str(one.pk): one for one in clients}
    found = list(worlds.hidden(drawn, now))
    for one in found:
        client = owner[one.client]
        row = SecretAddress(**client.ownership, client=client, why="x", hidden_by="x").add()
        hiding.stand(row, one.starts_at, one.ends_at)
    return found


def merge_some(chance, drawn, now, clients) -> dict[str, str]:
    """Say of some clients that they are one person; return who was merged into whom."""
    merged = {}
    for service in drawn.services:
        found = [one for one in clients if str(one.service_id) == service]
        if len(found) > 1 and chance.random() < 0.5:
            keeper = member_of(drawn.keepers[service], now)
            by = replace(keeper, permissions=ROLES["key_worker"], barred=frozenset())
            about = {"client": found[0], "other": found[1], "reason": "táž osoba", "at": now - timedelta(minutes=1)}
            joining.merge(by=by, id=new_id(), **about, knows_sharing=True)
            merged[str(found[1].pk)] = str(found[0].pk)
    return merged


def uuid_of(name: str) -> UUID:
    return ANYONE if name == model.EVERYBODY else UUID(name)


def member_of(one: model.Member, now) -> Actor | None:
    """Return a member as the edge makes one with each request; None: signed out, or a stranger here."""
    valid = Membership.objects.valid(timezone.localdate(now)).select_related("organisation", "user")
    row = valid.filter(pk=one.id).first()
    return Actor.member(row) if row else None


def actor_of(one: Any, now) -> Actor | None:
    if isinstance(one, model.Member):
        return member_of(one, now)
    if isinstance(one, model.AtTablet):
        valid = member_of(one.member, now)
        member = Membership.objects.select_related("organisation", "user").get(pk=one.member.id)
        return valid and Actor.at_tablet(member, Service.objects.get(pk=one.service), new_id())
    if isinstance(one, model.ForService):
        service = Service.objects.select_related("organisation").get(pk=one.service)
        if one.role == "tablet":
            return Actor.shared_tablet(UUID(one.id), service)
        if one.role == "day_volunteer":
            return Actor.day_volunteer(UUID(one.id), service)
        return Actor.system(one.id, service, frozenset(VERBS[verb] for verb in one.verbs))
    if one.id == model.EVERYBODY:
        return Actor.anybody()
    make = {"link_holder": Actor.link_holder, "client": Actor.client, "public": Actor.public}[one.role]
    return make(UUID(one.id))
