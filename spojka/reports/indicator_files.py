"""The block of indicators as a paper, a workbook, a table and JSON. The same numbers as on the page."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from spojka.ui import paper
from spojka.ui.sheets import BOM, safe

from . import documents
from .cells import Cell
from .indicators import Block, Section, Told
from .sheets import number_text, plain
from .workbook import Book

TEMPLATE = Path(__file__).parent / "typst" / "indicators.typ"
About = Sequence[tuple[str, str]]


def title() -> str:
    return _("Indicators of a final report")


def mark() -> str:
    """Return what stands at the head of each of them."""
    return _("Our reading of what funders ask for, not an official form. Compare it with the form you were given.")


def _rows(block: Block) -> Iterator[tuple[Section, str, str, Cell | None, str]]:
    """Yield group, code, name, number and why it is to be filled by hand, line by line; of tables cell by cell."""
    for section in block.sections:
        for one in section.lines:
            yield section, one.code, one.name, one.cell, one.hand
        for line in section.table.lines if section.table else ():
            for cell in line.cells:
                name = f"{line.name}: {cell.metric.name}"
                yield section, f"{line.key}.{cell.metric.code}", name, cell, ""


def as_csv(block: Block, about: About) -> str:
    """Return the block as one table, in the language of the page."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_("group"), _("line"), _("code"), _("value"), _("unit"), _("to be filled by hand, because")])
    for name, value in [(title(), mark()), *about]:
        writer.writerow([_("this report"), safe(name), "", safe(value), "", ""])
    for section, code, name, cell, hand in _rows(block):
        value, unit = (number_text(cell), str(cell.metric.unit.name)) if cell else ("", "")
        writer.writerow([*map(safe, (section.name, name, f"{section.code}.{code}")), value, safe(unit), safe(hand)])
    return BOM + out.getvalue()


def as_json(block: Block) -> dict[str, Any]:
    """Return the block for machines; a hidden number is null, so is one to be filled by hand, with the words why."""
    groups: dict[str, dict[str, Any]] = {one.code: {} for one in block.sections}
    for section, code, name, cell, hand in _rows(block):
        said: dict[str, Any] = {"name": name, "value": plain(cell.value) if cell else None}
        said |= {"unit": cell.metric.unit.code} if cell else {"by_hand": hand}
        groups[section.code][code] = said
    return {
        "report": "indicators",
        "official": False,
        "says": mark(),
        "from": str(block.scope.first),
        "to": str(block.scope.last),
        "made_at": localtime(block.made_at).isoformat(timespec="seconds"),
        "for": block.audience.value,
        "groups": groups,
    }


def as_xlsx(block: Block, about: Iterable[tuple[str, str]]) -> bytes:
    """Return the block as a workbook: a sheet of lines, and one of acts."""
    book = Book()
    sheet = book.sheet(title(), [58, 16, 16, 60])
    book.row(sheet, 0, [title()], "title")
    book.row(sheet, 1, [mark()])
    at = 3
    for name, value in about:
        book.row(sheet, at, [name, value])
        at += 1
    for section in block.sections:
        at += 1
        heads = section.table.heads if section.table else [_("value"), _("unit"), _("to be filled by hand, because")]
        book.row(sheet, at, [section.name, *heads], "head")
        at += 1
        for one in section.lines:
            unit = str(one.cell.metric.unit.name) if one.cell else ""
            book.row(sheet, at, [one.name, one.cell or "", unit, one.hand])
            at += 1
        for line in section.table.lines if section.table else ():
            book.row(sheet, at, [line.name, *line.cells])
            at += 1
    return book.done()


def as_pdf(block: Block, about: About, *, organisation: str) -> bytes:
    """Return the block as a paper; what is to be filled by hand has room for a pen."""
    return paper.pdf(TEMPLATE, pdf_data(block, about, organisation))


def pdf_data(block: Block, about: About, organisation: str) -> dict[str, Any]:
    """Return all that stands on the paper."""
    said = documents.head(title(), organisation, about)
    words = said["words"] | {"by_hand": _("by hand"), "value": _("value")}
    return said | {
        "words": words,
        "mark": mark(),
        "is_own": block.audience == "own",
        "sections": [
            {
                "name": section.name,
                "lines": [_line(one) for one in section.lines],
                "table": documents.told(section.table) if section.table and section.table.lines else None,
            }
            for section in block.sections
        ],
    }


def _line(one: Told) -> dict[str, Any]:
    cell = one.cell
    text, hidden = (cell.text, cell.value is None) if cell else ("", False)
    return {
        "name": one.name,
        "text": text,
        "hidden": hidden,
        "told": cell.told if cell else "",
        "hand": one.hand,
        "is_part": one.is_part,
    }
