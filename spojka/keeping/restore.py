import hashlib
import json
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import Error, connection, transaction
from django.utils.translation import gettext as _

from spojka.access import fence
from spojka.base.planning import look_over

from . import files, rows, schema, sealed
from .backup import FORMAT
from .errors import KeepingError

Say = Callable[[str], None]


def restore(source: Path, passphrase: str, *, replace: bool, say: Say) -> dict[str, Any]:
    """Put everything back as it was in `source`: all or, when anything fails, nothing. Return the manifest."""
    if obstacle := fence.obstacle():
        raise KeepingError(obstacle)
    if not replace and schema.holds_data():
        raise KeepingError(_("The database is not empty. To put the backup in its place, add --replace."))
    try:
        opened = source.open("rb")
    except OSError as fault:
        said = {"file": source, "error": fault.strerror}
        raise KeepingError(_("%(file)s can't be read: %(error)s.") % said) from fault
    with opened, sealed.unseal(opened, passphrase) as tar:
        about = _about(tar)
        registry = schema.fit(about["migrations"])
        stage = files.Stage()
        try:
            with transaction.atomic():
                manifest = _load(tar, rows.every_model(registry), about["tables"], stage, say)
            stage.place()
        except (Error, ValueError, KeyError) as fault:
            raise KeepingError(_("The backup can't be put back. Nothing was changed.")) from fault
        finally:
            stage.drop()
    ContentType.objects.clear_cache()
    schema.bring_up_to_date()
    return manifest


def _about(tar: tarfile.TarFile) -> dict[str, Any]:
    member = tar.next()
    if member is None or member.name != "about.json":
        raise tarfile.TarError("about.json")
    about: dict[str, Any] = json.loads(tar.extractfile(member).read())  # type: ignore[union-attr]
    if about["format"] > FORMAT:
        raise KeepingError(
            _("The backup was made by a newer Spojka. Install that version first. Nothing was changed.")
        )
    return about


def _load(
    tar: tarfile.TarFile, models: list[rows.Model], columns: dict[str, list[str]], stage: files.Stage, say: Say
) -> dict[str, Any]:
    by_label = {model._meta.label_lower: model for model in models}
    rows.empty(models)
    counts, hashes = dict.fromkeys(columns, 0), {label: hashlib.sha256() for label in columns}
    while (member := tar.next()) is not None:
        content = tar.extractfile(member)
        kind, _slash, name = member.name.partition("/")
        if kind == "tables":
            label = name.partition("/")[0]
            if counts[label] == 0:
                say(label)
            hashed = _hashed(content, hashes[label])
            counts[label] += rows.insert(by_label[label], columns[label], hashed)
        elif kind == "files":
            stage.add(name, content)  # type: ignore[arg-type]
        elif kind == "manifest.json":
            manifest: dict[str, Any] = json.loads(content.read())  # type: ignore[union-attr]
            break
    else:
        raise tarfile.TarError("manifest.json")
    found = {label: {"rows": counts[label], "sha256": hashes[label].hexdigest()} for label in columns}
    if manifest != {"tables": found, "files": stage.tally.said()}:
        raise tarfile.TarError("manifest.json")
    connection.check_constraints()
    rows.reset_counters(models)
    look_over()
    return manifest


def _hashed(content: Any, digest: Any) -> Iterator[bytes]:
    for line in content:
        digest.update(line)
        yield line
