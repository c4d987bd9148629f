"""Pages of lists that may be long: nobody waits until half a million rows are counted."""

import re
from collections.abc import Sequence
from functools import cached_property
from operator import itemgetter
from typing import Any, cast

from django.core.paginator import Page, Paginator
from django.db import connection
from django.db.models import DateField, F, IntegerField, Model, QuerySet, UUIDField
from django.db.models.expressions import OrderBy
from django.db.models.functions import Coalesce

Parts = Sequence[QuerySet[Any]]  # one, or two that have no row in common

NUMBER = re.compile(r"[1-9][0-9]{0,8}")
MOST = 2000  # rows counted; what is more is told as "more than"
SORTED = (DateField, IntegerField, UUIDField)  # what Python puts in the order of the database; moments are days, too
FAR = 4000  # a page so far is sooner counted to than walked to: mostly it is the last one that is asked for


def _in_any_order(part: QuerySet[Any]) -> QuerySet[Any]:
    """SQLite finds rows by the index that gives their order; PostgreSQL would read and sort all to count the first."""
    return part.order_by() if connection.vendor == "postgresql" else part


class Pages(Paginator):
    """Counts the rows of all parts no further than MOST; `is_cut` says that there is more."""

    @cached_property
    def _counted(self) -> int:
        counted = 0
        for part in cast(Parts, self.object_list):
            if counted <= MOST:
                counted += _in_any_order(part)[: MOST + 1 - counted].count()
        return counted

    @property
    def is_cut(self) -> bool:
        return self._counted > MOST

    @cached_property
    def count(self) -> int:
        return min(self._counted, MOST)

    @property
    def told(self) -> int | None:
        """How many rows there are, if all were counted."""
        return None if self.is_cut else self.count

    @property
    def pages_known(self) -> int | None:
        """How many pages there are, if all was counted."""
        return None if self.is_cut else self.num_pages


class ListPage(Page):
    """One page; whether another follows is known from one row more."""

    goes_on = False

    def has_next(self) -> bool:
        return self.goes_on


def can_merge(model: type[Model], order: Sequence[Any]) -> bool:
    """Test whether Python can put rows of two parts in this order together."""
    for name in order:
        if not isinstance(name, str) or "__" in name:
            return False
        field: Any = model._meta.pk if name.lstrip("-") == "pk" else model._meta.get_field(name.lstrip("-"))
        if field.null or not isinstance(field, SORTED):
            return False
    return True


def page_of(parts: Parts, asked: Any, size: int, related: Sequence[str] = (), only: Sequence[str] = ()) -> Page[Any]:
    """Return the page that was asked for, the last one if there are fewer, the first one if it was no number.

    Ids are found first, from an index alone where there is one; only the rows of the page are read whole. Two parts
    in an order that can_merge() are asked for one by one: together no index would give them in order.
    """
    parts = [parts[0], *(_found_first(part) for part in parts[1:])]
    number = int(asked) if NUMBER.fullmatch(str(asked)) else 1
    ids = _ids(parts, number, size) if number <= FAR else []
    if not ids and number > 1:
        total = sum(part.order_by().count() for part in parts)
        number = min(number, max(1, -(-total // size)))
        ids = _ids_from_end(parts, number, size, total)
    whole = parts[0].model._default_manager.only(*only)
    rows = (whole.select_related(*related) if related else whole).in_bulk(ids[:size])
    page = ListPage([rows[id] for id in ids[:size] if id in rows], number, Pages(parts, size))
    page.goes_on = len(ids) > size
    return page


def _found_first(few: QuerySet[Any]) -> QuerySet[Any]:
    """Let few rows be found before they are put in order: the index of the list would lead through all the others."""
    order = [(str(name).lstrip("-"), str(name).startswith("-")) for name in few.query.order_by]
    return few.order_by(*(OrderBy(Coalesce(F(name), F(name)), descending=down) for name, down in order))


def _ids(parts: Parts, number: int, size: int) -> list[Any]:
    start = (number - 1) * size
    return _window(parts, start, start + size + 1)


def _ids_from_end(parts: Parts, number: int, size: int, total: int) -> list[Any]:
    """Return the same ids as _ids(), read backwards where that is the shorter way."""
    start = (number - 1) * size
    if start < total // 2:
        return _ids(parts, number, size)
    backwards = [part.reverse() for part in parts]
    return _window(backwards, max(0, total - start - size - 1), total - start)[::-1]


def _window(parts: Parts, first: int, last: int) -> list[Any]:
    """Return the ids of some places of all rows in their order. The second part is short: what grants open."""
    if len(parts) == 1:
        return list(parts[0].values_list("pk", flat=True)[first:last])
    rows, few = parts
    order = [str(name) for name in rows.query.order_by]
    columns = ["pk", *(name.lstrip("-") for name in order)]
    among = list(few.values_list(*columns)[:last])
    skipped = max(0, first - len(among))  # so many of the others come before the window, whatever is among them
    found = [*among, *rows.values_list(*columns)[skipped:last]]
    for place, name in reversed(list(enumerate(order, 1))):
        found.sort(key=itemgetter(place), reverse=name.startswith("-") is rows.query.standard_ordering)
    return [one[0] for one in found[first - skipped : last - skipped]]
