from functools import reduce
from operator import or_
from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from spojka.base.errors import Refusal
from spojka.base.models import Record, following
from spojka.network.models import Organisation, Service, Team

from .actor import Actor
from .bars import unbarred
from .models import Basis, Grant
from .permissions import Kind, Level, Permission


class Repeated(Exception):
    """The row that an action is asked to make exists: a second sending of the same. @action returns it."""

    def __init__(self, row: Record):
        super().__init__()
        self.row = row


class Changed(Refusal):
    """The first sending of this row was saved, but it said something else."""

    def __init__(self, row: "Owned"):
        super().__init__(_("This was saved before, but then it said something else."))
        self.row = row


class SameHouse(models.BaseConstraint):
    """A composite foreign key: the service of a row is one of its organisation's."""

    def __eq__(self, other: object) -> bool:
        """Constraints of one name are one, or `makemigrations` would find a change each time."""
        return isinstance(other, SameHouse) and self.name == other.name

    def _clause(self, schema_editor: Any) -> str:
        quote = schema_editor.quote_name
        return (
            f"FOREIGN KEY ({quote('service_id')}, {quote('organisation_id')}) "
            f"REFERENCES {quote(Service._meta.db_table)} ({quote('id')}, {quote('organisation_id')}) "
            "DEFERRABLE INITIALLY DEFERRED"
        )

    def constraint_sql(self, model: Any, schema_editor: Any) -> str:
        return f"CONSTRAINT {schema_editor.quote_name(self.name)} {self._clause(schema_editor)}"

    def create_sql(self, model: Any, schema_editor: Any) -> str:
        table = schema_editor.quote_name(model._meta.db_table)
        return f"ALTER TABLE {table} ADD {self.constraint_sql(model, schema_editor)}"

    def remove_sql(self, model: Any, schema_editor: Any) -> str:
        quote = schema_editor.quote_name
        return f"ALTER TABLE {quote(model._meta.db_table)} DROP CONSTRAINT {quote(self.name)}"

    def validate(self, model: Any, instance: Any, exclude: Any = None, using: str = "default") -> None:
        """The database alone keeps it: no worker can cause it, only a fault of ours."""


def own_rows(model: type["Owned"], actor: Actor) -> Q:
    """Rows of the services `actor` works in, and of its teams if it is narrowed to some; none behind a wall."""
    own = Q(service__in=actor.services) & unbarred(model, actor.barred)
    return own if actor.teams is None else own & (Q(team=None) | Q(team__in=actor.teams))


def grounds(model: type["Owned"], actor: Actor, permission: Permission) -> dict[str, Q]:
    """Each ground on which `actor` may do `permission`, with the rows of `model` it opens. There is no other."""
    if permission not in actor.permissions:
        return {}
    opened, open_here = {"own": own_rows(model, actor)}, model.shared & unbarred(model, actor.barred)
    if permission.level == Level.READ and Permission.HOUSE_READ in actor.permissions:
        opened["house"] = Q(organisation=actor.organisation) & open_here
    if permission.level != Level.OWN and actor.names:
        about = Grant.objects.opening(model, actor, permission).filter(subject_id=OuterRef(model.subject))
        theirs = Q(basis=Basis.PARTICIPATION) | Q(holder_id=OuterRef("service_id"))
        opened["grant"] = Q(Exists(about.filter(theirs))) & open_here
    return opened


def granted_rows(model: type["Owned"], actor: Actor, permission: Permission) -> Q:
    """What grants open, named row by row: the ground "grant" of grounds() without its sub-query; empty if nothing."""
    found: dict[UUID | None, list[UUID]] = {}
    opening = Grant.objects.opening(model, actor, permission).order_by("pk")
    for subject, holder, basis in opening.values_list("subject_id", "holder_id", "basis"):
        found.setdefault(None if basis == Basis.PARTICIPATION else holder, []).append(subject)
    rows, open_here = Q(), model.shared & unbarred(model, actor.barred)
    for holder_id, subjects in found.items():
        of_holder = Q() if holder_id is None else Q(service=holder_id)
        rows |= Q(**{f"{model.subject}__in": subjects}) & of_holder & open_here
    return rows


