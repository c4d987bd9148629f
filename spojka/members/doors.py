"""What the screens of this package read: memberships, and the audit as far as the reader's services go."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from spojka.access.actor import Actor
from spojka.access.paging import page_of
from spojka.access.permissions import Permission
from spojka.access.roles import ROLE_NAMES
from spojka.audit import log
from spojka.audit.models import Entry
from spojka.base.sorting import by_name
from spojka.network.models import Membership, Organisation, Project, User

from .demo_people import MOST, PEOPLE, DemoPerson
from .models import Invitation
from .reading import lines_of, without_dead_ends


def houses_of(user: User, on: date) -> list[Organisation]:
    """Return the organisations that `user` works for on the day, by name."""
    return [membership.organisation for membership in memberships_of(user, on)]


def work_of(user: User, on: date) -> list[tuple[str, str]]:
    """Return for which organisations, and as what, `user` works on the day."""
    return [(m.organisation.name, str(ROLE_NAMES[m.role])) for m in memberships_of(user, on)]


def memberships_of(user: User, on: date) -> list[Membership]:
    """Return as what `user` may act on the day, by the organisation's name."""
    mine = Membership.objects.valid(on).filter(user=user).select_related("organisation")
    return list(mine.order_by(by_name("organisation__name"), "pk"))


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


HOUSE = ("network.Membership", "members.Invitation", "network.Organisation", "network.Service", "network.Team")


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
    deeds = Q(is_reading=False) & (Q(service_id__in=by.services) | _on_projects(by))
    if by.teams is not None:
        deeds &= Q(actor_id__in=colleagues)
    house = Entry.objects.filter(organisation_id=by.organisation.pk if by.organisation else None)
    return house.filter(deeds | _of_the_house(by) | Q(is_reading=True, actor_id__in=colleagues))


def _on_projects(by: Actor) -> Q:
    """Deeds upon projects, which are of several services: seen by those of each."""
    projects = Project.objects.allowed(by, Permission.AUDIT_VIEW).values("pk")
    return Q(subject_model="network.Project", subject_id__in=projects)


def _of_the_house(by: Actor) -> Q:
    """Deeds upon people, services and teams: who runs the house sees all, others those upon their colleagues."""
    deeds = Q(is_reading=False, subject_model__in=HOUSE)
    if by.runs(Permission.MEMBER_CHANGE):
        return deeds
    invitations = Invitation.objects.allowed(by, Permission.INVITATION_SEND).values_list("pk", flat=True)
    members = audited_colleagues(by).values_list("pk", flat=True)
    return deeds & Q(subject_id__in=[*members, *invitations])


DEEDS = frozenset(permission for permission in Permission if not permission.endswith((".view", ".read")))
LINES = 100  # entries of one page before readings are joined


def audit_page(by: Actor, *, narrow: Callable[[QuerySet[Entry]], QuerySet[Entry]] | None, page: Any) -> dict[str, Any]:
    """Return one page of the audit as lines; that it was read is remembered too."""
    entries = audited(by)
    found = page_of([(narrow(entries) if narrow else entries).order_by("-recorded_at", "-pk")], page, LINES)
    log.reading(verb=Permission.AUDIT_VIEW, by=by, model=Entry, ids=[entry.pk for entry in found.object_list])
    return {"page": found, "lines": without_dead_ends(lines_of(found.object_list), by)}
