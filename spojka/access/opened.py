"""The ground "grant" as one condition of SQL, the same that GrantQuerySet.opening asks with Django's words.

Each list of each page asks it, and Django took longer to build the sub-query than the database to answer it: on Today,
which asks forty times, a third of the page. Tests over random worlds hold it to the plain model.
"""

from typing import TYPE_CHECKING, Any

from django.db.models import BooleanField, F, Func

from spojka.base.prepared import at_of, now

from .actor import Actor
from .models import OF_ALL, OWN, Grant
from .permissions import Permission

if TYPE_CHECKING:
    from .owned import Owned


class Opened(Func):
    """Test whether a grant opens the row to `actor` for `permission`; `only_own` if it must be the client's own."""

    output_field = BooleanField()
    conditional = True

    def __init__(self, model: "type[Owned]", actor: Actor, permission: Permission, only_own: bool = False) -> None:
        told = [F(model.tells_in)] if model.tells_in else []
        super().__init__(F(model.subject), F("service_id"), *told)
        self.asked = int(model.tells), int(permission.level), sorted(actor.names), now()
        self.only_own = only_own

    def as_sql(self, compiler: Any, connection: Any, **_extra: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """Grants have a name that no query of Django gives, so no column of the row is taken for one of theirs."""
        subject, service, *told = (compiler.compile(one)[0] for one in self.get_source_expressions())
        tells, level, names, moment = self.asked
        column: Any = Grant._meta.get_field
        at = at_of(moment, column("starts_at"), connection)
        ids = [column("grantee_id").get_db_prep_value(name, connection) for name in names]
        asks = [
            (f"opened.subject_id = {subject}", []),
            (f"opened.grantee_id IN ({_marks(ids)})", ids),
            ("opened.starts_at <= %s AND (opened.ends_at IS NULL OR opened.ends_at > %s)", [at, at]),
            ("(opened.kinds & %s) > 0", [tells]),
            *((f"(opened.kinds & {kind}) > 0", []) for kind in told),
            ("opened.level >= %s", [level]),
            (f"(opened.basis IN ({_marks(OF_ALL)}) OR opened.holder_id = {service})", [*OF_ALL]),
            *([(f"opened.basis IN ({_marks(OWN)})", [*OWN])] if self.only_own else []),
        ]
        table = connection.ops.quote_name(Grant._meta.db_table)
        where = " AND ".join(sql for sql, _params in asks)
        return f"EXISTS (SELECT 1 FROM {table} opened WHERE {where})", [one for _sql, params in asks for one in params]


def _marks(values: Any) -> str:
    return ", ".join(["%s"] * len(values))
