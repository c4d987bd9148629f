"""Makers: each returns one valid row and fills in what the test doesn't care about."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.models import Basis, Grant
from spojka.access.permissions import Kind
from spojka.clients.models import Client
from spojka.encounters.models import Encounter, Shift, Side
from spojka.events.models import Event
from spojka.links import doors as links
from spojka.members.actions.invitations import LASTS, PURPOSE
from spojka.members.models import Invitation
from spojka.network.models import Membership, Organisation, Project, Service, Team, User
from spojka.places.models import Place, PlaceKind

number = count(1)
NOON = datetime(2026, 7, 4, 12, tzinfo=UTC)  # a Saturday
SATURDAY = date(2026, 7, 4)
LAST_CENTURY = datetime(1999, 1, 1, 12, tzinfo=UTC)
NEXT_CENTURY = datetime(2100, 1, 1, 12, tzinfo=UTC)


def organisation(**fields) -> Organisation:
    n = next(number)
    return Organisation.objects.create(**{"slug": f"org-{n}", "name": f"Organizace {n}"} | fields)


def service(**fields) -> Service:
    fields["organisation"] = fields.get("organisation") or organisation()
    return Service.objects.create(**{"name": f"Služba {next(number)}", "kind": "nightlife"} | fields)


def team(service: Service, **fields) -> Team:
    return Team.objects.create(service=service, **{"name": f"Tým {next(number)}"} | fields)


def member(*services: Service, role="field_worker", name="Jan Novák", reads_house=False, teams=()) -> Actor:
    membership = Membership.objects.create(
        user=User.objects.create_user(f"user-{next(number)}@example.org", name, "heslo-pro-testy"),
        organisation=services[0].organisation,
        role=role,
        reads_house=reads_house,
        valid_from=date(2020, 1, 1),
    )
    membership.services.set(services)
    membership.teams.set(teams)
    return Actor.member(membership)


def project(*services: Service, **fields) -> Project:
    usual = {"name": f"Projekt {next(number)}", "funder": "Město", "number": f"P-{next(number)}"}
    span = {"valid_from": date(2026, 1, 1), "valid_to": date(2026, 12, 31)}
    made = Project(organisation=services[0].organisation, **usual | span | fields).add()
    made.services.set(services)
    return made


def invitation(*services: Service, token=None, at=None, **fields) -> Invitation:
    """An invitation whose letter left now, to be accepted with `token`."""
    at = at or timezone.now()
    link = links.issue(purpose=PURPOSE, token=token or links.new_token(), at=at, lasts=LASTS)
    usual = {"email": f"invited-{next(number)}@example.org", "name": "Nina Nová", "role": "field_worker"}
    days = {"valid_from": timezone.localdate(at), "sent_at": at, "recorded_by": "gita"}
    house = services[0].organisation
    row = Invitation(organisation=house, link=link, **usual | days | fields).add()
    row.services.set(services)
    return row


def the_service_of(actor: Actor) -> Service:
    return Service.objects.get(pk__in=actor.services)


def client(service: Service, **fields) -> Client:
    return Client(**service.ownership, **{"code": f"K{next(number)}", "recorded_by": "anna"} | fields).add()


def place(service: Service, **fields) -> Place:
    usual = {"name": f"Louka {next(number)}", "kind": PlaceKind.VENUE, "municipality": "Lipovec"}
    return Place(**service.ownership, **usual | fields).add()


def event(service: Service, **fields) -> Event:
    usual = {"name": "Letní tání", "starts_on": SATURDAY, "ends_on": SATURDAY + timedelta(days=1)}
    fields["venue"] = fields.get("venue") or place(service)
    return Event(**service.ownership, **usual | fields).add()


def shift(service: Service, **fields) -> Shift:
    """A shift of Saturday 20:00 to Sunday 3:00 in Prague, running."""
    start = NOON + timedelta(hours=6)
    usual = {
        "setting": "event_zone",
        "day": SATURDAY,
        "planned_start": start,
        "planned_end": start + timedelta(hours=7),
        "started_at": start,
    }
    fields["place"] = fields.get("place") or place(service)
    return Shift(**service.ownership, **usual | fields).add()


def encounter(shift: Shift, **fields) -> Encounter:
    usual = {"side": Side.ANONYMOUS, "occurred_at": shift.start + timedelta(hours=1), "recorded_by": "anna"}
    if "client" in fields:
        usual["side"] = Side.CODE
    return Encounter(**shift.ownership, shift=shift, day=shift.day, **usual | fields).add()


def grant(subject, grantee, holder: Service, **fields) -> Grant:
    usual = {"kinds": Kind.ANYTHING, "basis": Basis.CONSENT, "starts_at": LAST_CENTURY}
    ids = {"subject_id": getattr(subject, "pk", subject), "grantee_id": getattr(grantee, "pk", grantee)}
    return Grant(holder=holder, **ids, **usual | fields).add()
