"""The doors through which views get rows: each asks `allowed` and remembers in the audit what was shown."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from django.core.paginator import Page
from django.db.models import Model, Q
from django.http import Http404

from spojka.audit import log
from spojka.base.within import once
from spojka.network.models import Service

from . import fence
from .actor import Actor
from .owned import Openings, Owned
from .paging import can_merge, page_of
from .permissions import Permission

M = TypeVar("M", bound=Model)
PAGE = 50


@contextmanager
def acting_for(service: Service, by: Actor, *permissions: Permission, name: str) -> Iterator[Actor]:
    """Act as a service for a while, with these rights alone, and be `by` again; `name` is what for."""
    acts = Actor.system(name, service, frozenset(permissions))
    fence.tell(acts)
    try:
        yield acts
    finally:
        fence.tell(by)


def reach(model: Any, pk: Any, *, by: Actor, to: Permission, related: Sequence[str] = (), silent: bool = False) -> Any:
    """Return one row that `by` may do `to` with. Any other row does not exist: 404. Reading is audited.

    `silent` is for answers that hold nothing of the row, such as a phone's queue being emptied: within one sending
    such a row is read once.
    """
    if silent:
        key = ("reach", model, pk, by.kind, by.id, to, tuple(related))
        return once(key, lambda: _found(model, pk, by, to, related))
    row = _found(model, pk, by, to, related)
    log.reading(verb=to, by=by, model=model, ids=[row.pk])
    return row


def _found(model: Any, pk: Any, by: Actor, to: Permission, related: Sequence[str]) -> Any:
    found = model.objects.select_related(*related)
    row = found.nearest(by, to, pk) if issubclass(model, Owned) else found.allowed(by, to).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def rows(model: Any, *, by: Actor, to: Permission, where: Q | None = None, among: Openings | None = None) -> Any:
    """Return all rows that `by` may do `to` with, to be counted or offered in a form, not to be read.

    `among` are the grants about the only subjects that are asked for, where a page looked them up once for all.
    """
    found = model.objects.allowed(by, to) if among is None else model.objects.listed(by, to, among)
    return found.filter(where or Q())


def shown(
    model: Any,
    *,
    by: Actor,
    to: Permission,
    order: Sequence[Any],
    where: Q | None = None,
    page: Any = 1,
    size: int = PAGE,
    related: Sequence[str] = (),
    only: Sequence[str] = (),
    near: Q | None = None,
) -> Page[Any]:
    """Return one page of rows that `by` may do `to` with. The audit gets the ids of all that are shown.

    `only` names the columns that the page needs, if it can do without the others; `near` says where, of the own and
    the house's rows, all that `where` asks for lie, so that a rare thing is not looked for through all of them.
    """
    objects = model.objects
    if not issubclass(model, Owned):
        parts = [objects.allowed(by, to)]
    else:
        parts = objects.apart(by, to, near) if can_merge(model, order) else [objects.listed(by, to)]
    found = page_of([part.filter(where or Q()).order_by(*order) for part in parts], page, size, related, only)
    log.reading(verb=to, by=by, model=model, ids=[row.pk for row in found.object_list])
    return found


def read(found: Iterable[M], *, by: Actor, to: Permission) -> list[M]:
    """Return `found` as a list after remembering that it was shown; for rows that come along with a reached one."""
    listed = list(found)
    for model in {type(row) for row in listed}:
        log.reading(verb=to, by=by, model=model, ids=[row.pk for row in listed if type(row) is model])
    return listed
