"""What `spojka check` looks at. Each look returns sentences, marked when they tell of a fault."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connection, models
from django.db.migrations.executor import MigrationExecutor
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from spojka.access import fence
from spojka.access.owned import Owned
from spojka.audit.models import Entry
from spojka.files import storing
from spojka.search.filling import is_true, searched_models

from . import files, postgresql, schema, sqlite
from .finding import Finding

LEAST_FREE = 1_000_000_000  # bytes
CLOCK = timedelta(minutes=5)
RELEASED = datetime(2026, 11, 1, tzinfo=UTC)  # a clock before it is wrong


def findings() -> Iterator[Finding]:
    """Look at everything; when the tables are not up to date or hide rows, only at what needs none."""
    engine = sqlite if connection.vendor == "sqlite" else postgresql
    if not settings.DATA_DIR.is_dir():
        no_folder = _("There is no folder %(folder)s; `spojka prepare` makes it.")
        yield Finding(no_folder % {"folder": settings.DATA_DIR}, True)
    if engine is sqlite and not Path(connection.settings_dict["NAME"]).parent.is_dir():
        yield from _room()
        yield from _mail()
        return
    yield from engine.look()
    pending = list(_migrations())
    yield from pending
    if said := fence.obstacle():
        yield Finding(said, True)
    elif not any(finding.is_fault for finding in pending):
        yield from _ownership()
        yield from _searched()
        yield from _uploaded()
        yield from _clock()
    yield from _room()
    yield from _mail()


def _migrations() -> Iterator[Finding]:
    if said := schema.newer():
        yield Finding(said, True)
        return
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        names = ", ".join(str(migration) for migration, _backwards in waiting[:5])
        yield Finding(_("The tables are not up to date, `spojka migrate` helps: %(names)s") % {"names": names}, True)
    else:
        yield Finding(_("The tables are up to date."))


def _ownership() -> Iterator[Finding]:
    faulty = 0
    for model in apps.get_models():
        if not issubclass(model, Owned):
            continue
        for what, found in _disagreeing(model):
            if count := found.count():
                faulty += 1
                said = {"model": model._meta.label, "count": count, "what": what}
                yield Finding(
                    _("%(model)s: %(count)s rows whose owner differs from that of their %(what)s.") % said, True
                )
    if not faulty:
        yield Finding(_("Every row agrees with its owner."))


def _disagreeing(model: type[Owned]) -> Iterator[tuple[str, models.QuerySet]]:
    found = model._base_manager.all()
    yield "service", found.exclude(service__organisation_id=F("organisation_id"))
    yield "team", found.exclude(team=None).exclude(team__service_id=F("service_id"))
    for field in model._meta.concrete_fields:  # a part belongs to whom its whole belongs
        whole = field.related_model
        if isinstance(whole, type) and issubclass(whole, Owned) and _is_part(field):
            same = {f"{field.name}__service_id": F("service_id")}
            yield field.name, found.exclude(**{field.name: None}).exclude(**same)


def _is_part(field: models.Field) -> bool:
    return getattr(field.remote_field, "on_delete", None) is models.CASCADE


def _searched() -> Iterator[Finding]:
    wrong = [model._meta.label for model in searched_models() if not is_true(model)]
    empty = [model._meta.label for model in searched_models() if model._base_manager.filter(words=None).exists()]
    if wrong:
        said = {"models": ", ".join(wrong)}
        yield Finding(_("The search disagrees with its rows, `spojka search rebuild` helps: %(models)s") % said, True)
    if empty:
        said = {"models": ", ".join(empty)}
        yield Finding(_("The search does not know some rows, `spojka search fill` helps: %(models)s") % said, True)
    if not wrong and not empty:
        yield Finding(_("The search agrees with its rows."))


def _uploaded() -> Iterator[Finding]:
    there = {path.relative_to(files.folder()).as_posix() for path in files.stored()}
    named = storing.named()
    if lost := named - there:
        yield Finding(_("Uploaded files that are lost: %(count)s.") % {"count": len(lost)}, True)
    if orphans := there - named:
        yield Finding(_("Uploaded files that belong to nothing: %(count)s.") % {"count": len(orphans)}, True)
    if not lost and not orphans:
        yield Finding(_("Uploaded files: %(count)s, all in their place.") % {"count": len(there)})
    for left in [files.folder().with_name(name) for name in ("files.restoring", "files.before")]:
        if left.exists():
            yield Finding(_("A restore was cut off: %(folder)s is left. Restore once more.") % {"folder": left}, True)


def _clock() -> Iterator[Finding]:
    now = timezone.now()
    last = Entry.objects.order_by("-recorded_at").values_list("recorded_at", flat=True).first()
    if now < RELEASED or (last and last > now + CLOCK):
        yield Finding(_("The clock of this machine is slow: %(now)s.") % {"now": now.isoformat(" ", "seconds")}, True)
    else:
        yield Finding(_("The clock agrees with what was written last."))


def _room() -> Iterator[Finding]:
    folder = Path(settings.DATA_DIR)
    free = shutil.disk_usage(folder if folder.exists() else settings.BASE_DIR).free
    said = {"gigabytes": f"{free / 1e9:.1f}"}
    if free < LEAST_FREE:
        yield Finding(_("The disk is nearly full: %(gigabytes)s GB are free.") % said, True)
    else:
        yield Finding(_("Free on the disk: %(gigabytes)s GB.") % said)
    if folder.exists() and folder.stat().st_mode & 0o077:
        yield Finding(
            _("Others of this machine can look into %(folder)s; `chmod 700` helps.") % {"folder": folder}, True
        )


def _mail() -> Iterator[Finding]:
    if settings.MAIL_IS_SENT:
        yield Finding(_("Mail goes out by a server; `spojka letter E-MAIL` tries it."))
    else:  # no fault: a house may do without, if it knows
        yield Finding(_("No letter leaves: invitations and links to a new password wait for SPOJKA_SMTP."))
