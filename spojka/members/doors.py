"""What the screens of this package read: memberships, and the audit as far as the reader's services go."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet

from spojka.access.actor import Actor
from spojka.access.permissions import ROLE_NAMES, Permission
from spojka.audit import log
from spojka.audit.models import Entry
from spojka.network.models import Membership, Organisation, User

from .demo_people import MOST, PEOPLE, DemoPerson
from .reading import lines_of, without_dead_ends


def houses_of(user: User, on: date) -> list[Organisation]:
    """Return the organisations that `user` works for on the day, by name."""
    return [membership.organisation for membership in _memberships(user, on)]


def work_of(user: User, on: date) -> list[tuple[str, str]]:
    """Return for which organisations, and as what, `user` works on the day."""
    return [(m.organisation.name, str(ROLE_NAMES[m.role])) for m in _memberships(user, on)]


def _memberships(user: User, on: date) -> list[Membership]:
    mine = Membership.objects.valid(on).filter(user=user).select_related("organisation")
    return list(mine.order_by("organisation__name", "pk"))


@dataclass(frozen=True)
class Invented:
    """Somebody one can be in the demonstration."""

    person: DemoPerson
    name: str
    role: str
    house: str


def invented_people(on: date) -> list[Invented]:
    """Return whom one can be, in the order of the table; who works nowhere is left out."""
    known = Membership.objects.valid(on).filter(user__email__in=[person.email for person in PEOPLE])
    by_email = {m.user.email: m for m in known.select_related("user", "organisation").order_by("-pk")}
    there = [(person, by_email[person.email]) for person in PEOPLE if person.email in by_email]
    return [Invented(p, m.user.name, str(ROLE_NAMES[m.role]), m.organisation.name) for p, m in there[:MOST]]


def invented_user(local_part: str, on: date) -> User | None:
    """Return the account of an invented person; nobody else's, whatever was sent."""
    for one in invented_people(on):
        if one.person.local_part == local_part:
            return User.objects.get(email=one.person.email)
    return None


def audited_colleagues(by: Actor) -> QuerySet[Membership]:
    """Members whose readings `by` may see: those of their own services, and of their teams if narrowed to some."""
    colleagues = Membership.objects.allowed(by, Permission.AUDIT_VIEW)
    if by.teams is not None:
        colleagues = colleagues.filter(Q(teams=None) | Q(teams__in=by.teams)).distinct()
    return colleagues


def audited(by: Actor) -> QuerySet[Entry]:
    """Entries that `by` may see: deeds in their services, readings by colleagues of these services.

    A reading carries no service (one page may show rows of several), so its reader decides. Readings by others,
    such as holders of a link, stand at the row itself: see seen.py.
    """
    colleagues = {str(pk) for pk in audited_colleagues(by).values_list("pk", flat=True)}
    deeds = Q(is_reading=False, service_id__in=by.services)
    if by.teams is not None:
        deeds &= Q(actor_id__in=colleagues)
    house = Entry.objects.filter(organisation_id=by.organisation.pk if by.organisation else None)
    return house.filter(deeds | Q(is_reading=True, actor_id__in=colleagues))


DEEDS = frozenset(permission for permission in Permission if not permission.endswith((".view", ".read")))
LINES = 100  # entries of one page before readings are joined


def audit_page(by: Actor, *, narrow: Callable[[QuerySet[Entry]], QuerySet[Entry]] | None, page: Any) -> dict[str, Any]:
    """Return one page of the audit as lines; that it was read is remembered too."""
    entries = audited(by)
    found = Paginator((narrow(entries) if narrow else entries).order_by("-recorded_at", "-pk"), LINES).get_page(page)
    found.object_list = list(found.object_list)
    log.reading(verb=Permission.AUDIT_VIEW, by=by, model=Entry, ids=[entry.pk for entry in found.object_list])
    return {"page": found, "lines": without_dead_ends(lines_of(found.object_list), by)}


@dataclass(frozen=True)
class Colleague:
    """A member as others see them; `services` are only those that the reader works in too."""

    membership: Membership
    role: str
    services: list[str]
    is_valid: bool


def colleagues_of(members: list[Membership], *, by: Actor, on: date) -> list[Colleague]:
    """Return `members` with what they do in the services of `by`."""
    common: dict[Any, list[str]] = defaultdict(list)
    links = Membership.services.through.objects.filter(membership__in=members, service__in=by.services)
    for membership_id, name in links.order_by("service__name", "pk").values_list("membership_id", "service__name"):
        common[membership_id].append(name)
    valid = set(Membership.objects.valid(on).filter(pk__in=[m.pk for m in members]).values_list("pk", flat=True))
    return [Colleague(m, str(ROLE_NAMES[m.role]), common[m.pk], m.pk in valid) for m in members]
