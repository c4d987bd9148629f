"""The report as a workbook: an overview, a sheet for each breakdown, and what each number means."""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from spojka.ui.sheets import PLAIN

from .cells import Cell, Cross, Table
from .compare import Share
from .contacts import Report
from .meanings import Meaning, meanings

FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
WIDEST = 31  # characters of a sheet's name


class Book:
    """A workbook being written: numbers go in as numbers, days as days, what people wrote as text."""

    def __init__(self) -> None:
        import xlsxwriter

        self.out = io.BytesIO()
        self.book = xlsxwriter.Workbook(self.out, PLAIN | {"in_memory": True})
        self.looks = {
            "": self.book.add_format({"valign": "top"}),
            "head": self.book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
            "title": self.book.add_format({"bold": True, "font_size": 14}),
            "long": self.book.add_format({"text_wrap": True, "valign": "top"}),
            "day": self.book.add_format({"num_format": "d. m. yyyy", "align": "left"}),
            "whole": self.book.add_format({"num_format": "#,##0"}),
            "tenths": self.book.add_format({"num_format": "#,##0.0"}),
            "hidden": self.book.add_format({"font_color": "#5E545F", "align": "right"}),
        }
        self._names: dict[str, str] = {}  # of the sheets, as the program calls them, with their whole names

    def sheet(self, name: str, widths: Sequence[int]) -> Any:
        """Begin a sheet under a name that the program takes, and that no other one has."""
        plain = FORBIDDEN.sub(" ", name).strip()
        called, number = plain[:WIDEST], 1
        while called.lower() in map(str.lower, self._names):
            number += 1
            called = f"{plain[: WIDEST - 3]} {number}"
        self._names[called] = name
        sheet = self.book.add_worksheet(called)
        for place, width in enumerate(widths):
            sheet.set_column(place, place, width)
        return sheet

    def row(self, sheet: Any, at: int, values: Iterable[Any], look: str = "") -> None:
        """Write one row: cells of the report, days, numbers and texts, each as what it is."""
        for column, value in enumerate(values):
            if isinstance(value, Cell):
                self._cell(sheet, at, column, value)
            elif isinstance(value, date):
                sheet.write_datetime(at, column, value, self.looks["day"])
            else:
                sheet.write_string(at, column, str(value), self.looks[look])

    def _cell(self, sheet: Any, at: int, column: int, cell: Cell) -> None:
        if cell.value is None:
            sheet.write_string(at, column, cell.text, self.looks["hidden"])
        else:
            tenths = cell.metric.unit.places or isinstance(cell, Share)
            sheet.write_number(at, column, float(cell.value), self.looks["tenths" if tenths else "whole"])

    def contents(self, sheet: Any, at: int) -> None:
        """Write a way to each other sheet: there are many, and their own names are cut."""
        self.row(sheet, at, [_("Sheets of this workbook")], "head")
        for row, (called, name) in enumerate(list(self._names.items())[1:], start=at + 1):
            sheet.write_url(row, 0, f"internal:'{called}'!A1", string=name)

    def done(self) -> bytes:
        self.book.close()
        return self.out.getvalue()


def as_xlsx(report: Report, about: Iterable[tuple[str, str]]) -> bytes:
    """Return the report as a workbook, in the language of the page."""
    book = Book()
    overview, end = _overview(book, report, about)
    against = report.against
    tables = [report.time, *report.tables, *([against.time, *against.tables] if against else [])]
    for table in tables:
        _table(book, table)
    for cross in report.crosses:
        _cross(book, cross)
    _meanings(book, [meaning for _name, group in meanings() for meaning in group])
    book.contents(overview, end + 1)
    return book.done()


def _overview(book: Book, report: Report, about: Iterable[tuple[str, str]]) -> tuple[Any, int]:
    sheet = book.sheet(_("Overview"), [38, 16, 16, 16, 18, 70])
    at = 0
    for name, value in about:
        book.row(sheet, at, [name, value])
        at += 1
    against = report.against
    heads = against.figures.heads[1:] if against else []
    book.row(sheet, at + 1, [_("Figure"), _("value"), *heads, _("unit"), _("definition")], "head")
    at += 2
    for cell in report.figures:
        metric = cell.metric
        compared = against.changes(metric.code).cells[1:] if against else []
        book.row(sheet, at, [str(metric.name), cell, *compared, str(metric.unit.name), str(metric.definition)])
        at += 1
    return sheet, at


def _table(book: Book, table: Table) -> None:
    sheet = book.sheet(table.name, [34, *[14] * len(table.heads)])
    book.row(sheet, 0, [table.of, *table.heads], "head")
    sheet.freeze_panes(1, 1)
    for at, line in enumerate(table.lines, start=1):
        name = date.fromisoformat(line.key) if table.code == "day" else line.name
        book.row(sheet, at, [name, *line.cells])
    if table.totals:
        book.row(sheet, len(table.lines) + 1, [_("altogether"), *table.totals])


def _cross(book: Book, cross: Cross) -> None:
    if cross.is_hidden:
        sheet = book.sheet(cross.table.name, [34, 14])
        book.row(sheet, 0, [_("all items"), Cell(cross.metric, None)])
    elif cross.table.lines:
        _table(book, cross.table)


def _meanings(book: Book, all: Iterable[Meaning]) -> None:
    sheet = book.sheet(_("What the numbers mean"), [32, 70, 14, 28, 34, 30, 40])
    heads = [_("Figure"), _("definition"), _("unit"), _("one row is"), _("source"), _("sureness"), _("privacy")]
    book.row(sheet, 0, heads, "head")
    for at, one in enumerate(all, start=1):
        book.row(
            sheet, at, [one.name, one.definition, one.unit, one.counts, one.source, one.sureness, one.privacy], "long"
        )
