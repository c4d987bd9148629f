"""A summary in words. What is hidden has no sentence: the tables say that it is."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from spojka.encounters.models import Shift
from spojka.ui.words import bound, number

from .cells import Cell, Table

LARGEST = 3  # items named in a sentence


def ahead() -> list[str]:
    """Return what is said of an event or a shift whose day has not come yet."""
    return [_("It is still to come. When your shift there is over, this page says what you did.")]


def told(shifts: Sequence[Shift], figures: Sequence[Cell], tables: Sequence[Table]) -> list[str]:
    """Return sentences about the work, then about each figure that may be told."""
    known = {cell.metric.code: int(cell.value) for cell in figures if cell.value}
    words = [_work(shifts), *(_about(code, known[code], tables) for code in known if code in SAID)]
    words += [] if known or any(cell.value is None for cell in figures) else [_("Nothing was recorded.")]
    return [bound(word) for word in words if word]


def _work(shifts: Sequence[Shift]) -> str:
    ended = [shift for shift in shifts if shift.ended_at and shift.started_at]
    minutes = sum((shift.ended_at - shift.started_at).total_seconds() / 60 for shift in ended)  # type: ignore[operator]
    count = len(shifts)
    if not count:
        return _("No shift took place.")
    hours = round(minutes / 60, 1)
    if len(ended) < count or not hours:
        return ngettext("We worked in %(n)s shift.", "We worked in %(n)s shifts.", count) % {"n": number(count)}
    text = ngettext(
        "We worked in %(n)s shift, %(time)s altogether.", "We worked in %(n)s shifts, %(time)s altogether.", count
    )
    return text % {"n": number(count), "time": _hours(hours)}


def _hours(value: float) -> str:
    """Write hours with their noun: in Czech one form goes with parts of an hour, others with whole hours."""
    if value != int(value):
        return pgettext("not a whole number", "%(n)s hours") % {"n": number(value, 1)}
    return ngettext("%(n)s hour", "%(n)s hours", int(value)) % {"n": number(int(value))}


def _about(code: str, value: int, tables: Sequence[Table]) -> str:
    said = SAID[code](value) % {"n": number(value)}
    largest = next((_largest(table) for table in tables if table.lines[0].cells[0].metric.code == code), "")
    return f"{said}{largest}."


def _largest(table: Table) -> str:
    shown = [line for line in table.lines if line.cells[0].value][:LARGEST]
    if not shown:
        return ""
    return _(", most of all: ") + ", ".join(f"{line.name} ({line.cells[0].text})" for line in shown)


SAID = {
    "contacts": lambda n: ngettext("We had %(n)s contact with people", "We had %(n)s contacts with people", n),
    "tallies.people": lambda n: ngettext(
        "In tallies we served %(n)s more person", "In tallies we served %(n)s more people", n
    ),
    "materials": lambda n: ngettext(
        "We gave out %(n)s piece of material", "We gave out %(n)s pieces of material", n
    ),
    "themes": lambda n: ngettext("We talked about %(n)s theme", "We talked about themes %(n)s times", n),
    "breaths": lambda n: ngettext(
        "We measured breath %(n)s time", "We measured breath %(n)s times", n
    ),
}  # fmt: skip
