"""Rows as lines of JSON that fit either database, and back."""

import base64
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from itertools import islice
from typing import Any
from uuid import UUID

from django.apps import apps
from django.apps.registry import Apps
from django.core.management.color import no_style
from django.db import connection, models
from django.utils.duration import duration_string

Model = type[models.Model]

LEFT_OUT = {
    "sessions.session",  # after a restore everybody signs in again
    "members.device",
    "figures.mark",  # the rows put back leave their own
}
CHUNK = 2000
INSERT = 500  # rows in one statement


def every_model(registry: Apps = apps) -> list[Model]:
    """Return all models that have a table, each after those it refers to."""
    found = [m for m in registry.get_models(include_auto_created=True) if m._meta.managed and not m._meta.proxy]
    found.sort(key=lambda model: model._meta.label_lower)
    done: dict[Model, None] = {}

    def visit(model: Model, above: tuple[Model, ...] = ()) -> None:
        if model in done or model in above:
            return
        for field in model._meta.concrete_fields:
            if isinstance(field.related_model, type) and field.related_model in found:
                visit(field.related_model, (*above, model))
        done[model] = None

    for model in found:
        visit(model)
    return list(done)


def kept_models(registry: Apps = apps) -> list[Model]:
    """Return the models whose rows are in a backup, in the order in which they can be put back."""
    return [model for model in every_model(registry) if model._meta.label_lower not in LEFT_OUT]


def columns(model: Model) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


def lines(model: Model) -> Iterator[bytes]:
    """Return every row as one line, without holding the table in memory."""
    found = model._base_manager.order_by("pk").values_list(*columns(model))
    for values in found.iterator(chunk_size=CHUNK):
        yield json.dumps(values, default=_plain, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _plain(value: Any) -> str:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, UUID | Decimal):
        return str(value)
    if isinstance(value, timedelta):
        return duration_string(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    raise TypeError(f"A backup can't hold a {type(value).__name__}")


def insert(model: Model, names: list[str], found: Iterable[bytes]) -> int:
    """Put rows back as they were: their ids and moments stay, no default is filled in. Return how many."""
    fields = [field for field in model._meta.concrete_fields if field.attname in names]  # in the order of the model,
    if len(fields) < len(names):  # which may be another one in the state that migrations make of it
        raise KeyError(f"{model._meta.label} lacks some of {', '.join(names)}")
    parsers = {field.attname: field.to_python for field in fields}
    step = max(1, min(INSERT, connection.ops.bulk_batch_size(fields, [None] * INSERT)))
    waiting, count = iter(found), 0
    while batch := list(islice(waiting, step)):
        made = []
        for line in batch:
            said = dict(zip(names, json.loads(line), strict=True))
            made.append(
                model.from_db("default", list(parsers), [parse(said[name]) for name, parse in parsers.items()])
            )
        model._base_manager.all()._insert(made, fields=fields, using="default", raw=True)  # type: ignore[attr-defined]
        count += len(made)
    return count


def empty(found: list[Model]) -> None:
    """Take all rows out of the tables, the audit's too: its rows come back from the backup."""
    tables = [connection.ops.quote_name(model._meta.db_table) for model in reversed(found)]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"TRUNCATE {', '.join(tables)}")
            return
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        triggers = cursor.fetchall()  # those that keep the audit from being changed; they come back below
        for name, _sql in triggers:
            cursor.execute(f"DROP TRIGGER {connection.ops.quote_name(name)}")
        for table in tables:
            cursor.execute(f"DELETE FROM {table}")
        cursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE % USING fts5%'")
        for (index,) in cursor.fetchall():  # without their triggers the rows left their words in it
            cursor.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
        for _name, sql in triggers:
            cursor.execute(sql)


def reset_counters(found: list[Model]) -> None:
    """Let databases that count ids go on after the highest one."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), found):
            cursor.execute(statement)
