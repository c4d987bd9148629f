from collections.abc import Hashable
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import cached_property
from typing import Any, cast
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.timezone import localdate

from spojka.base.ids import id_from
from spojka.network.models import Membership, Organisation, Service, Team, User

from .bars import barred_from, is_unbarred
from .permissions import Permission
from .roles import AT_TABLET, FOR_EVERYBODY, GIVES, PEOPLE, ROLE_NAMES, ROLES, RUNNING, SERVICE

EVERYBODY = UUID("00000000-0000-7000-8000-00000000a11a")  # what a grant calls whoever comes without signing in


class ActorKind(StrEnum):
    MEMBER = "member"
    LINK_HOLDER = "link_holder"
    CLIENT = "client"
    DAY_VOLUNTEER = "day_volunteer"
    PUBLIC = "public"
    SYSTEM = "system"
    TABLET = "tablet"


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Who acts. Built at the edge by one of the constructors; actions get it as `by`."""

    kind: ActorKind
    id: str  # what the audit remembers: the membership, link, sheet, pass, receipt or command
    permissions: frozenset[Permission]
    role: str = ""
    services: frozenset[UUID] = frozenset()  # acts on their rows
    teams: frozenset[UUID] | None = None  # None: not narrowed
    names: frozenset[UUID] = frozenset()  # what a grant may call the actor
    barred: frozenset[UUID] = frozenset()  # kept apart from these, on whatever ground
    organisation: Organisation | None = None
    user: User | None = None
    tablet: UUID | None = None  # the shared tablet somebody acts at

    @cached_property
    def own(self) -> dict[UUID, str]:
        """The ids that are nobody else's: of the membership, and of the person."""
        ids = {one: "membership" for one in self.memberships}
        return ids | ({self.user.pk: "person"} if ids and self.user else {})

    @cached_property
    def facts(self) -> tuple[Hashable, ...]:
        """All that rights can depend on, to be compared, but one's own ids: colleagues of one role have the same."""
        told = {one.name: getattr(self, one.name) for one in fields(self)}
        told |= {"names": frozenset(self.own.get(one, one) for one in self.names)}
        if self.own:
            told |= {"id": "membership", "user": self.user is not None}
        return tuple(one.pk if isinstance(one, models.Model) else one for one in told.values())

    @classmethod
    def member(cls, membership: Membership) -> "Actor":
        """A worker, for the organisation that stands in the URL."""
        house = membership.organisation
        # the database does not know that a membership's services are its organisation's, so it is asked for here
        works, today = dict(membership.services.filter(organisation=house).values_list("pk", "ends_on")), localdate()
        services = frozenset(works)
        running = {id for id, ends_on in works.items() if ends_on is None or ends_on >= today}
        teams = frozenset(Team.objects.filter(memberships=membership).values_list("pk", flat=True))
        extra = {Permission.HOUSE_READ} if membership.reads_house else set()
        may = ROLES[membership.role] | extra
        if teams and Permission.HOUSE_RUN not in may:
            may -= SERVICE
        return cls(
            kind=ActorKind.MEMBER,
            id=str(membership.pk),
            permissions=may,
            role=membership.role,
            services=services,
            teams=teams or None,
            names=frozenset({*running, house.pk, membership.pk}),  # what was opened to a closed service reaches nobody
            barred=barred_from(services | {membership.pk}),
            organisation=house,
            user=membership.user,
        )

    @classmethod
    def at_tablet(cls, membership: Membership, service: Service, tablet: UUID) -> "Actor":
        """A worker at a tablet that the crew of a shift shares: that service's rows alone, and no grant reaches it."""
        worker = cls.member(membership)
        return replace(
            worker,
            permissions=worker.permissions & AT_TABLET,
            services=worker.services & {service.pk},
            names=frozenset(),
            tablet=tablet,
        )

    @classmethod
    def shared_tablet(cls, tablet: UUID, service: Service) -> "Actor":
        """A tablet of a shift while nobody has taken it over."""
        nobody = cls._for_service(ActorKind.TABLET, str(tablet), service, ROLES["tablet"])
        return replace(nobody, tablet=tablet)

    @classmethod
    def day_volunteer(cls, pass_id: UUID, service: Service) -> "Actor":
        """Helps one service for one day; what others granted to the service stays closed."""
        return cls._for_service(ActorKind.DAY_VOLUNTEER, str(pass_id), service, ROLES["day_volunteer"])

    @classmethod
    def system(cls, command: str, service: Service, permissions: frozenset[Permission]) -> "Actor":
        """A timer or command. It goes service by service, so it can't mix the rows of two."""
        return cls._for_service(ActorKind.SYSTEM, command, service, permissions)

    @classmethod
    def link_holder(cls, link_id: UUID, house: Organisation | None = None) -> "Actor":
        """Anyone with an expiring link: sees what grants to the link open. `house` gave the link."""
        return replace(cls._named(ActorKind.LINK_HOLDER, link_id), organisation=house)

    @classmethod
    def client(cls, sheet_id: UUID) -> "Actor":
        """A client with an access sheet: sees what grants to the sheet open."""
        return cls._named(ActorKind.CLIENT, sheet_id)

    @classmethod
    def public(cls, receipt_id: UUID) -> "Actor":
        """Anyone with a receipt code. Nothing of the person is known or kept, a network address least of all."""
        return cls._named(ActorKind.PUBLIC, receipt_id)

    @classmethod
    def anybody(cls) -> "Actor":
        """Anyone who opens a public page: sees what grants to everybody open. Nothing of the person is known."""
        return replace(cls._named(ActorKind.PUBLIC, EVERYBODY), permissions=FOR_EVERYBODY)

    @classmethod
    def _named(cls, kind: ActorKind, id: UUID) -> "Actor":
        return cls(kind=kind, id=str(id), permissions=ROLES[kind], role=kind, names=frozenset({id}))

    @classmethod
    def _for_service(cls, kind: ActorKind, id: str, service: Service, permissions: frozenset[Permission]) -> "Actor":
        return cls(
            kind=kind,
            id=id,
            permissions=permissions,
            role=kind,
            services=frozenset({service.pk}),
            barred=barred_from([service.pk]),
            organisation=service.organisation,
        )

    @property
    def memberships(self) -> list[UUID]:
        """The membership that acts; nothing when it is no worker's deed."""
        id = id_from(self.id)
        return [id] if id else []

    @property
    def role_name(self) -> str:
        return str(ROLE_NAMES[self.role])

    @property
    def gives(self) -> frozenset[str]:
        """The roles that one may give to others."""
        return GIVES.get(self.role, frozenset())

    def runs(self, permission: Permission) -> bool:
        """Test whether `permission` reaches the people and services of the whole organisation."""
        return Permission.HOUSE_RUN in self.permissions and permission in RUNNING

    def leads(self, permission: Permission) -> bool:
        """Test whether `permission` needs that one leads all the work of a colleague, not just a part of it."""
        return permission in PEOPLE

    def may(self, permission: Permission) -> bool:
        """Test whether the role knows the verb at all: for menus, never instead of can()."""
        return permission in self.permissions

    def can(self, permission: Permission, row: models.Model) -> bool:
        """Test one row with the very filter that lists use, so the two can't differ.

        Of a row at hand the usual ground, one's own service, needs no query; a test holds it to the filter.
        """
        own = getattr(row, "is_own_of", None)
        if own is not None and permission in self.permissions and own(self) and is_unbarred(row, self.barred):
            return True
        rows = cast(Any, type(row)).objects.allowed(self, permission)
        return bool(rows.filter(pk=row.pk).exists())

    def require(self, permission: Permission, row: models.Model) -> None:
        """Raise PermissionDenied, which is shown as 404, unless can()."""
        if not self.can(permission, row):
            raise PermissionDenied(permission)
