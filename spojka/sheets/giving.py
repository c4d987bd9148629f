"""What the page of a table shows, and the rows that it gives away to be mended."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count
from django.utils.translation import gettext as _

from .models import Line, LineState, Sheet, SheetState

SIZE = 50
LOOKS = {  # tone and icon of each state
    LineState.NEW: ("note", "circle-plus"),
    LineState.SAVED: ("ok", "check"),
    LineState.THERE: ("plain", "checkbox"),
    LineState.SIMILAR: ("due", "replace"),
    LineState.ASK: ("due", "help-circle"),
    LineState.WRONG: ("bad", "alert-octagon"),
    LineState.SKIPPED: ("plain", "minus"),
}
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would take for a formula


def counts(lines: Any, sheet: Sheet) -> list[dict[str, Any]]:
    """Return how many rows there are of each kind, with how they look."""
    found = {one["state"]: one["n"] for one in lines.values("state").order_by("state").annotate(n=Count("pk"))}
    found = found or sheet.counts
    return [
        {
            "state": state.value,
            "name": state.label,
            "n": found[state],
            "tone": LOOKS[state][0],
            "icon": LOOKS[state][1],
        }
        for state in LineState
        if found.get(state)
    ]


def page(lines: Any, number: Any) -> Page[Any]:
    """Return a page of rows in the order of the file."""
    found = Paginator(lines.order_by("number"), SIZE).get_page(number)
    found.object_list = list(found.object_list)
    for line in found.object_list:
        line.tone, line.icon = LOOKS[LineState(line.state)]
        line.filled = [cell for cell in line.cells if cell]
    return found


def progress(sheet: Sheet, counted: list[dict[str, Any]]) -> dict[str, int] | None:
    """Return how far a table under way has come."""
    if sheet.state == SheetState.CHECKING:
        return {"done": sheet.done, "total": sheet.total, "percent": sheet.percent}
    if sheet.state == SheetState.IMPORTING:
        by_state = {one["state"]: one["n"] for one in counted}
        waiting = by_state.get("new", 0) + (by_state.get("similar", 0) if sheet.asks.get("with_similar") else 0)
        done = by_state.get("saved", 0)
        return {"done": done, "total": done + waiting, "percent": done * 100 // max(1, done + waiting)}
    return None


def asked(sheet: Sheet) -> dict[str, int]:
    """Return how many words and groups of spellings wait for an answer."""
    words = sum(len(words) for words in sheet.asks.get("words", {}).values())
    return {"words": words, "people": len(sheet.asks.get("people", []))}


def new_places(lines: Any) -> list[str]:
    """Return the names of places that saving would write down."""
    facts = lines.filter(state=LineState.NEW).order_by("number").values_list("facts__place__name", flat=True)
    return sorted({name for name in facts if name})


def as_csv(heads: list[str], lines: Iterable[Line]) -> str:
    """Return rows as a table for a spreadsheet, with the reason behind each."""
    written = io.StringIO()
    table = csv.writer(written, delimiter=";", lineterminator="\r\n")
    table.writerow([*heads, _("Why it was not saved"), _("Row in the original table")])
    for line in lines:
        table.writerow([*map(_safe, line.cells), " ".join(line.says), line.number])
    return written.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(DANGEROUS) and len(cell) > 1 and not cell[1:].isdigit() else cell
