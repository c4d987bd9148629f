"""The report as a table for a spreadsheet, and as JSON. The same numbers as on the page."""

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from spojka.ui.sheets import BOM, safe

from .arrange import name_of
from .cells import Cell, Cross, Line
from .contacts import Report


def as_csv(report: Report, about: Iterable[tuple[str, str]]) -> str:
    """Return the report as one long table, in the language of the page. `about` says who made it and of what."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    against = report.against
    beside = against.figures.heads[1:] if against else []
    heads = [_("part"), _("line"), _("item"), _("figure"), _("code"), _("value"), _("unit"), _("definition")]
    writer.writerow([*heads, *beside])
    for name, value in about:
        writer.writerow([safe(cell) for cell in (_("this report"), name, "", "", "", value, "", "")])
    for cell in report.figures:
        compared = against.changes(cell.metric.code).cells[1:] if against else []
        row = _row((_("figures"), "", ""), cell, str(cell.metric.definition))
        writer.writerow([*row, *map(number_text, compared)])
    for place, cell in _lines(report):
        writer.writerow(_row(place, cell, ""))
    for table in [against.time, *against.tables] if against else []:
        for line in table.lines:
            row = _row((table.name, line.name, ""), line.cells[0], "")
            writer.writerow([*row, *map(number_text, line.cells[1:])])
    return BOM + out.getvalue()


def _row(place: tuple[str, str, str], cell: Cell, definition: str) -> list[str]:
    metric = cell.metric
    words = (*place, str(metric.name), metric.code)
    return [*map(safe, words), number_text(cell), safe(str(metric.unit.name)), safe(definition)]


def _lines(report: Report) -> Iterator[tuple[tuple[str, str, str], Cell]]:
    for table in (report.time, *report.tables):
        for line in table.lines:
            for cell in line.cells:
                yield (table.name, line.name, ""), cell
    for cross in report.crosses:
        part = name_of(cross.dimension)
        if cross.is_hidden:
            yield (part, "", _("all items")), Cell(cross.metric, None)
        for _key, line, cells in cross.lines:
            yield from (((part, line, item), cell) for _code, item, cell in cells if cell.value)


def number_text(cell: Cell) -> str:
    if cell.value is None:
        return cell.text
    return str(cell.value).replace(".", ",") if get_language() == "cs" else str(cell.value)


def as_json(report: Report) -> dict[str, Any]:
    """Return the report for machines; a hidden number is null."""
    scope = report.scope
    return {
        "report": "contacts",
        "from": str(scope.first),
        "to": str(scope.last),
        "made_at": localtime(report.made_at).isoformat(timespec="seconds"),
        "for": report.audience.value,
        "figures": {cell.metric.code: _described(cell) for cell in report.figures},
        "by": {
            table.code: [
                {"key": line.key, "name": line.name, "figures": {c.metric.code: plain(c.value) for c in line.cells}}
                for line in table.lines
            ]
            for table in (report.time, *report.tables)
        },
        "items_by": _crossed(report.crosses),
    } | _against(report)


def _against(report: Report) -> dict[str, Any]:
    """Return what the earlier period had and by how much this one differs, if one was asked for."""
    if not (against := report.against):
        return {}
    tables = (against.time, *against.tables)
    return {
        "against": {
            "from": str(against.scope.first),
            "to": str(against.scope.last),
            "figures": {line.key: _beside(line) for line in against.figures.lines},
            "by": {
                table.code.removeprefix("against."): [
                    {"key": line.key, "name": line.name} | _beside(line) for line in table.lines
                ]
                for table in tables
            },
        }
    }


def _beside(line: Line) -> dict[str, Any]:
    names = ("now", "before", "difference", "percent")
    return {name: plain(cell.value) for name, cell in zip(names, line.cells, strict=True)}


def _crossed(crosses: Iterable[Cross]) -> dict[str, dict[str, Any]]:
    """Return by dimension and figure each value with the items it has; null where nothing of it may be shown."""
    said: dict[str, dict[str, Any]] = {}
    for cross in crosses:
        lines = {
            key: {item: plain(cell.value) for item, _name, cell in cells if cell.value}
            for key, _line, cells in cross.lines
        }
        said.setdefault(cross.dimension, {})[cross.metric.code] = None if cross.is_hidden else lines
    return said


def _described(cell: Cell) -> dict[str, Any]:
    metric = cell.metric
    return {
        "name": str(metric.name),
        "value": plain(cell.value),
        "unit": metric.unit.code,
        "definition": str(metric.definition),
        "sureness": metric.sureness,
    }


def plain(value: int | Decimal | None) -> int | float | None:
    """Return a number as JSON has it."""
    return float(value) if isinstance(value, Decimal) else value
