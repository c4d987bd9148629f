"""Questions that Django puts into SQL once, for pages that ask many.

Putting a question together takes Django three to ten times as long as the database takes to answer it; Today asks
eighty. `prepared` keeps the SQL of a question, never an answer: what it found is read anew each time.

Nothing that a question depends on may be kept by mistake, or somebody would read by a right they had. So the key
holds every fact of who asks and every value given; moments and the ids that are nobody else's are no part of the SQL,
so colleagues of one role share it; a question that asks the database while it is put together is an error; and with
PREPARED_PROVED, in all tests, each one is put together once more whenever it is asked, and compared.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from datetime import datetime, timedelta
from functools import wraps
from threading import Lock
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import DateTimeField, Func, Model, Prefetch
from django.utils import timezone

from .ids import id_from

MOST = 1000  # questions kept by a process, some 45 kB each
COLUMN: Any = DateTimeField()  # how a moment stands in the database
_kept: OrderedDict[Hashable, "Compiled"] = OrderedDict()
_lock = Lock()
_now: ContextVar["Moment | None"] = ContextVar("now", default=None)


class Moment(Func):
    """A moment that is told when the question is asked: `name` says which, `later` how far from it."""

    output_field = COLUMN

    def __init__(self, name: str, later: timedelta = timedelta(0)) -> None:
        super().__init__()
        self.name, self.later = name, later

    def __add__(self, other: timedelta) -> "Moment":  # type: ignore[override]
        return Moment(self.name, self.later + other)

    def __sub__(self, other: timedelta) -> "Moment":  # type: ignore[override]
        return Moment(self.name, self.later - other)

    def as_sql(self, compiler: Any, connection: Any, **_extra: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        return "%s", [Told(self.name, self.later)]


class Told(tuple[str, timedelta]):
    """The place of a moment among the parameters of a question."""

    def __new__(cls, name: str, later: timedelta) -> "Told":
        return super().__new__(cls, (name, later))


class Own(tuple[str, str]):
    """The place of an id that is nobody else's than who asks: which one, and in which form."""


def own(param: Any, ids: dict[UUID, str]) -> Any:
    """Return the place of a parameter if it is an own id of who asks, else itself."""
    if isinstance(param, UUID):
        return Own((ids[param], "uuid")) if param in ids else param
    if isinstance(param, str) and len(param) in (32, 36) and (id := id_from(param)) in ids:
        return Own((ids[id], "hex" if len(param) == 32 else "text"))
    return param


def filled(place: Own, ids: dict[str, UUID]) -> Any:
    """Return the id of who asks at such a place."""
    which, form = place
    return ids[which] if form == "uuid" else ids[which].hex if form == "hex" else str(ids[which])


class Compiled:
    """A question as SQL. Its rows come as from the query set that it was; `ids` are the own ones of who asks."""

    def __init__(self, asked: Any, ids: dict[UUID, str]) -> None:
        self.asked, self.compiler = asked, asked.query.get_compiler(asked.db)
        try:
            self.sql, params = self.compiler.as_sql()
            self.params = tuple(own(one, ids) for one in params)
            self._stop_if_hidden(ids)
        except EmptyResultSet:
            self.sql, self.params = "", ()
        self.converters: dict[int, Any] | None = None

    def _stop_if_hidden(self, ids: dict[UUID, str]) -> None:
        """Raise if an own id is part of something longer: it would be asked for others, too."""
        told = [self.sql, *(str(one) for one in self.params if not isinstance(one, Own))]
        if any(form in one for id in ids for form in (str(id), id.hex) for one in told):
            raise AssertionError("An own id lies within a longer value or in the SQL: give it as a value.")

    @property
    def said(self) -> tuple[str, list[str]]:
        """Itself, to be compared; the order of a set's members says nothing."""
        return self.sql, sorted(map(repr, self.params))

    def rows(self, moments: dict[str, datetime], ids: dict[str, UUID]) -> list[Any]:
        """Ask it, with these moments and own ids."""
        if not self.sql:
            return []
        params = [_told(one, moments) if isinstance(one, Told) else one for one in self.params]
        params = [filled(one, ids) if isinstance(one, Own) else one for one in params]
        again = copy(self.compiler)  # one of its own: others may ask the same at the same time
        again.connection = connection
        again.as_sql = lambda *_args, **_kwargs: (self.sql, tuple(params))
        again.get_converters = self._converters
        query = copy(self.asked.query)
        query.get_compiler = lambda *_args, **_kwargs: again
        fresh = object.__new__(type(self.asked))
        fresh.__dict__ = self.asked.__dict__ | {"_query": query, "_result_cache": None, "_prefetch_done": False}
        return list(fresh)

    def _converters(self, expressions: Any) -> dict[int, Any]:
        """How columns become values is the same each time."""
        if self.converters is None:
            self.converters = self.compiler.get_converters(expressions)
        return self.converters


