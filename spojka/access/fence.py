"""The second fence: PostgreSQL itself repeats on whose rows somebody may act (row-level security).

It holds for a database role that does not own the tables: the application runs as one, migrations as the owner.
What a role may do stays with `allowed`; the fence knows own rows, the house and grants, and tells reading, adding
and changing apart. Untold, it shows nothing.
"""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, connection
from django.db.models import CASCADE, Q
from django.utils.translation import gettext as _

from .actor import Actor
from .bars import leads
from .fence_walls import all_walls, leading, told
from .models import OF_ALL, OWN, Basis, Grant
from .owned import Owned
from .permissions import Kind, Level, Permission
from .whereabouts import tells_where

POLICY = "fence"
TAKEN = "23505"  # unique_violation


def fenced_models() -> list[type[Owned]]:
    """Return the models whose tables stand behind the fence: all owned ones."""
    return [model for model in apps.get_models() if issubclass(model, Owned)]


def tell(actor: Actor | None) -> None:
    """Tell the database who acts, until told otherwise; None is nobody."""
    if not settings.FENCED or connection.vendor != "postgresql":
        return
    reads_house = actor is not None and actor.organisation and Permission.HOUSE_READ in actor.permissions
    said = {
        "services": actor.services if actor else (),
        "teams": (actor.teams or ()) if actor else (),
        "house": [actor.organisation.pk] if reads_house and actor and actor.organisation else (),
        "names": actor.names if actor else (),
        "barred": actor.barred if actor else (),
    }
    with connection.cursor() as cursor:
        calls = ", ".join(f"set_config('spojka.{name}', %s, false)" for name in said)
        cursor.execute(f"SELECT {calls}", [_joined(ids) for ids in said.values()])


def _joined(ids: Iterable[UUID]) -> str:
    return ",".join(sorted(str(id) for id in ids))


def hides(fault: IntegrityError) -> str:
    """Say what a row met in a row that the one who acts can't see: its "code", its "id", or nothing."""
    said = getattr(fault.__cause__, "diag", None)
    if not settings.FENCED or said is None or said.sqlstate != TAKEN:
        return ""
    walled = {one.name for model in fenced_models() if model.walled for one in model._meta.constraints}
    met = dict.fromkeys((f"{model._meta.db_table}_pkey" for model in fenced_models()), "id")
    return (met | dict.fromkeys(walled, "code")).get(said.constraint_name or "", "")


def obstacle() -> str:
    """Say why a command that has to see every row can't run here; nothing if PostgreSQL hides none from our role."""
    if connection.vendor != "postgresql":
        return ""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_class WHERE relkind = 'r' AND pg_table_is_visible(oid) "
            "AND row_security_active(oid)"
        )
        hides = cursor.fetchone()[0] > 0
    if not hides and not settings.FENCED:
        return ""
    return _(
        "The database hides rows from this role. Run the command as the owner of the tables and without SPOJKA_FENCED."
    )


def build(role: str) -> None:
    """Put every owned table behind the fence and let `role` work in front of it; may be repeated."""
    quote = connection.ops.quote_name
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {quote(role)}")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {quote(role)}")
        cursor.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {quote(role)}")
        cursor.execute(f"REVOKE UPDATE, DELETE ON audit_entry, audit_seen, audit_taken FROM {quote(role)}")
        for model in fenced_models():
            for statement in _abouts(model):
                cursor.execute(statement)
                cursor.execute(f"GRANT EXECUTE ON FUNCTION {_about(model)}(uuid) TO {quote(role)}")
        for statement in all_walls(fenced_models(), quote(role)):
            cursor.execute(statement)
        for whole in {field.related_model for model in fenced_models() for field in _wholes(model)}:
            for statement in _takes(whole):
                cursor.execute(statement)
            cursor.execute(f"GRANT EXECUTE ON FUNCTION {_taking(whole)}(uuid, uuid) TO {quote(role)}")
        for model in fenced_models():
            for statement in _policies(model):
                cursor.execute(statement)


