from functools import cache
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from spojka.access.actor import Actor, ActorKind
from spojka.access.owned import Openings, Owned, OwnedQuerySet
from spojka.access.permissions import Level, Permission


class HeldQuerySet(OwnedQuerySet):
    """Rows of meetings: what one is held for may ask for a permission more than meetings do, as a case does.

    Whoever has a link comes to the one meeting to which it leads.
    """

    def allowed(self, actor: Actor, permission: Permission) -> Self:
        return super().allowed(actor, permission).filter(open_to(self.model, actor))

    def listed(self, actor: Actor, permission: Permission, among: Openings | None = None) -> Self:
        return super().listed(actor, permission, among).filter(open_to(self.model, actor))

    def nearest(self, actor: Actor, permission: Permission, pk: Any) -> Any:
        return OwnedQuerySet.nearest(self.filter(open_to(self.model, actor)), actor, permission, pk)


class Held(Owned):
    """A row of a meeting or series. `asks` leads to the permission that what it is held for asks for, too."""

    objects = HeldQuerySet.as_manager()  # type: ignore[misc]
    asks: ClassVar[str]

    class Meta(Owned.Meta):
        abstract = True

    def is_own_of(self, actor: Actor) -> bool:
        """Test the same of a row at hand; one that does not know it by itself is asked for anew."""
        needs = getattr(self, "needs", None)
        return needs is not None and super().is_own_of(actor) and needs in _met(actor.permissions)


class NeedsMore(models.Model):
    """The column that says it."""

    needs = models.CharField(max_length=40, blank=True)  # a Permission, or nothing more

    class Meta:
        abstract = True


def open_to(model: Any, actor: Actor) -> Q:
    """Return the rows of which what they are held for lets `actor` know."""
    if actor.kind == ActorKind.LINK_HOLDER:
        return Q()
    return Q(**{f"{model.asks}__in": _met(actor.permissions)})


@cache
def _met(permissions: frozenset[Permission]) -> list[str]:
    """Return what rows may ask for and is met. What a meeting is held for lets it be read: no other right is asked."""
    return ["", *sorted(one for one in permissions if one.level == Level.READ)]