def prepared(put: Callable[..., Any]) -> Callable[..., list[Any]]:
    """Let put(*values) put a question together once for the same values; return its rows.

    `put` returns a query set and asks nothing. Values are compared by `facts` where they have some, as Actor does.
    A moment comes to `put` as a Moment, which can be compared with columns and moved by a timedelta.
    """

    @wraps(put)
    def asked(*values: Any) -> list[Any]:
        if any(isinstance(one, Model) for one in _all(values)):
            raise TypeError("Give what of a row is asked for: the row may change, and would still be the same.")
        moments = {f"{place}": value for place, value in enumerate(values) if isinstance(value, datetime)}
        given = [Moment(f"{n}") if isinstance(value, datetime) else value for n, value in enumerate(values)]
        ids: dict[UUID, str] = {id: name for one in values for id, name in getattr(one, "own", {}).items()}
        alone = tuple(ids) if any(own(one, ids) is not one for one in _all(values)) else ()  # given as a value, too
        ids = {} if alone else ids
        facts = (() if isinstance(one, Moment) else getattr(one, "facts", one) for one in given)
        key = put, connection.alias, alone, *facts
        found = _kept.get(key)
        if found is None:
            found = _compiled(put, given, ids)
        if settings.PREPARED_PROVED and found.said != (anew := _compiled(put, given, ids)).said:
            raise AssertionError(f"{put.__qualname__} depends on more than it is given: {found.said}, {anew.said}")
        _keep(key, found)
        return found.rows(moments | {"now": timezone.now()}, {name: id for id, name in ids.items()})

    return asked


def at_of(moment: Any, column: Any, connection: Any) -> Any:
    """Return a moment as a parameter of SQL written by hand; of one that is told later, its place."""
    if isinstance(moment, Moment):
        return Told(moment.name, moment.later)
    return column.get_db_prep_value(moment, connection)


def now() -> Any:
    """Return the present moment; within a question that is being prepared, its place."""
    return _now.get() or timezone.now()


def _all(values: Iterable[Any]) -> Iterator[Any]:
    for one in values:
        yield from _all(one) if isinstance(one, tuple) else (one,)


def _compiled(put: Callable[..., Any], given: list[Any], ids: dict[UUID, str]) -> Compiled:
    with _asking_nothing(put.__qualname__), connection.execute_wrapper(_refused(put.__qualname__)):
        asked = put(*given)
        if any(isinstance(one, Prefetch) for one in asked._prefetch_related_lookups):
            raise TypeError(f"{put.__qualname__} prefetches by a question of its own: do that with its rows.")
        return Compiled(asked, ids)


@contextmanager
def _asking_nothing(name: str) -> Iterator[None]:
    token = _now.set(Moment("now"))
    try:
        yield
    finally:
        _now.reset(token)


def _refused(name: str) -> Callable[..., Any]:
    def refuse(*_args: Any) -> Any:
        raise AssertionError(f"{name} asks the database while it is put together: give it what it asks for.")

    return refuse


def _keep(key: Hashable, found: Compiled) -> None:
    with _lock:
        _kept[key] = found
        _kept.move_to_end(key)
        while len(_kept) > MOST:
            _kept.popitem(last=False)


def _told(one: Told, moments: dict[str, datetime]) -> Any:
    name, later = one
    return COLUMN.get_db_prep_value(moments[name] + later, connection)