def _policies(model: type[Owned]) -> Iterator[str]:
    """The statements that put one table behind the fence: a grant opens reading or adding; changing see _changed."""
    table = connection.ops.quote_name(model._meta.db_table)
    walls, changed = _walls(model, table), f"({_changed(model, table)})"
    rules = {
        "select": f"USING (({_seen(model)}){walls})",
        "insert": f"WITH CHECK (({_added(model, table)}){walls})",
        "update": f"USING ({changed}{walls}) WITH CHECK ({_becomes(model, table, changed)}{walls})",
        "delete": f"USING (({_own(table)}){walls})",
    }
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"DROP POLICY IF EXISTS {POLICY} ON {table}"  # 0.1 had one for all
    for command, rule in rules.items():
        yield f"DROP POLICY IF EXISTS {POLICY}_{command} ON {table}"
        yield f"CREATE POLICY {POLICY}_{command} ON {table} FOR {command} {rule}"


def _own(table: str) -> str:
    narrowed = "(SELECT coalesce(current_setting('spojka.teams', true), '') <> '')"  # asked once, not for each row
    of_team = f"NOT {narrowed} OR {table}.team_id IS NULL OR {table}.team_id = {told('teams')}"
    return f"{table}.service_id = {told('services')} AND ({of_team})"


def _seen(model: type[Owned]) -> str:
    """The rule of `grounds` in SQL, for reading."""
    table = connection.ops.quote_name(model._meta.db_table)
    if not _is_shared(model):
        return _own(table)
    where = f"({leading(model, table, 'hidden')})" if tells_where(model) else "false"  # a secret address
    look = f" AND (g.basis IN ({_said(OWN)}) OR NOT {where})"
    house = f"{table}.organisation_id = {told('house')} AND NOT {where}"
    return f"({_own(table)}) OR ({house}) OR {_granted(model, table, Level.READ, look)}"


def _added(model: type[Owned], table: str) -> str:
    """Who may add a row: its own service, and whoever may contribute to its subject or to what it is written into."""
    if not _is_shared(model):
        return _own(table)
    into = [f"{_taking(one.related_model)}({table}.{one.attname}, {table}.service_id)" for one in _wholes(model)]
    return " OR ".join([f"({_own(table)})", _granted(model, table, Level.CONTRIBUTE), *into])


def _changed(model: type[Owned], table: str) -> str:
    """Who may change a row: its own service; of the ledger the client's own look too, which takes consents back."""
    if Kind.LEDGER not in model.tells or not _is_shared(model):
        return _own(table)
    look = _granted(model, table, Level.CONTRIBUTE, f" AND g.basis = '{Basis.OWN_LOOK}'")
    return f"({_own(table)}) OR {look}"


def _becomes(model: type[Owned], table: str, changed: str) -> str:
    """What a row may be changed into: its owner may be made another who takes part, where work is handed over."""
    if not model.handed_over:
        return changed
    taking_part = f" AND g.basis = '{Basis.PARTICIPATION}'"
    return f"({changed} OR {_granted(model, table, Level.CONTRIBUTE, taking_part)})"


def _walls(model: type[Owned], table: str) -> str:
    """What is asked beside each rule: that the row leads to nobody from whom one is kept apart."""
    if not leads(model):
        return ""
    untold = "(SELECT coalesce(current_setting('spojka.barred', true), '') = '')"
    return f" AND ({untold} OR NOT ({leading(model, table, 'walled')}))"


def _is_shared(model: type[Owned]) -> bool:
    if model.shared not in (Q(), Q(pk__in=[])):
        raise NotImplementedError(f"{model._meta.label} lets some rows out of the service: the fence must learn which")
    return model.shared == Q()


def _granted(model: type[Owned], table: str, level: Level, only: str = "") -> str:
    kinds = f"{table}.{model.tells_in}" if model.tells_in else int(model.tells)
    return (
        f"EXISTS (SELECT 1 FROM {Grant._meta.db_table} g WHERE g.subject_id = {_subject(model, table)} "
        f"AND g.grantee_id = {told('names')} AND (g.kinds & {kinds}) > 0 AND g.level >= {int(level)} "
        f"AND g.starts_at <= now() AND (g.ends_at IS NULL OR g.ends_at > now()) "
        f"AND (g.basis IN ({_said(OF_ALL)}) OR g.holder_id = {table}.service_id){only})"
    )


