"""Walls and secret addresses in the second fence: SQL that tells whether a row leads to such a client."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connection

from .bars import leads
from .models import Hiding


def told(name: str) -> str:
    """Return ids that `fence.tell` has told, as SQL to compare a column with."""
    return f"ANY ((SELECT string_to_array(current_setting('spojka.{name}', true), ','))::uuid[])"


WHO = {  # how a row is told to lead to a client
    "walled": f"coalesce({{0}} = {told('barred')}, false)",
    "hidden": f"EXISTS (SELECT 1 FROM {Hiding._meta.db_table} h WHERE h.subject_id = {{0}} "
    "AND h.starts_at <= now() AND (h.ends_at IS NULL OR h.ends_at > now()))",
}


def leading(model: Any, table: str, how: str) -> str:
    """Tell whether a row leads to somebody from whom one is kept apart, or whose address is secret: see WHO."""
    direct = [WHO[how].format(f"{table}.{name}") for name, whole in leads(model) if whole is None]
    through = [f"{_walling(whole, how)}({table}.{name}_id)" for name, whole in leads(model) if whole is not None]
    return " OR ".join([*direct, *through])


def _walling(whole: Any, how: str) -> str:
    return f"fence_{whole._meta.db_table}_{how}"


def behind_walls(models: Iterable[Any]) -> set[Any]:
    """Return the models through which others lead to somebody who can be walled off."""
    return {whole for model in models for _name, whole in leads(model) if whole is not None}


def _depth(model: Any) -> tuple[int, str]:
    depths = (_depth(whole)[0] + 1 for _name, whole in leads(model) if whole is not None)
    return max(depths, default=0), model._meta.db_table


def all_walls(models: Iterable[Any], role: str) -> Iterator[str]:
    """The functions by which policies ask it; `role` may call them."""
    for whole in sorted(behind_walls(models), key=_depth):  # what it leads through comes first
        for how in WHO:
            yield from _walls_off(whole, how)
            yield f"GRANT EXECUTE ON FUNCTION {_walling(whole, how)}(uuid) TO {role}"


def _walls_off(whole: Any, how: str) -> Iterator[str]:
    """A function that tells whether a row leads to such a client; it sees what one can't."""
    table = connection.ops.quote_name(whole._meta.db_table)
    yield (
        f"CREATE OR REPLACE FUNCTION {_walling(whole, how)}(row_id uuid) RETURNS boolean "
        "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ "
        f"SELECT EXISTS (SELECT 1 FROM {table} one WHERE one.id = row_id AND ({leading(whole, 'one', how)})) $$"
    )
    yield f"REVOKE ALL ON FUNCTION {_walling(whole, how)}(uuid) FROM PUBLIC"
