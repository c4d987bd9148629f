import hashlib
import json
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access import fence

from . import files, rows, sealed
from .errors import KeepingError

FORMAT = 1
PIECE = 8 * 1024 * 1024  # of a table in one member


def backup(target: Path, passphrase: str) -> dict[str, Any]:
    """Write everything to `target` as it is at one moment, while others go on writing. Return the manifest."""
    if obstacle := fence.obstacle():
        raise KeepingError(obstacle)
    if target.exists():
        raise KeepingError(_("%(file)s exists already; a backup never overwrites another one.") % {"file": target})
    partial = target.with_name(target.name + ".partial")
    try:
        with open(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
            with snapshot(), sealed.seal(opened, passphrase) as tar:
                manifest = _pack(tar)
            opened.flush()
            os.fsync(opened.fileno())
        partial.rename(target)
    except OSError as fault:
        said = {"file": target, "error": fault.strerror or fault}
        raise KeepingError(_("%(file)s can't be written: %(error)s.") % said) from fault
    finally:
        partial.unlink(missing_ok=True)
    return manifest


@contextmanager
def snapshot() -> Iterator[None]:
    """All queries inside see one moment. Writers are not held up, on either database."""
    if connection.vendor == "postgresql":
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
        return
    with connection.cursor() as cursor:  # atomic() would enter the queue of writers and keep them waiting
        cursor.execute("BEGIN DEFERRED")
        cursor.execute("SELECT count(*) FROM django_migrations")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def _pack(tar: tarfile.TarFile) -> dict[str, Any]:
    models = rows.kept_models()
    about = {
        "format": FORMAT,
        "made_at": timezone.now().isoformat(),
        "version": version("spojka"),
        "database": connection.vendor,
        "migrations": sorted(MigrationRecorder(connection).applied_migrations()),
        "tables": {model._meta.label_lower: rows.columns(model) for model in models},
    }
    sealed.put(tar, "about.json", json.dumps(about, indent=1).encode())
    manifest: dict[str, Any] = {"tables": {model._meta.label_lower: _pack_table(tar, model) for model in models}}
    manifest["files"] = files.pack(tar).said()
    sealed.put(tar, "manifest.json", json.dumps(manifest, indent=1).encode())
    return manifest


def _pack_table(tar: tarfile.TarFile, model: rows.Model) -> dict[str, Any]:
    count, digest, waiting, pieces = 0, hashlib.sha256(), bytearray(), 0
    for line in rows.lines(model):
        count += 1
        digest.update(line)
        waiting += line
        if len(waiting) >= PIECE:
            pieces += 1
            sealed.put(tar, f"tables/{model._meta.label_lower}/{pieces:06}.ndjson", bytes(waiting))
            waiting.clear()
    sealed.put(tar, f"tables/{model._meta.label_lower}/{pieces + 1:06}.ndjson", bytes(waiting))
    return {"rows": count, "sha256": digest.hexdigest()}
