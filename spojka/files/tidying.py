"""Files to which no row leads any more: erased ones, and what a cut-off sending left."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from . import storing

WAIT = timedelta(days=2)  # a sending that runs just now has written its file and not yet its row


def tidy(at: datetime) -> Iterator[tuple[str, int]]:
    """Erase files that belong to nothing."""
    room, before, count = storing.folder(), (at - WAIT).timestamp(), 0
    named = storing.named()
    for path in sorted(room.rglob("*")):
        if path.is_file() and path.relative_to(room).as_posix() not in named and path.stat().st_mtime < before:
            path.unlink()
            count += 1
    yield _("Files that belong to nothing"), count
