"""What was brought, packed small for the time it is needed."""

import json
import zlib
from collections.abc import Sequence
from dataclasses import asdict

from .models import Sheet
from .reading import Page
from .sieve import Sieved
from .table import Row, Table, table


def pack(pages: Sequence[Page], sieved: Sieved | None = None) -> bytes:
    """Return pages, and what the sieve said of the chosen one, as bytes."""
    said = {"pages": [asdict(page) for page in pages], "sieved": asdict(sieved or Sieved())}
    return zlib.compress(json.dumps(said, ensure_ascii=False).encode(), 3)


def pages_of(sheet: Sheet) -> list[Page]:
    """Return the pages of a table that was not erased yet."""
    return [Page(**page) for page in _unpacked(sheet)["pages"]]


def table_of(sheet: Sheet) -> Table:
    """Return the chosen page as a table."""
    return table(pages_of(sheet)[sheet.page])


def records_of(sheet: Sheet) -> tuple[Table, list[Row], Sieved]:
    """Return the table, its rows that are not empty, and what the sieve said."""
    said = _unpacked(sheet)
    whole = table(Page(**said["pages"][sheet.page]))
    numbered = {name: {int(row): text for row, text in said["sieved"][name].items()} for name in ("skips", "days")}
    sieved = Sieved(**numbered, empty=said["sieved"]["empty"])
    return whole, [row for row in whole.rows if not row.is_empty], sieved


def _unpacked(sheet: Sheet):
    return json.loads(zlib.decompress(bytes(sheet.content or b"")))
