"""A workbook of rows, sent while it is made: XlsxWriter makes the frame, Arrow the rows in it.

Cell by cell XlsxWriter takes several times as long; of its book only what stands between the head and the end of a
sheet's rows is ours.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from spojka.base.fetching import beside
from spojka.ui.sheets import PLAIN

from . import export

if TYPE_CHECKING:
    import pyarrow as pa

LONGEST = 500_000  # rows of one sheet: its text stays under the two gigabytes of a plain ZIP
NUMBERS = (5, 15)  # columns; 1 is a day, 2 a moment
TIMES = (1, 2)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUV"
MOST = 32_767  # characters that a cell holds
ALIKE = re.compile("(_x[0-9A-Fa-f]{4}_)")  # what would be read as a sign written otherwise
ODD = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")  # signs that are written otherwise
SIZE = re.compile(r"<dimension [^>]*/>")  # of the frame; a sheet may leave it out
LOOKS = re.compile(r'r="[BC]2" s="(\d+)"')
SAMPLE = re.compile(r'<row r="2".*?</row>')
DAY, BEGINNING = 86_400, 25_569  # seconds; the days before 1970 by which a spreadsheet counts


def as_workbook(portions: Iterable[export.Read]) -> Iterator[bytes]:
    """Yield a workbook: days are days, numbers numbers, and every text is text, whatever it begins with."""
    sent = _Sent()
    with zipfile.ZipFile(sent, "w", zipfile.ZIP_DEFLATED, compresslevel=2) as book:
        with _frame(2) as frame:
            first, later = (frame.read(f"xl/worksheets/sheet{number}.xml").decode() for number in (1, 2))
        looks, number = LOOKS.findall(first), 0
        written = beside(_pieces(portions), lambda piece: (piece.sheet, _rows(piece.rows(), piece.at, looks)))
        for number, pieces in groupby(written, key=itemgetter(0)):
            head, end = SAMPLE.split(SIZE.sub("", first if number == 1 else later))
            with book.open(f"xl/worksheets/sheet{number}.xml", "w") as sheet:
                sheet.write(head.encode())
                for _sheet, rows in pieces:
                    sheet.write(rows)
                    yield sent.piece()
                sheet.write(end.encode())
        with _frame(max(number, 1)) as frame:  # what names the sheets may come after them
            for name in frame.namelist():
                if "/sheet" not in name:
                    book.writestr(name, frame.read(name))
        if not number:
            book.writestr("xl/worksheets/sheet1.xml", SAMPLE.sub("", first))
    yield sent.piece()


class _Sent(io.RawIOBase):
    """What the archive is written into: keeps what was not sent yet, and can't go back."""

    def __init__(self) -> None:
        self._held: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, some: Any) -> int:
        self._held.append(bytes(some))
        return len(some)

    def piece(self) -> bytes:
        held, self._held = b"".join(self._held), []
        return held


def _frame(sheets: int) -> zipfile.ZipFile:
    """Return a book of sheets with their heads, and a row that shows how days and moments look."""
    import xlsxwriter

    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, PLAIN | {"constant_memory": True, "in_memory": True})
    looks = [book.add_format({"num_format": look}) for look in ("d. m. yyyy", "d. m. yyyy h:mm")]
    head = book.add_format({"bold": True, "bottom": 1})
    for _number in range(sheets):
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        sheet.set_column(0, 21, 16)
        sheet.write_row(0, 0, export.heads(), head)
        for column, look in zip(TIMES, looks, strict=True):
            sheet.write_number(1, column, 1, look)
    book.close()
    return zipfile.ZipFile(made)


@dataclass(frozen=True)
class Piece:
    """Rows that stand together in a sheet, the first of them at this number."""

    sheet: int
    at: int
    portion: export.Read
    start: int
    size: int

    def rows(self) -> pa.Table:
        return self.portion.table().slice(self.start, self.size)


def _pieces(portions: Iterable[export.Read]) -> Iterator[Piece]:
    """Yield rows in portions; one that does not fit into a sheet goes on in the next."""
    done = 0
    for portion in portions:
        start = 0
        while start < len(portion):
            sheet, at = divmod(done, LONGEST)
            size = min(LONGEST - at, len(portion) - start)
            yield Piece(sheet + 1, at + 2, portion, start, size)
            start, done = start + size, done + size


def _rows(portion: pa.Table, at: int, looks: list[str]) -> bytes:
    """Return rows as a sheet writes them, the first one numbered `at`."""
    import pyarrow as pa
    import pyarrow.compute as pc

    numbers = pa.array(range(at, at + len(portion)), pa.int32()).cast("string")
    cells = [_cells(column, place, numbers, looks) for place, column in enumerate(portion.columns)]
    lines = pc.binary_join_element_wise('<row r="', numbers, '">', *cells, "</row>", "")
    return bytes(pc.binary_join(pa.ListArray.from_arrays([0, len(lines)], lines), "")[0].as_buffer())


def _cells(column: pa.ChunkedArray, place: int, numbers: pa.Array, looks: list[str]) -> pa.Array:
    import pyarrow.compute as pc

    column, name = column.combine_chunks(), f'<c r="{LETTERS[place]}'
    if place in NUMBERS:
        return pc.binary_join_element_wise(name, numbers, '"><v>', column.cast("string"), "</v></c>", "")
    if place in TIMES:
        look = looks[TIMES.index(place)]
        return pc.binary_join_element_wise(name, numbers, f'" s="{look}"><v>', _counted(column), "</v></c>", "")
    texts = export.told(column, _written)
    cells = pc.binary_join_element_wise(
        name, numbers, '" t="inlineStr"><is><t xml:space="preserve">', texts, "</t></is></c>", ""
    )
    return pc.if_else(pc.equal(texts, ""), "", cells)


def _counted(moments: pa.Array) -> pa.Array:
    """Return days and moments as a spreadsheet counts them."""
    import pyarrow.compute as pc

    seconds = moments.cast("timestamp[s]").cast("int64").cast("float64")
    return pc.add(pc.divide(seconds, DAY), BEGINNING).cast("string")


def _written(text: str) -> str:
    """Return a text as a sheet holds it."""
    told = ODD.sub(lambda sign: f"_x{ord(sign[0]):04X}_", ALIKE.sub(r"_x005F\1", text[:MOST]))
    return escape(told, quote=False)
