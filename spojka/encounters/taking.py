"""The files of an export, made as they are sent; and the trace they leave: what was asked, how much, its digest."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from django.db.models import Q

from spojka.access import fence
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.audit import log
from spojka.base.fetching import beside
from spojka.ui.sheets import BOM, safe

from . import export
from .models import Encounter
from .workbook import as_workbook

if TYPE_CHECKING:
    import pyarrow as pa

RISKY = frozenset("=+-@\t\r\n \N{NO-BREAK SPACE}")
END = "\r\n"
SIGNS = '[;"\r\n]'  # that a table can only hold in quotes
TYPED = (4, 6, 7, 8, 10, 16, 17, 18, 19, 20)  # columns whose words people typed somewhere


def taken(by: Actor, where: Q, asked: str, kind: str) -> Iterator[bytes]:
    """Yield the file in pieces. Afterwards the audit holds what was asked, the number of rows and the file's digest.

    What breaks off in the middle leaves a trace that says so: rows that were sent are out.
    """
    fence.tell(by)  # the page that answered is over, the database has forgotten who acts
    counted, digest, is_whole = Counter(export.portions(by, where)), hashlib.sha256(), False
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

    def __init__(self, portions: Iterable[export.Read]):
        self._portions, self.rows = portions, 0

    def __iter__(self) -> Iterator[export.Read]:
        for portion in self._portions:
            self.rows += len(portion)
            yield portion


def as_csv(portions: Iterable[export.Read]) -> Iterator[bytes]:
    """Yield a table that every spreadsheet opens in Czech; nothing in it is taken for a formula."""
    head = io.StringIO()
    csv.writer(head, delimiter=";", lineterminator=END).writerow(export.heads())
    before = (BOM + head.getvalue()).encode()
    for lines in beside(portions, lambda portion: _lines(portion.table())):
        yield before + lines
        before = b""
    if before:
        yield before


def _lines(rows: pa.Table) -> bytes:
    import pyarrow as pa
    import pyarrow.compute as pc

    cells = [_cells(column, place) for place, column in enumerate(rows.columns)]
    lines = pa.ListArray.from_arrays([0, len(rows)], pc.binary_join_element_wise(*cells, ";"))
    return bytes(pc.binary_join(lines, END)[0].as_buffer()) + END.encode()


def _cells(column: pa.ChunkedArray, place: int) -> pa.Array:
    """Return cells as a table has them; only what begins like a formula, or has a sign of the form, is looked at."""
    import pyarrow as pa
    import pyarrow.compute as pc

    whole = column.combine_chunks().cast("string")
    if place in TYPED:
        first = pc.utf8_slice_codeunits(whole, 0, 1)
        whole = _mended(whole, pc.is_in(first, value_set=pa.array(sorted(RISKY))), safe)
    return _mended(whole, pc.match_substring_regex(whole, SIGNS), _quoted)


def _mended(column: pa.Array, which: pa.Array, how: Callable[[str], str]) -> pa.Array:
    import pyarrow as pa
    import pyarrow.compute as pc

    said = [how(text) for text in column.filter(which).to_pylist()]
    return pc.replace_with_mask(column, which, pa.array(said, pa.string())) if said else column


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


MAKERS: dict[str, Callable[[Iterable[export.Read]], Iterator[bytes]]] = {"csv": as_csv, "xlsx": as_workbook}
