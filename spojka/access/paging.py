"""Pages of lists that may be long: nobody waits until half a million rows are counted."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Any, cast

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

NUMBER = re.compile(r"[1-9][0-9]{0,8}")
MOST = 2000  # rows counted; what is more is told as "more than"
FAR = 1000  # a page so far is sooner counted to than walked to: mostly it is the last one that is asked for


class Pages(Paginator):
    """Counts no further than MOST; `is_cut` says that there is more."""

    @cached_property
    def _counted(self) -> int:
        rows = cast(QuerySet[Any], self.object_list)
        return rows[: MOST + 1].count()  # in the order of the list, so by the index that gives its rows

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


def page_of(queryset: Any, asked: Any, size: int, related: Sequence[str] = (), only: Sequence[str] = ()) -> Page[Any]:
    """Return the page that was asked for, the last one if there are fewer, the first one if it was no number.

    Ids are found first, from an index alone where there is one; only the rows of the page are read whole.
    """
    number = int(asked) if NUMBER.fullmatch(str(asked)) else 1
    ids = _ids(queryset, number, size) if number <= FAR else []
    if not ids and number > 1:
        total = queryset.order_by().count()
        number = min(number, max(1, -(-total // size)))
        ids = _ids_from_end(queryset, number, size, total)
    whole = queryset.model._default_manager.only(*only)
    rows = (whole.select_related(*related) if related else whole).in_bulk(ids[:size])
    page = ListPage([rows[id] for id in ids[:size] if id in rows], number, Pages(queryset, size))
    page.goes_on = len(ids) > size
    return page


def _ids(queryset: Any, number: int, size: int) -> list[Any]:
    start = (number - 1) * size
    return list(queryset.values_list("pk", flat=True)[start : start + size + 1])


def _ids_from_end(queryset: Any, number: int, size: int, total: int) -> list[Any]:
    """Return the same ids as _ids(), read backwards where that is the shorter way."""
    start = (number - 1) * size
    if start < total // 2:
        return _ids(queryset, number, size)
    backwards = queryset.reverse().values_list("pk", flat=True)
    return list(backwards[max(0, total - start - size - 1) : total - start])[::-1]
