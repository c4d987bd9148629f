"""Secret addresses: what tells where a client can be met is opened to nobody but their own service and themselves.

A row tells it when it leads both to the client and to a place, by any foreign keys, however deep: a contact, a test, a
part of one. So a model that comes tomorrow is closed too. So are rows whose words may say where somebody lives
(`says_where`). No address of anybody is kept anywhere, no more than a town.
"""

from functools import cache, reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from spojka.base.prepared import now

from .bars import paths
from .models import Hiding


def tells_where(model: Any) -> bool:
    """Test whether rows of a model lead to somebody who can be hidden, and to a place, or may say one in words."""
    return bool(paths(model)) and (getattr(model, "says_where", False) or _leads_to_place(model))


def untold(model: Any) -> Q:
    """Return which rows tell of nobody whose address is secret; all of them, of a model that tells of no place."""
    if not tells_where(model):
        return Q()
    standing = Hiding.objects.current(now())
    return ~reduce(or_, (Q(Exists(standing.filter(subject_id=OuterRef(path)))) for path in paths(model)))


def hidden(subjects: Any) -> set[UUID]:
    """Return which of these clients have a secret address now."""
    standing = Hiding.objects.current(timezone.now()).filter(subject_id__in=subjects)
    return set(standing.values_list("subject_id", flat=True))


@cache
def _leads_to_place(model: Any) -> bool:
    wholes = {field.related_model for field in model._meta.concrete_fields if isinstance(field.related_model, type)}
    theirs = [one for one in wholes - {model} if hasattr(one, "whereabouts")]
    return any(one.whereabouts or _leads_to_place(one) for one in theirs)
