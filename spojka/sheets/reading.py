"""Files into pages of text cells. Everything is text, so that one table means the same from XLSX and from CSV."""

import codecs
import hashlib
import io
import zipfile
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from spojka.base.errors import Refusal

from . import delimited, hidden

MOST_BYTES = 20_000_000
MOST_ROWS = 50_000
MOST_COLUMNS = 120
MOST_UNPACKED = 400_000_000  # a few kilobytes can unpack into a disk full of nothing
CELL = 2_500  # characters; a note has 2,000
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
NO_TABLES = (b"%PDF-", b"{\\rtf", b"<")  # readable as text, and yet no table: a web page, too, named .xls
LOCKED = "EncryptedPackage".encode("utf-16-le")


class BadFile(Refusal):
    """The file can't be read. The message says what to do."""

    def __init__(self, message: str):
        super().__init__(message, field="file")


@dataclass
class Page:
    """One sheet of a workbook. `merged` are areas (row, column, last row, last column); rows count from 0."""

    name: str
    rows: list[list[str]]
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden: list[int] = field(default_factory=list)
    is_hidden: bool = False


def read(data: bytes) -> list[Page]:
    """Return the pages of a file that hold something."""
    if len(data) > MOST_BYTES:
        raise BadFile(_("The file is larger than 20 MB. Divide it, for instance by years."))
    if not data.strip():
        raise BadFile(_("The file is empty."))
    if data.removeprefix(codecs.BOM_UTF8).lstrip().startswith(NO_TABLES):
        raise BadFile(
            _("The file can't be read: it is damaged, or no table. Open it, save it as XLSX and bring it again.")
        )
    pages = _workbook(data) if data[:4] in (ZIP, OLE) else [Page("", delimited.rows(data, BadFile))]
    pages = [page for page in pages if any(any(row) for row in page.rows)]
    if not pages:
        raise BadFile(_("There is nothing written in the file."))
    for page in pages:
        _check_size(len(page.rows), max(map(len, page.rows)))
    return pages


def digest(data: bytes) -> str:
    """Return what tells one file from another."""
    return hashlib.sha256(data).hexdigest()


def _workbook(data: bytes) -> list[Page]:
    import python_calamine as calamine

    if data[:4] == OLE and LOCKED in data:
        raise BadFile(_("The file is locked by a password. Save it without one and bring it again."))
    if data[:4] == ZIP:
        _stop_bomb(data)
    try:
        book = calamine.load_workbook(io.BytesIO(data))
        return [_page(book.get_sheet_by_index(place), meta, data) for place, meta in _sheets(book)]
    except calamine.PasswordError:
        raise BadFile(_("The file is locked by a password. Save it without one and bring it again.")) from None
    except (calamine.CalamineError, OSError, ValueError, zipfile.BadZipFile):
        raise BadFile(
            _("The file can't be read: it is damaged, or no table. Open it, save it as XLSX and bring it again.")
        ) from None


def _sheets(book: Any) -> list[tuple[int, Any]]:
    import python_calamine as calamine

    return [
        (place, meta)
        for place, meta in enumerate(book.sheets_metadata)
        if meta.typ == calamine.SheetTypeEnum.WorkSheet
    ]


def _page(sheet: Any, meta: Any, data: bytes) -> Page:
    import python_calamine as calamine

    _check_size(sheet.total_height, sheet.total_width)
    rows = [[_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    merged = [(*first, *last) for first, last in sheet.merged_cell_ranges or []]
    while rows and not any(rows[-1]):
        rows.pop()
    is_hidden = meta.visible != calamine.SheetVisibleEnum.Visible
    return Page(meta.name, rows, merged, hidden.rows(data, meta.name) if data[:4] == ZIP else [], is_hidden)


def _text(value: Any) -> str:
    """Return a cell as a Czech would type it: 1,5; 2026-05-03; 20:15; ano."""
    match value:
        case bool():
            return "ano" if value else "ne"
        case float():
            return str(int(value)) if value.is_integer() else repr(value).replace(".", ",")
        case datetime():
            return value.strftime("%Y-%m-%d" if value.time() == time() else "%Y-%m-%d %H:%M")
        case date():
            return value.isoformat()
        case time():
            return value.strftime("%H:%M")
        case timedelta():
            total = round(value.total_seconds() / 60)
            return f"{total // 60}:{total % 60:02}"
    return str(value).strip()[:CELL]


def _stop_bomb(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = list(islice(packed.infolist(), 5_000))
    except zipfile.BadZipFile:
        raise BadFile(
            _("The file can't be read: it is damaged, or no table. Open it, save it as XLSX and bring it again.")
        ) from None
    if len(parts) >= 5_000 or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise BadFile(_("The file is too large when unpacked. Copy the cells into a new file and bring that."))


def _check_size(rows: int, columns: int) -> None:
    if rows > MOST_ROWS:
        raise BadFile(_("The table has more than 50,000 rows. Divide it, for instance by years."))
    if columns > MOST_COLUMNS:
        raise BadFile(_("The table has more than 120 columns. Leave only those with contacts."))