class OwnedQuerySet(models.QuerySet[Any]):
    def update(self, **fields: Any) -> int:
        """Update rows at once. A column made of others is not made anew here, so it must be given along."""
        if left := set(following(self.model, fields)) - set(fields):
            raise TypeError(f"{', '.join(sorted(left))} is made of what changes: give it along, or change row by row.")
        return super().update(**fields)

    def allowed(self, actor: Actor, permission: Permission) -> Self:
        """Rows on which `actor` may do `permission`. Lists, single rows and actions all ask here."""
        opened = grounds(self.model, actor, permission).values()
        return self.filter(reduce(or_, opened)) if opened else self.none()

    def listed(self, actor: Actor, permission: Permission) -> Self:
        """Return the rows of allowed(), asked for so that an index gives them in order.

        The house holds one's own services, and what grants open is looked up first: mostly nothing. Several services
        have no order together, their house has: naming it opens no other row (a service is of one house).
        """
        opened = grounds(self.model, actor, permission)
        if "own" in opened and len(actor.services) > 1:
            opened["own"] &= Q(organisation=actor.organisation)
        if "house" in opened and self.model.shared == Q():
            opened.pop("own", None)
        if opened.pop("grant", None) is not None:
            granted = granted_rows(self.model, actor, permission)
            opened |= {"grant": granted} if granted else {}
        return self.filter(reduce(or_, opened.values())) if opened else self.none()

    def nearest(self, actor: Actor, permission: Permission, pk: Any) -> Any:
        """Return the one row that `actor` may do `permission` with, or None. Own rows are asked for first.

        It is allowed() in two steps: what grants open costs a sub-query that one's own rows don't need.
        """
        if permission not in actor.permissions:
            return None
        own = self.filter(own_rows(self.model, actor), pk=pk).first()
        return own or self.allowed(actor, permission).filter(pk=pk).first()

    def stop_if_known(self, id: UUID, service: Service, **same: object) -> None:
        """Raise Repeated when the service has the row already, Refusal when the id is taken elsewhere.

        `same` names columns that a true repeat has alike; if they differ, something else was sent: Changed.
        """
        if not self.filter(pk=id).exists():  # nearly always, and asked cheaply
            return
        known = self.get(pk=id)
        if known.service_id != service.pk:
            raise Refusal(_("This record can't be saved under its number. Please write it once more."))
        if any(getattr(known, name) != value for name, value in same.items()):
            raise Changed(known)
        raise Repeated(known)


class Owned(Record):
    """A row of one service of one organisation. Both are columns, never behind a path.

    They have no index of their own, each costs every write; a model that is listed declares the one it needs.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    service = models.ForeignKey(Service, models.PROTECT, related_name="+", db_index=False)
    team = models.ForeignKey(Team, models.PROTECT, related_name="+", null=True, blank=True, db_index=False)

    objects = OwnedQuerySet.as_manager()

    tells: ClassVar[Kind]  # what a grant must open
    subject: ClassVar[str] = "id"  # the column that a grant names
    shared: ClassVar[Q] = Q()  # rows that may leave the service at all
    walled: ClassVar[bool] = False  # some people may be kept apart from one, see bars

    class Meta:
        abstract = True
        constraints = [SameHouse(name="%(class)s_same_house")]

    def is_own_of(self, actor: Actor) -> bool:
        """Test the ground "own" of grounds() on this row as it was read."""
        in_team = actor.teams is None or self.team_id is None or self.team_id in actor.teams
        return self.service_id in actor.services and in_team

    @property
    def ownership(self) -> dict[str, UUID | None]:
        """The columns of another row of the same owner."""
        return {"organisation_id": self.organisation_id, "service_id": self.service_id, "team_id": self.team_id}
