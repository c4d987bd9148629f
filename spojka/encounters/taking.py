"""The files of an export, made as they are sent; and the trace they leave: what was asked, how much, its digest."""

import csv
import hashlib
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Q

from spojka.access import fence
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.audit import log
from spojka.ui.sheets import BOM, PLAIN, safe

from . import export
from .models import Encounter

CHUNK = 1 << 18
LONGEST = 1_000_000  # rows of one sheet; the program's own end is a little later
NUMBERS = (5, 15)  # columns; 1 is a day, 2 a moment
RISKY = frozenset("=+-@\t\r\n \N{NO-BREAK SPACE}")
TYPED = (4, 6, 7, 8, 10, 16, 17, 18, 19)  # columns whose words people typed somewhere


def taken(by: Actor, where: Q, asked: str, kind: str) -> Iterator[bytes]:
    """Yield the file in pieces. Afterwards the audit holds what was asked, the number of rows and the file's digest.

    What breaks off in the middle leaves a trace that says so: rows that were sent are out.
    """
    fence.tell(by)  # the page that answered is over, the database has forgotten who acts
    counted, digest, is_whole = Counter(export.rows(by, where)), hashlib.sha256(), False
    try:
        for piece in MAKERS[kind](counted):
            digest.update(piece)
            yield piece
        is_whole = True
    finally:
        about = {"asked": asked, "rows": counted.rows, "digest": digest.hexdigest(), "is_whole": is_whole}
        log.taken(verb=Permission.ENCOUNTER_EXPORT, by=by, model=Encounter, **about)
        fence.tell(None)


class Counter:
    """Rows on their way, counted."""

    def __init__(self, rows: Iterable[list[Any]]):
        self._rows, self.rows = rows, 0

    def __iter__(self) -> Iterator[list[Any]]:
        for row in self._rows:
            self.rows += 1
            yield row


class _Lines:
    """What the writer of CSV writes into: keeps the lines until they make a piece."""

    def __init__(self) -> None:
        self.held: list[str] = []

    def write(self, line: str) -> None:
        self.held.append(line)

    def piece(self) -> bytes:
        """Return what is held, and forget it."""
        held, self.held = "".join(self.held).encode(), []
        return held


def as_csv(rows: Iterable[list[Any]]) -> Iterator[bytes]:
    """Yield a table that every spreadsheet opens in Czech; nothing in it is taken for a formula."""
    lines = _Lines()
    writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
    lines.write(BOM)
    writer.writerow(export.heads())
    for row in rows:
        for at in TYPED:
            if row[at][:1] in RISKY:
                row[at] = safe(row[at])
        writer.writerow(row)
        if len(lines.held) > 2000:
            yield lines.piece()
    yield lines.piece()


def as_xlsx(rows: Iterable[list[Any]]) -> Iterator[bytes]:
    """Yield a workbook, which can only be sent once it is whole: it is written row by row into a file of our own."""
    import xlsxwriter

    with tempfile.TemporaryDirectory(dir=_room(), prefix="export-") as room:
        path = Path(room) / "contacts.xlsx"
        book = xlsxwriter.Workbook(path, PLAIN | {"constant_memory": True, "tmpdir": room})
        _fill(book, rows)
        book.close()
        with path.open("rb") as made:
            while piece := made.read(CHUNK):
                yield piece


def _room() -> str | None:
    """Return our own folder, where nobody else reads; tests and in-memory set-ups have the system's."""
    return str(settings.DATA_DIR) if settings.DATA_DIR.is_dir() else None


def _fill(book: Any, rows: Iterable[list[Any]]) -> None:
    looks = [book.add_format({"num_format": look}) for look in ("d. m. yyyy", "d. m. yyyy h:mm")]
    sheet, at = None, 0
    for row in rows:
        if sheet is None or at > LONGEST:
            sheet, at = _sheet(book), 1
        text, number = sheet.write_string, sheet.write_number
        for column, value in enumerate(row):
            if column in (1, 2):
                sheet.write_datetime(at, column, datetime.fromisoformat(value), looks[column - 1])
            elif column in NUMBERS:
                number(at, column, value)
            elif value:
                text(at, column, value)
        at += 1
    if sheet is None:
        _sheet(book)


def _sheet(book: Any) -> Any:
    sheet = book.add_worksheet()
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, 20, 16)
    sheet.write_row(0, 0, export.heads(), book.add_format({"bold": True, "bottom": 1}))
    return sheet


MAKERS: dict[str, Callable[[Iterable[list[Any]]], Iterator[bytes]]] = {"csv": as_csv, "xlsx": as_xlsx}