def _said(bases: Iterable[str]) -> str:
    return ", ".join(f"'{basis}'" for basis in bases)


def _subject(model: type[Any], table: str) -> str:
    """The column that a grant names, of the row itself or of the row it is a part of, however deep."""
    part, _dots, rest = model.subject.partition("__")
    return f"{_about(model)}({table}.{part}_id)" if rest else f"{table}.{part}"


def _about(model: type[Any]) -> str:
    return f"fence_{model._meta.db_table}_about"


def _abouts(model: type[Owned]) -> Iterator[str]:
    """A function that tells what a part is about.

    It runs as the owner of the tables: the whole tells another kind than its part, so one may see the part alone.
    """
    part, _dots, rest = model.subject.partition("__")
    if rest:
        whole: Any = model._meta.get_field(part).related_model
        column, theirs = _column(whole, rest, "whole", "whole_s"), connection.ops.quote_name(whole._meta.db_table)
        yield (
            f"CREATE OR REPLACE FUNCTION {_about(model)}(whole_id uuid) RETURNS uuid "
            "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ "
            f"SELECT {column} FROM {theirs} whole WHERE whole.id = whole_id $$"
        )
        yield f"REVOKE ALL ON FUNCTION {_about(model)}(uuid) FROM PUBLIC"


def _column(model: type[Any], path: str, table: str, called: str) -> str:
    part, _dots, rest = path.partition("__")
    if not rest:
        return f"{table}.{part}"
    whole = model._meta.get_field(part).related_model
    theirs = connection.ops.quote_name(whole._meta.db_table)
    inner = _column(whole, rest, called, f"{called}_s")
    return f"(SELECT {inner} FROM {theirs} {called} WHERE {called}.id = {table}.{part}_id)"


def _wholes(model: type[Owned]) -> list[Any]:
    """The columns that lead to owned rows which rows of `model` are written into; their subject is looked at apart."""
    fields = model._meta.concrete_fields
    owned = [f for f in fields if isinstance(f.related_model, type) and issubclass(f.related_model, Owned)]
    return [field for field in owned if field.attname != model.subject] if _is_shared(model) else []


def _taking(whole: type[Owned]) -> str:
    return f"fence_{whole._meta.db_table}_takes"


def _takes(whole: type[Owned]) -> Iterator[str]:
    """A function that tells whether one may contribute to a row of that service.

    It runs as the owner of the tables: whoever writes an anonymous contact into another's shift must be able to
    add its acts, and yet can't read it afterwards. What a contact takes, its shift took: it stands for its shift.
    """
    table = connection.ops.quote_name(whole._meta.db_table)
    rule = _granted(whole, "one", Level.CONTRIBUTE)
    for field in _wholes(whole) if _has_parts(whole) else []:
        theirs = connection.ops.quote_name(field.related_model._meta.db_table)
        through = _granted(field.related_model, "their", Level.CONTRIBUTE)
        rule += (
            f" OR EXISTS (SELECT 1 FROM {theirs} their WHERE their.id = one.{field.attname} "
            f"AND their.service_id = one.service_id AND {through})"
        )
    yield (
        f"CREATE OR REPLACE FUNCTION {_taking(whole)}(row_id uuid, service uuid) RETURNS boolean "
        "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ "
        f"SELECT EXISTS (SELECT 1 FROM {table} one WHERE one.id = row_id AND one.service_id = service AND ({rule})) $$"
    )
    yield f"REVOKE ALL ON FUNCTION {_taking(whole)}(uuid, uuid) FROM PUBLIC"


def _has_parts(whole: type[Owned]) -> bool:
    return any(relation.on_delete is CASCADE for relation in whole._meta.related_objects)
