"""Do the tables fit the backup? An older backup comes back through the migrations it has not seen yet."""

from django.apps import apps
from django.apps.registry import Apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.utils.translation import gettext as _

from spojka.base.quick_state import quick_state

from .errors import KeepingError

Name = tuple[str, str]


def holds_data() -> bool:
    """Test whether anybody is known here; tables and shipped lists alone are no data."""
    tables = connection.introspection.table_names()
    known = [model for model in apps.get_app_config("network").get_models() if model._meta.db_table in tables]
    return any(model._base_manager.exists() for model in known)


def newer() -> str:
    """Say when a newer Spojka made these tables: older code would write into them what they no longer mean."""
    loader = MigrationLoader(connection)
    others = {app.label for app in apps.get_app_configs() if not app.name.startswith("spojka.")}
    unknown = set(loader.applied_migrations) - set(loader.disk_migrations)
    names = [f"{app}.{name}" for app, name in sorted(unknown) if app not in others]
    if not names:
        return ""
    said = _(
        "The tables were made by a newer Spojka than this one (%(names)s). Run that version, or restore a backup from "
        "before it into a new, empty database."
    )
    return said % {"names": ", ".join(names[:5])}


def fit(recorded: list[list[str]]) -> Apps:
    """Make the tables what they were when the backup was made; return the models of that time."""
    then: set[Name] = {(app, name) for app, name in recorded}
    executor = MigrationExecutor(connection)
    known = set(executor.loader.disk_migrations)
    if then - known:
        raise KeepingError(
            _("The backup was made by a newer Spojka. Install that version first. Nothing was changed.")
        )
    if said := newer():
        raise KeepingError(said)
    if then == known:
        call_command("migrate", verbosity=0, interactive=False)
        return apps
    if executor.loader.applied_migrations:
        raise KeepingError(
            _("The backup was made by an older Spojka. Restore it into a new, empty database. Nothing was changed.")
        )
    graph = executor.loader.graph
    last = [node for node in sorted(then) if not any(child in then for child in graph.node_map[node].children)]
    with quick_state():
        executor.migrate(last)
    return executor.loader.project_state(last).apps


def bring_up_to_date() -> None:
    """Run the migrations that came after the backup, and make the table of the cache."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    call_command("search", "fill", verbosity=0)  # a backup older than the search has no words
