from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, ClassVar, Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.base.errors import Refusal, WrittenMeanwhile
from spojka.base.models import Record, following
from spojka.network.models import Organisation, Service, Team

from .actor import Actor
from .bars import unbarred
from .models import OF_ALL, OWN, Grant
from .opened import Opened
from .permissions import Kind, Level, Permission
from .whereabouts import untold


class Repeated(Exception):
    """The row that an action is asked to make exists: a second sending of the same. @action returns it."""

    def __init__(self, row: Record):
        super().__init__()
        self.row = row


class Changed(Refusal):
    """The first sending of this row was saved, but it said something else."""

    code = "changed"

    def __init__(self, row: "Owned"):
        said = _(
            "This was saved before, but it said something else. See what stands there; leave here what is missing."
        )
        super().__init__(said)
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


def grounds(model: type["Owned"], actor: Actor, permission: Permission, *, with_grants: bool = True) -> dict[str, Q]:
    """Each ground on which `actor` may do `permission`, with the rows of `model` it opens. There is no other."""
    if permission not in actor.permissions:
        return {}
    opened, open_here = {"own": own_rows(model, actor)}, model.shared & unbarred(model, actor.barred)
    told = untold(model)
    if permission.level == Level.READ and Permission.HOUSE_READ in actor.permissions:
        opened["house"] = Q(organisation=actor.organisation) & open_here & told
    if with_grants and permission.level != Level.OWN and actor.names:
        to_all = told | Q(Opened(model, actor, permission, only_own=True)) if told else told
        opened["grant"] = Q(Opened(model, actor, permission)) & open_here & to_all
    return opened


@dataclass(frozen=True)
class Openings:
    """The grants to one actor about some subjects, looked up once for all that one page asks about these subjects.

    It is made for one answer and never kept: what a grant opened is closed in the next one.
    """

    grants: tuple[tuple[UUID, UUID, str, int, int], ...]  # subject, holder, basis, kinds, level

    @classmethod
    def among(cls, actor: Actor, subjects: Q) -> "Openings":
        """Look up the grants whose `subject_id` fits; rows about other subjects are not opened by them."""
        found = Grant.objects.current(timezone.now()).filter(subjects, grantee_id__in=actor.names).order_by("pk")
        return cls(tuple(found.values_list("subject_id", "holder_id", "basis", "kinds", "level")))

    def of(self, model: type["Owned"], permission: Permission) -> list[tuple[UUID, UUID, str, int]]:
        """Return those that GrantQuerySet.opening would."""
        tells = int(model.tells)
        return [one[:4] for one in self.grants if one[3] & tells and one[4] >= permission.level]


def granted_rows(model: type["Owned"], actor: Actor, permission: Permission, among: Openings | None = None) -> Q:
    """What grants open, named row by row: the ground "grant" of grounds() without its sub-query; empty if nothing."""
    found: dict[tuple[UUID | None, bool, int], list[UUID]] = {}
    current = _openings(model, actor, permission) if among is None else among.of(model, permission)
    for subject, holder, basis, kinds in current:
        owner = None if basis in OF_ALL else holder
        found.setdefault((owner, basis in OWN, kinds if model.tells_in else 0), []).append(subject)
    rows, open_here, told = Q(), model.shared & unbarred(model, actor.barred), untold(model)
    for (holder_id, is_own_look, kinds), subjects in found.items():
        of_holder = Q() if holder_id is None else Q(service=holder_id)
        of_holder &= Q(**{f"{model.tells_in}__in": list(Kind(kinds))}) if model.tells_in else Q()
        of_holder &= Q() if is_own_look else told
        rows |= Q(**{f"{model.subject}__in": subjects}) & of_holder & open_here
    return rows


