"""The two ways into the audit: `deed` for what was done, `reading` for what was shown."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Model

from .models import Entry, Seen, Taken

Shown = tuple[Any, type[Model], UUID]
_page: ContextVar[list[Shown] | None] = ContextVar("page", default=None)


def deed(*, verb: str, by: Any, row: Model, service_id: UUID | None = None) -> None:
    """Remember in the transaction of the deed that `by` did `verb` to `row`, whose service may be said."""
    own = row.pk if row._meta.model_name == "service" else getattr(row, "service_id", None)
    _entry(verb, by, service_id=service_id or own, subject_model=row._meta.label, subject_id=row.pk).save(
        force_insert=True
    )


def deeds(*, verb: str, by: Any, rows: Iterable[Model]) -> None:
    """Remember one deed done to many rows of services, in few statements."""
    Entry.objects.bulk_create(
        [
            _entry(
                verb, by, service_id=getattr(row, "service_id", None), subject_model=row._meta.label, subject_id=row.pk
            )
            for row in rows
        ],
        batch_size=500,
    )


def reading(*, verb: str, by: Any, model: type[Model], ids: Iterable[UUID]) -> None:
    """Remember that rows were shown to `by`: with the page that is being made, or at once outside of one."""
    shown = [(by, model, id) for id in ids]
    page = _page.get()
    if page is None:
        _write(verb, shown)
    else:
        page.extend(shown)


@contextmanager
def page(name: Callable[[], str]) -> Iterator[None]:
    """Collect what one page shows; on leaving write one entry for each reader of it (there is one)."""
    shown: list[Shown] = []
    token = _page.set(shown)
    try:
        yield
    finally:
        _page.reset(token)
    _write(name(), shown)


@contextmanager
def unshown() -> Iterator[None]:
    """Let nothing count as shown that is only counted inside."""
    token = _page.set([])
    try:
        yield
    finally:
        _page.reset(token)


def taken(*, verb: str, by: Any, model: type[Model], asked: str, rows: int, digest: str, is_whole: bool) -> None:
    """Remember that `by` took rows away in a file: what was asked, how many went, and the digest of the file."""
    with transaction.atomic():
        entry = _entry(verb, by, is_reading=True, subject_model=model._meta.label)
        entry.save(force_insert=True)
        services = ",".join(sorted(str(service) for service in by.services))
        said = {"services": services, "asked": asked[:1000], "rows": rows, "digest": digest, "is_whole": is_whole}
        Taken(entry=entry, **said).save(force_insert=True)


def _write(name: str, shown: list[Shown]) -> None:
    if not shown:
        return
    with transaction.atomic():
        for by in {id(by): by for by, _, _ in shown}.values():
            entry = _entry(name, by, is_reading=True)
            entry.save(force_insert=True)
            rows = {(model._meta.label, pk) for reader, model, pk in shown if reader is by}
            Seen.objects.bulk_create(Seen(entry=entry, model=label, row_id=pk) for label, pk in sorted(rows, key=str))


def _entry(verb: str, by: Any, **fields: Any) -> Entry:
    house = by.organisation.pk if by.organisation else None
    who = {"actor_kind": by.kind, "actor_id": by.id, "role": by.role, "tablet_id": getattr(by, "tablet", None)}
    return Entry(verb=verb, organisation_id=house, **who, **fields)
