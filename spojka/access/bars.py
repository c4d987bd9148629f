"""Walls: rows that lead to somebody are closed to those who are kept apart from them, on whatever ground.

What leads to a client is told by columns: any foreign key, however deep. So a model that comes tomorrow is walled too.
"""

from collections.abc import Callable, Iterable
from functools import cache, reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from .models import Bar

Alias = Callable[[UUID], Iterable[UUID]]
_aliases: list[Alias] = []
_wholes: list[Alias] = []


def register_aliases(tell: Alias) -> Any:
    """Let `tell` say as whom else somebody is known in shared work: a wall around them closes that, too."""
    if tell not in _aliases:
        _aliases.append(tell)
    return tell


def register_wholes(tell: Alias) -> Any:
    """Let `tell` say which shared work is about somebody alone: a wall around them closes all of it."""
    if tell not in _wholes:
        _wholes.append(tell)
    return tell


def walled_with(subject: UUID) -> frozenset[UUID]:
    """Return every row that a wall around somebody closes."""
    return known_as(subject) | {other for tell in _wholes for other in tell(subject)}


def known_as(subject: UUID) -> frozenset[UUID]:
    """Return every row as which somebody is known, their own one included."""
    return frozenset({subject, *(other for tell in _aliases for other in tell(subject))})


def barred_from(names: Iterable[UUID]) -> frozenset[UUID]:
    """Return of whom those names are kept apart now."""
    standing = Bar.objects.current(timezone.now()).filter(kept_out_id__in=names)
    return frozenset(standing.values_list("subject_id", flat=True))


@cache
def leads(model: Any) -> tuple[tuple[str, Any], ...]:
    """Return the columns of a model that lead to whoever can be walled off: each with the model it leads to first.

    None stands for the column that holds the id itself.
    """
    found: list[tuple[str, Any]] = [("id", None)] if _is_walled(model) else []
    found += [(name, None) for name in getattr(model, "held_for_walled", ())]
    for field in model._meta.concrete_fields:
        whole = field.related_model
        if not isinstance(whole, type) or not hasattr(whole, "walled"):
            continue
        if _is_walled(whole) and not _leads_on(whole):
            found.append((field.attname, None))
        elif whole is not model and leads(whole):
            found.append((field.name, whole))
    return tuple(found)


@cache
def paths(model: Any) -> tuple[str, ...]:
    """Return the same as look-ups, however deep."""
    found: list[str] = []
    for name, whole in leads(model):
        found += [name] if whole is None else [f"{name}__{rest}" for rest in paths(whole)]
    return tuple(found)


def unbarred(model: Any, barred: frozenset[UUID]) -> Q:
    """Return which rows a wall does not close."""
    if not barred or not paths(model):
        return Q()
    return ~reduce(or_, (Q(**{f"{path}__in": barred}) for path in paths(model)))


def is_unbarred(row: Any, barred: frozenset[UUID]) -> bool:
    """Test whether a row at hand itself says that no wall closes it; if not, the database has to be asked."""
    model: Any = type(row)
    columns = leads(model) if barred else ()
    return all(whole is None and getattr(row, name) not in barred for name, whole in columns)


def _leads_on(model: Any) -> bool:
    """Test whether it leads to others who can be walled off, as somebody in a case does to the case."""
    wholes = {field.related_model for field in model._meta.concrete_fields} - {model}
    return any(isinstance(one, type) and _is_walled(one) for one in wholes)


def _is_walled(model: Any) -> bool:
    return bool(getattr(model, "walled", False))
