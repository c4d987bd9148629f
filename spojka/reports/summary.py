"""What was done at an event or in a shift, for those who hold it: in words, in figures, night by night.

A shift's paper is a line of its event's: were they hidden each by itself, the others would give the small one away.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from spojka.access.actor import Actor
from spojka.encounters.models import Shift
from spojka.encounters.scope import Scope
from spojka.events.models import Event
from spojka.figures import registry
from spojka.figures.protect import Audience
from spojka.ui.words import day, days, hours

from . import sentences
from .arrange import Arranged
from .cells import Cell, Line, Table
from .contacts import count
from .words import Names

FIGURES = ("contacts", "tallies.people", "acts", "materials", "themes", "breaths")
ITEMS = ("materials", "themes")  # what was given and talked about; no substances, they could point at somebody


@dataclass(frozen=True, kw_only=True)
class Summary:
    """All that the page and the paper of an event or a shift say."""

    name: str
    when: str
    where: str
    audience: Audience
    made_at: datetime
    words: Sequence[str]
    figures: Sequence[Cell]
    nights: Table | None  # None: there is one only
    tables: Sequence[Table]

    @property
    def is_own(self) -> bool:
        return self.audience is Audience.OWN

    @property
    def is_ahead(self) -> bool:
        """Whether it is still to come, so that there is nothing to count."""
        return not self.figures

    @property
    def hides(self) -> bool:
        shown = [*self.figures, *(cell for table in self.tables for line in table.lines for cell in line.cells)]
        nights = self.nights.lines if self.nights else []
        return any(cell.value is None for cell in (*shown, *(cell for line in nights for cell in line.cells)))


def of_event(by: Actor, event: Event, shifts: Sequence[Shift], audience: Audience, at: datetime) -> Summary:
    """Return what was done at an event in the shifts that took place."""
    held = [shift for shift in shifts if shift.started_at]
    if not held and event.ends_on >= timezone.localdate(at):
        when = f"{days(event.starts_on, event.ends_on)} {event.ends_on.year}"
        return _ahead(name=event.name, when=when, where=str(event.venue), audience=audience, made_at=at)
    on = [event.starts_on, event.ends_on, *(shift.day for shift in held)]
    arranged = _arranged(by, Scope(first=min(on), last=max(on), event=event.pk), audience)
    figures = [arranged.totals[code] for code in FIGURES]
    tables = [table for code in ITEMS if (table := arranged.table("item", (code,))).lines]
    return Summary(
        name=event.name,
        when=f"{days(event.starts_on, event.ends_on)} {event.ends_on.year}",
        where=str(event.venue),
        audience=audience,
        made_at=at,
        words=sentences.told(held, figures, tables),
        figures=figures,
        nights=_nights(arranged, held) if len(held) > 1 else None,
        tables=tables,
    )


def of_shift(by: Actor, shift: Shift, audience: Audience, at: datetime) -> Summary:
    """Return what was done in one shift: its line of what was done at the event, or at the place that day."""
    if not shift.started_at and not shift.is_closed and shift.planned_end > at:
        return _ahead(name=str(shift), when=_when(shift), where=str(shift.place), audience=audience, made_at=at)
    if shift.event:
        on = [shift.event.starts_on, shift.event.ends_on, *shift.event.shifts.values_list("day", flat=True)]
        scope = Scope(first=min(on), last=max(on), event=shift.event_id)
    else:
        scope = Scope(first=shift.day, last=shift.day, place=shift.place_id)
    arranged = _arranged(by, scope, audience)
    (line,) = _lines(arranged, [shift])
    tables = [table for code in ITEMS if (table := _items_of(arranged, code, shift)).lines]
    return Summary(
        name=str(shift),
        when=_when(shift),
        where=str(shift.place),
        audience=audience,
        made_at=at,
        words=sentences.told([shift], line.cells, tables),
        figures=line.cells,
        nights=None,
        tables=tables,
    )


def _ahead(**head: Any) -> Summary:
    return Summary(**head, words=sentences.ahead(), figures=[], nights=None, tables=[])


def _when(shift: Shift) -> str:
    return f"{date_format(shift.day, 'l')} {day(shift.day, True)}, {hours(shift.start, shift.end)}"


def _arranged(by: Actor, scope: Scope, audience: Audience) -> Arranged:
    return Arranged(count(by, scope, {"shift"}), Names([by]), audience.below(scope.last))


def _nights(arranged: Arranged, shifts: Sequence[Shift]) -> Table:
    """Return a line for each shift, in time. That it took place is no secret, so each stands there."""
    found = arranged.table("shift", FIGURES)
    lines = _lines(arranged, sorted(shifts, key=lambda shift: (shift.start, str(shift.pk))))
    return replace(found, name=_("Night by night"), of=_("Shift"), lines=lines, has_rows=False)


def _lines(arranged: Arranged, shifts: Sequence[Shift]) -> list[Line]:
    found = arranged.table("shift", FIGURES)
    known = {UUID(line.key): line for line in found.lines}
    untold = None if not found.is_whole else 0  # of a line that was left out we say nothing
    bare = [Cell(registry.find(code), untold) for code in FIGURES]
    return [
        Line(str(one.pk), _called(one, shifts), known[one.pk].cells if one.pk in known else bare) for one in shifts
    ]


def _called(shift: Shift, shifts: Sequence[Shift]) -> str:
    """Return the day and hours of a shift, and its place where the others were elsewhere."""
    name = f"{date_format(shift.day, 'l')} {day(shift.day)} · {hours(shift.start, shift.end)}"
    return name if len({one.place_id for one in shifts}) < 2 else f"{name} · {shift.place}"


def _items_of(arranged: Arranged, code: str, shift: Shift) -> Table:
    """Return the items of one shift; nothing of them where the table of all shifts must stay with us."""
    metric = registry.find(code)
    cross = arranged.cross("shift", code)
    mine = next((cells for key, _name, cells in cross.lines if UUID(key) == shift.pk), [])
    lines = [Line(item, name, [replace(cell, only={})]) for item, name, cell in mine if cell.value]
    lines.sort(key=lambda line: (-(line.cells[0].value or 0), line.name))
    name = str(metric.name)
    return Table(code=code, name=name, of=name, heads=[name], lines=lines, totals=[], has_rows=False)
