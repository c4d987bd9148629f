"""Columns that are far behind are brought up to date by a process of their own: nobody's page waits for minutes."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from functools import reduce
from operator import or_
from threading import Thread

from django.conf import settings
from django.db.models import Q

from spojka.figures.folder import Folder, Manifest
from spojka.network.models import Service

from . import changes
from .models import Encounter

AT_ONCE = 40_000  # contacts that a page may read anew by itself


class BeingPrepared(Exception):
    """Figures can't be told yet. `done` of `all` months were read; the ones we had are as of `known_at`."""

    def __init__(self, service: Service, done: int, all: int, known_at: datetime | None):
        super().__init__(f"The figures of {service.pk} are being prepared")
        self.service, self.done, self.all, self.known_at = service, done, all, known_at


def stop_if_far_behind(service: Service) -> None:
    """Let a page tell that figures are being prepared, and see that they are."""
    folder = Folder(service.pk)
    known = folder.manifest()
    if not _is_far_behind(service, known):
        return
    if not folder.is_held():
        begin(service)
    done, all = folder.progress()
    raise BeingPrepared(service, done, all, datetime.fromisoformat(known.at) if known.at else None)


def _is_far_behind(service: Service, known: Manifest) -> bool:
    if known.definitions and changes.are_none(service.pk, known):
        return False
    rows = Encounter.objects.filter(service=service)
    if rows[: AT_ONCE + 1].count() <= AT_ONCE:
        return False
    if not changes.holds(service.pk, known):
        return True
    spans = [Q(day__range=changes.span(month)) for month in changes.since(service.pk, known).months]
    return bool(spans) and rows.filter(reduce(or_, spans))[: AT_ONCE + 1].count() > AT_ONCE


def begin(service: Service) -> None:
    """Bring the columns of a service up to date in a process of its own; two of them wait for each other."""
    command = [sys.executable, "-m", "config.cli", "figures", "refresh", "--service", str(service.pk)]
    nothing = subprocess.DEVNULL
    child = subprocess.Popen(
        command, cwd=settings.BASE_DIR, stdin=nothing, stdout=nothing, start_new_session=True, preexec_fn=_behind_pages
    )
    Thread(target=child.wait, daemon=True).start()


def _behind_pages() -> None:
    os.nice(10)