def _openings(model: type["Owned"], actor: Actor, permission: Permission) -> Any:
    columns = ("subject_id", "holder_id", "basis", "kinds")
    return Grant.objects.opening(model, actor, permission).order_by("pk").values_list(*columns)


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

    def listed(self, actor: Actor, permission: Permission, among: Openings | None = None) -> Self:
        """Return the rows of allowed(), asked for so that an index gives them in order.

        The house holds one's own services, and what grants open is looked up first: mostly nothing. Several services
        have no order together, their house has: naming it opens no other row (a service is of one house).
        `among` are the grants about the only subjects that are asked for, if they were looked up.
        """
        opened = self._opened(actor, permission, among)
        return self.filter(reduce(or_, opened.values())) if opened else self.none()

    def apart(self, actor: Actor, permission: Permission, near: Q | None = None) -> list[Self]:
        """Return the rows of listed() in one or two parts without a common row: what only grants open is the second.

        Each has an index that gives it in order; both together have none. Rows with a listed() of their own are one.
        `near` narrows the first part to where all that is asked for lies, if somebody knows it.
        """
        if type(self).listed is not OwnedQuerySet.listed:
            return [self.listed(actor, permission)]
        opened = self._opened(actor, permission)
        granted = opened.pop("grant", None)
        parts = [self.filter(reduce(or_, opened.values()), near or Q())] if opened else []
        if granted is not None:
            only = self.filter(granted)
            parts.append(only.exclude(reduce(or_, opened.values())) if opened else only)
        return parts or [self.none()]

    def _opened(self, actor: Actor, permission: Permission, among: Openings | None = None) -> dict[str, Q]:
        opened = grounds(self.model, actor, permission, with_grants=among is None)
        if among is not None and permission in actor.permissions and permission.level != Level.OWN:
            opened["grant"] = Q()  # replaced below by what was looked up
        if "own" in opened and len(actor.services) > 1:
            opened["own"] &= Q(organisation=actor.organisation)
        if "house" in opened and self.model.shared == Q():
            own, told = opened.pop("own"), untold(self.model)
            if told:  # of one's own, also what is told to nobody else
                of_house = Q(organisation=actor.organisation) & unbarred(self.model, actor.barred)
                opened["house"] = of_house & (told | own)
        if opened.pop("grant", None) is not None:
            granted = granted_rows(self.model, actor, permission, among)
            opened |= {"grant": granted} if granted else {}
        return opened

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
    tells_in: ClassVar[str] = ""  # where rows differ, the column that says which one of these this row tells
    subject: ClassVar[str] = "id"  # the column that a grant names
    shared: ClassVar[Q] = Q()  # rows that may leave the service at all
    walled: ClassVar[bool] = False  # some people may be kept apart from one, see bars
    held_for_walled: ClassVar[tuple[str, ...]] = ()  # columns with the id, no key, of what may be walled off
    whereabouts: ClassVar[bool] = False  # somewhere people can be met, see whereabouts
    says_where: ClassVar[bool] = False  # its words may say where its subject lives: closed while that is secret
    handed_over: ClassVar[bool] = False  # its owner may become another one who takes part in it

    class Meta:
        abstract = True
        constraints = [SameHouse(name="%(class)s_same_house")]

    def stop_if_changed(self, read: Self, names: Iterable[str]) -> None:
        """Stop whoever changes this row, which they hold, if it is another one than they read.

        Raises WrittenMeanwhile.
        """
        if any(getattr(self, name) != getattr(read, name) for name in names):
            raise WrittenMeanwhile(_("A colleague changed it meanwhile. Join both, then save again."))

    def is_own_of(self, actor: Actor) -> bool:
        """Test the ground "own" of grounds() on this row as it was read."""
        in_team = actor.teams is None or self.team_id is None or self.team_id in actor.teams
        return self.service_id in actor.services and in_team

    @property
    def kind_told(self) -> Kind:
        """What this very row tells."""
        return Kind(getattr(self, self.tells_in)) if self.tells_in else self.tells

    @property
    def ownership(self) -> dict[str, UUID | None]:
        """The columns of another row of the same owner."""
        return {"organisation_id": self.organisation_id, "service_id": self.service_id, "team_id": self.team_id}
