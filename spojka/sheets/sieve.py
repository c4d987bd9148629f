"""Which rows are no records: sums, repeated heads, notes below the table, days with nothing."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from .plan import LIST_OF, Plan
from .table import Row, Sums, Table, is_heads, is_total
from .values import is_day

COUNTED = {"people", "minutes"}
SILENT = {"", "note", "worker"}  # what may stand beside sums


@dataclass
class Sieved:
    """Why rows are left out, and which day was filled down to which row; by the row's number."""

    skips: dict[int, str] = field(default_factory=dict)
    days: dict[int, str] = field(default_factory=dict)
    empty: int = 0


def sieve(table: Table, plan: Plan) -> Sieved:
    """Go through the rows once."""
    columns = plan.columns(table.heads)
    counted = [place for target, places in columns.items() if _is_counted(target) for place in places]
    telling = [place for target, places in columns.items() for place in places if target not in SILENT]
    telling = sorted({*telling} - {*counted})
    dates = columns.get("date", [])
    found, section, whole, day = Sieved(), Sums(), Sums(), ""
    for row in table.rows:
        if row.is_empty:
            found.empty += 1
            continue
        said = next((row.cells[place] for place in dates if row.cells[place]), "")
        is_telling = bool(row.carried or any(row.cells[place] for place in telling))
        if why := _why_skipped(row, table, plan, columns):
            found.skips[row.number] = why
        elif not is_telling and (section.holds(row, counted) or whole.holds(row, counted)):
            found.skips[row.number] = _("A row with sums: its numbers add up those above.")
            section.clear()
        else:
            section.add(row, counted)
            whole.add(row, counted)
            day = said or next((row.carried[place] for place in dates if place in row.carried), day)
            if plan.fills_down and not said and day:
                found.days[row.number] = day
    return found


def _is_counted(target: str) -> bool:
    return target in COUNTED or target.partition(":")[0] in ("act", "act_minutes", "material")


def _why_skipped(row: Row, table: Table, plan: Plan, columns: dict[str, list[int]]) -> str:
    if is_heads(row.cells, table.heads):
        return _("Repeated heads of columns.")
    if is_total(row.cells) and not _has_day(row, columns):
        return _("A row with sums.")
    filled = [place for place, cell in enumerate(row.cells) if cell]
    if len(filled) > 1 or row.carried:
        return ""
    if filled[0] in columns.get("date", []):
        return _("There is nothing but the day.") if is_day(row.cells[filled[0]]) else _("A note, no record.")
    target = plan.fields.get(table.heads[filled[0]], "")
    if plan.fills_down and target:
        return ""
    said = row.cells[filled[0]]
    is_value = target in ("person", "acts", "materials") or target.partition(":")[0] in LIST_OF
    is_sentence = ":" in said or len(said.split()) > 2
    return _("A note, no record.") if any(map(str.isalpha, said)) and (is_sentence or not is_value) else ""


def _has_day(row: Row, columns: dict[str, list[int]]) -> bool:
    return any(is_day(row.cells[place]) for place in columns.get("date", []))
