"""Questions to the database that grow with rows: the same SQL again and again in one request, with other values."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

MOST = 5  # a page asks one question at most so often, however many rows it shows
LISTED = re.compile(r"\(\s*(?:%s|\?|NULL)(?:\s*,\s*(?:%s|\?|NULL))*\s*\)")
Asked = Counter[tuple[str, str]]
FRAME = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT", "SET")


def shape_of(sql: str) -> str:
    """Return a question without its values: lists of values of any length look the same."""
    return " ".join(LISTED.sub("(…)", sql).split())


@contextmanager
def counting() -> Iterator[Asked]:
    """Count the questions that are asked within, each with its values."""
    asked: Asked = Counter()

    def note(execute, sql, params, many, context):
        if not sql.lstrip("(").upper().startswith(FRAME):
            asked[shape_of(sql), repr(params)] += 1
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield asked


def repeated(asked: Asked, most: int = MOST) -> list[str]:
    """Return what was asked of more values than a page may, in words. The same values again are no row more."""
    shapes = Counter(shape for shape, _values in asked)
    return [f"asked of {times}: {told(shape)}" for shape, times in shapes.most_common() if times > most]


def told(shape: str) -> str:
    """Return a question short enough to be read: from which table, and on what."""
    _columns, _from, rest = shape.partition(" FROM ")
    return f"{shape[:30]} … FROM {rest[:300]}" if rest else shape[:300]
