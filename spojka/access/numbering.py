"""Numbers within a service and a year or a day: one after another, also past rows that a wall hides from us."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.db import IntegrityError, models, transaction

from spojka.base.models import Record

R = TypeVar("R", bound=Record)


def add_next(row: R, *, within: models.QuerySet[Any], constraint: str, column: str = "number") -> R:
    """Add a row under the next number, and return it."""

    def add(number: int) -> R:
        setattr(row, column, number)
        return row.add()

    return under_next(add, within=within, constraint=constraint, column=column)


def under_next(
    write: Callable[[int], R], *, within: models.QuerySet[Any], constraint: str, column: str = "number"
) -> R:
    """Let `write` write a row under the number after the highest one of `within`, and return it.

    Behind PostgreSQL's fence rows of clients from whom one is kept apart are not there to be counted: their numbers
    are met at `constraint`, which keeps them apart, and stepped over.
    """
    number = int(within.aggregate(last=models.Max(column))["last"] or 0)
    while True:
        number += 1
        try:
            with transaction.atomic():
                return write(number)
        except IntegrityError as fault:
            if constraint not in str(fault):
                raise
