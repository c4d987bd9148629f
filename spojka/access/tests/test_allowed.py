"""Who may see what, over random worlds: the filter, the plain model and 'why' agree."""

import random

import pytest
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.models import Basis, Grant
from spojka.access.permissions import Level, Permission
from spojka.access.why import why
from spojka.base.ids import new_id
from spojka.clients.models import Client
from spojka.encounters.models import Encounter, Shift
from spojka.events.models import Event
from tests import make, plain

TIMES = [make.LAST_CENTURY, make.NEXT_CENTURY]
MODELS = [Client, Encounter, Shift, Event]
VERBS = [  # of each level, known to few or to many roles
    Permission.CLIENT_VIEW,
    Permission.ENCOUNTER_VIEW,
    Permission.SHIFT_VIEW,
    Permission.ENCOUNTER_RECORD,
    Permission.EVENT_CHANGE,
    Permission.AUDIT_VIEW,
]


def random_actors(chance, services, teams):
    """Return actors of all kinds, some in two services, some narrowed to a team, some reading the house."""
    roles = ["field_worker", "service_head", "partner_professional", "auditor"]
    actors = [make.member(service, role=chance.choice(roles)) for service in services]
    actors += [make.member(*services[:2]), make.member(services[2], reads_house=True)]
    actors += [make.member(team.service, teams=[team]) for team in teams[:2]]
    actors += [make.member(teams[0].service, teams=[teams[0]], reads_house=True)]
    actors += [Actor.link_holder(new_id()), Actor.client(new_id()), Actor.public(new_id())]
    actors += [Actor.day_volunteer(new_id(), services[0])]
    views = frozenset({Permission.CLIENT_VIEW, Permission.ENCOUNTER_VIEW, Permission.ENCOUNTER_RECORD})
    return [*actors, Actor.system("remind", services[1], views)]


def random_rows(chance, services, teams):
    """Make rows of several kinds in random services and teams; return what grants may be about."""

    def owner():
        service = chance.choice(services)
        return service, chance.choice([None, *(team for team in teams if team.service == service)])

    clients, shifts, events = [], [], []
    for _ in range(4):
        service, team = owner()
        clients.append(make.client(service, team=team))
        service, team = owner()
        shifts.append(make.shift(service, team=team))
        service, team = owner()
        events.append(make.event(service, team=team))
    for _ in range(10):
        shift = chance.choice(shifts)
        mine = [None, *(c for c in clients if c.service_id == shift.service_id)]
        client = chance.choice(mine)
        make.encounter(shift, **({"client": client} if client else {}))
    return [*clients, *shifts, *events]


def random_world(chance):
    """Return some actors, in a world of two houses with rows and grants of all sorts."""
    houses = [make.organisation() for _ in range(2)]
    services = [make.service(organisation=house) for house in houses for _ in range(2)]
    teams = [make.team(service) for service in services[:2] for _ in range(2)]
    actors = random_actors(chance, services, teams)
    subjects = random_rows(chance, services, teams)
    grantees = sorted({id for actor in actors for id in actor.names}, key=str)
    for _ in range(20):
        subject = chance.choice(subjects)
        make.grant(
            subject,
            chance.choice(grantees),
            chance.choice([subject.service, subject.service, *services]),
            kinds=chance.randrange(1, 128),
            level=chance.choice([Level.READ, Level.CONTRIBUTE]),
            basis=chance.choice(list(Basis)),
            starts_at=chance.choice([*TIMES, make.LAST_CENTURY]),
            ends_at=chance.choice([None, None, *TIMES]),
        )
    return actors


@pytest.mark.parametrize("seed", range(12))
def test_the_filter_agrees_with_the_plain_model(db, seed):
    actors = random_world(random.Random(seed))
    world = {"grants": list(Grant.objects.all()), "now": timezone.now()}

    for model in MODELS:
        rows = list(model.objects.all())
        for actor in actors:
            for permission in VERBS:
                expected = {row.pk for row in rows if plain.allowed(actor, permission, row, **world)}
                for way in ("allowed", "listed"):
                    seen = getattr(model.objects, way)(actor, permission).values_list("pk", flat=True)
                    assert set(seen) == expected, (way, model, actor, permission)


@pytest.mark.parametrize("seed", range(3))
def test_there_is_a_reason_exactly_when_there_is_a_right(db, seed):
    for actor in random_world(random.Random(seed)):
        for row in [*Encounter.objects.all(), *Client.objects.all()]:
            to = Permission.CLIENT_VIEW if isinstance(row, Client) else Permission.ENCOUNTER_VIEW
            assert bool(why(row, by=actor, to=to)) == actor.can(to, row)


def test_the_worlds_are_not_empty(db):
    """Grants open something in most of them: else the worlds prove nothing."""
    opened, asked = set(), set()
    for seed in range(12):
        actors = random_world(random.Random(seed))
        rows = [row for row in [*Client.objects.all(), *Event.objects.all()] if row not in asked]
        asked |= set(rows)  # those of this world alone: of the others its actors know nothing
        for row in rows:
            to = Permission.CLIENT_VIEW if isinstance(row, Client) else Permission.EVENT_VIEW
            opened |= {reason.basis for actor in actors for reason in why(row, by=actor, to=to)}
            if opened == {None, *Basis}:
                return
    raise AssertionError(opened)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_one_row_is_judged_as_the_list_is(db, seed):
    """Actor.can and `nearest` take a short way for one's own rows; it leads where the filter leads."""
    actors = random_world(random.Random(seed))
    for actor in actors:
        for model in MODELS:
            rows = list(model.objects.all())
            for permission in VERBS:
                seen = set(model.objects.allowed(actor, permission).values_list("pk", flat=True))
                for row in rows:
                    assert actor.can(permission, row) == (row.pk in seen)
                    assert (model.objects.nearest(actor, permission, row.pk) == row) == (row.pk in seen)
