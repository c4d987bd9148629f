from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from spojka.base.keeping import Kept
from spojka.base.models import Record
from spojka.base.prepared import now
from spojka.network.models import Service

from .permissions import Kind, Level, Permission


class Basis(models.TextChoices):
    CONSENT = "consent", _("client's consent")
    DUTY = "duty", _("legal duty")
    DANGER = "danger", _("danger to life")
    PARTICIPATION = "participation", _("participation in shared work")
    OWN_LOOK = "own_look", _("client's look into their own record")
    OWN_CASE = "own_case", _("client's look into a case of theirs")


OF_ALL = (Basis.PARTICIPATION, Basis.OWN_CASE)  # they open rows of all who take part, the others those of the holder
OWN = (Basis.OWN_LOOK, Basis.OWN_CASE)  # to the client alone


class GrantQuerySet(models.QuerySet):
    def current(self, at: Any) -> "GrantQuerySet":
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=at), starts_at__lte=at)

    def opening(self, model: Any, actor: Any, permission: Permission) -> "GrantQuerySet":
        """Grants by which `actor` may now do `permission` to rows of `model`: both kind and level are open."""
        return (
            self.current(now())
            .alias(open=F("kinds").bitand(int(model.tells)))
            .filter(open__gt=0, level__gte=permission.level, grantee_id__in=actor.names)
        )

    def end(self, at: datetime) -> int:
        """Withdraw, with what stands on them, in one update; return how many were still open."""
        these = self.order_by().values("pk")
        ending = Grant.objects.filter(Q(pk__in=these) | Q(stands_on__in=these))
        return ending.filter(Q(ends_at=None) | Q(ends_at__gt=at)).update(ends_at=at)


class Grant(Record):
    """Rows about one subject are open to one grantee. The only home of sharing and of its dates.

    Ids are unique over all tables, so the subject may be a client, a case or a group, and the grantee an
    organisation, one of its services, one membership, a link or a sheet. It opens rows of its holder, the
    service that recorded the ground; participation, and the client's look into their case, open those of all who
    take part. One that stands on another,
    as a question on the consent by which it may be asked, lasts no longer than that one.
    """

    holder = models.ForeignKey(Service, models.PROTECT, related_name="+")
    subject_id = models.UUIDField(db_index=True)
    grantee_id = models.UUIDField(db_index=True)
    kinds = models.PositiveSmallIntegerField()
    level = models.PositiveSmallIntegerField(default=Level.READ)
    basis = models.CharField(max_length=20, choices=Basis)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    stands_on = models.ForeignKey("self", models.PROTECT, related_name="+", null=True, blank=True)

    objects = GrantQuerySet.as_manager()
    kept = Kept(years=5, since="its end")

    class Meta:
        constraints = [
            models.CheckConstraint(name="grant_opens_known_kinds", condition=Q(kinds__gte=1, kinds__lte=sum(Kind))),
            models.CheckConstraint(name="grant_level", condition=Q(level__in=[Level.READ, Level.CONTRIBUTE])),
            models.CheckConstraint(name="grant_basis", condition=Q(basis__in=Basis.values)),
            models.CheckConstraint(  # who knows what is for the client's own look alone
                name="grant_opens_ledger", condition=Q(kinds__lt=Kind.LEDGER) | Q(basis=Basis.OWN_LOOK)
            ),
        ]

    def is_open(self, at: datetime) -> bool:
        """Test what `current` asks, of a grant at hand."""
        return self.starts_at <= at and (self.ends_at is None or at < self.ends_at)

    def __str__(self) -> str:
        return f"{self.get_basis_display()}: {Kind(self.kinds)}"


class BarQuerySet(models.QuerySet):
    def current(self, at: Any) -> Self:
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=at), starts_at__lte=at)

    def end(self, at: datetime) -> int:
        """End them; return how many still stood."""
        return self.filter(Q(ends_at=None) | Q(ends_at__gt=at)).update(ends_at=at)


class Bar(Record):
    """One member, or all who act for one service, is kept apart from one client. The only home of walls.

    It closes every row that leads to the client, whatever opens it: own rows, the house, a grant. `wall_id` names the
    row that says why; it has more than one when the client is known under more than one row.
    """

    wall_id = models.UUIDField(db_index=True)
    subject_id = models.UUIDField(db_index=True)
    kept_out_id = models.UUIDField(db_index=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)

    objects = BarQuerySet.as_manager()
    kept = Kept(years=5, since="its end")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["wall_id", "subject_id"], name="bar_once", condition=Q(ends_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.kept_out_id}: {self.subject_id}"


class Hiding(Record):
    """The address of one client is secret. The only home of it: `secret_id` names the row that says why.

    There is more than one when the client is known under more than one row.
    """

    secret_id = models.UUIDField(db_index=True)
    subject_id = models.UUIDField(db_index=True)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)

    objects = BarQuerySet.as_manager()
    kept = Kept(years=5, since="its end")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["secret_id", "subject_id"], name="hiding_once", condition=Q(ends_at=None)),
        ]

    def __str__(self) -> str:
        return str(self.subject_id)
