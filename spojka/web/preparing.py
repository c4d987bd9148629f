"""What must be done before a version of Spojka serves: by the owner of the tables, once for each version."""

import hashlib
import os
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command, get_commands
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from spojka.keeping import schema
from spojka.network.models import User


def prepare() -> None:
    """Bring the data up to date: tables, code lists, static files, in the demo also the invented network."""
    if said := schema.newer():
        raise CommandError(said)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    call_command("load_codelists", verbosity=0)
    call_command("search", "fill", verbosity=0)
    collect()
    if settings.DEMO and "demo" in get_commands() and not User.objects.exists():
        call_command("demo")


def collect() -> None:
    """Give static files their hashed names; skipped when no file has changed."""
    about = _about_files()
    if _collected() == about:
        return
    os.umask(0o022)  # a web server in front may read them
    call_command("collectstatic", verbosity=0, interactive=False, clear=Path(settings.STATIC_ROOT).exists())
    _stamp().write_text(about)
    os.umask(0o077)


def missing() -> str:
    """Say what has not been prepared for this version; it only reads."""
    if said := schema.newer():
        return said
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return _("The tables are not of this version. Run `spojka prepare` as their owner.")
    if _collected() != _about_files():
        return _("The files of the pages are not of this version. Run `spojka prepare`.")
    return ""


def _about_files() -> str:
    about = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            stat = os.stat(storage.path(name))
            about.update(f"{name} {stat.st_mtime_ns} {stat.st_size}\n".encode())
    return about.hexdigest()


def _collected() -> str:
    return _stamp().read_text() if _stamp().exists() else ""


def _stamp() -> Path:
    return Path(settings.STATIC_ROOT) / "stamp"
