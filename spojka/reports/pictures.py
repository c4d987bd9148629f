"""Pictures of a report: columns in time, beside those of an earlier period; and bars of the largest items."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from spojka.encounters.scope import Scope
from spojka.ui.pictures import EDGE, FIRST, GROUND, svg

from . import times
from .cells import Cell, Table

WIDE, NARROW = (640, 250), (330, 210)  # a desk, a phone: letters are of one size on both
MOST, LONGEST = 10, 30  # bars that can be read, and letters of their names


@dataclass(frozen=True)
class Picture:
    """One picture in both widths, and what it shows in words."""

    says: str
    spec: dict[str, Any]

    @property
    def wide(self) -> SafeString:
        return _drawn(self.spec, WIDE)

    @property
    def narrow(self) -> SafeString:
        return _drawn(self.spec, NARROW)


def _drawn(spec: dict[str, Any], size: tuple[int, int]) -> SafeString:
    width, height = size
    high = {"height": height} if "height" not in spec else {}
    fit = {"width": width, "autosize": {"type": "fit-x", "contains": "padding"}}
    return mark_safe(svg(spec | fit | high))  # noqa: S308 - Vega escapes what people wrote


def columns(table: Table, scope: Scope, today: date, before: tuple[Table, Scope] | None = None) -> Picture | None:
    """Return the picture of the first figure in time, and of the earlier period; nothing if all is hidden."""
    series = [(_("this period"), table, scope)] if before is None else [
        (_("this period"), table, scope), (_("earlier"), *before),
    ]  # fmt: skip
    if not all(one.fills for _n, one, _s in series) or not any(one.lines for _n, one, _s in series):
        return None
    rows = [row for name, one, span in series for row in _spots(name, one, span, today)]
    names = [times.called_shortly(key) for key in times.spots(scope, table.code)]
    says = _("Columns of contacts, %(n)s altogether; the table below says the same in numbers.")
    return Picture(says % {"n": table.totals[0].text}, _columns(rows, [name for name, _t, _s in series], names))


def _spots(name: str, table: Table, scope: Scope, today: date) -> list[dict[str, Any]]:
    """Return what stands at each place of the axis, also at days when there was nothing; not those to come."""
    known = {line.key: line.cells[0] for line in table.lines}
    keys = [key for key in times.spots(scope, table.code) if key in known or times.first_of(key) <= today]
    return [{"place": place, "series": name} | _height(known.get(key)) for place, key in enumerate(keys)]


def _height(cell: Cell | None) -> dict[str, Any]:
    value = 0 if cell is None else cell.value
    return {"value": None if value is None else float(value), "hidden": value is None}


def _columns(rows: Sequence[dict[str, Any]], series: Sequence[str], names: Sequence[str]) -> dict[str, Any]:
    """Describe columns: filled for now, outlined for the earlier ones, dashed where the number is hidden.

    The days of this period name the places; the first day of the earlier one stands beside the first of this.
    """
    axis = {"labelAngle": 0, "labelOverlap": "greedy", "labelSeparation": 6, "labelPadding": 8, "ticks": False}
    many = len(series) > 1
    x: dict[str, Any] = {"field": "place", "type": "ordinal", "axis": axis | {"labelExpr": _named(names)}}
    x["scale"] = {"paddingInner": 0.25, "paddingOuter": 0.15, "domain": [*range(max(len(names), _last(rows) + 1))]}
    place = {"x": x} | ({"xOffset": {"field": "series", "type": "nominal", "sort": list(series)}} if many else {})
    return {
        "data": {"values": list(rows)},
        "layer": [
            {
                "transform": [{"filter": "!datum.hidden"}],
                "mark": {"type": "bar", "strokeWidth": 1.5, "stroke": FIRST},
                "encoding": place | {"y": _y(), "fill": _fill(series, many)},
            },
            {
                "transform": [{"filter": "datum.hidden"}],
                "mark": {"type": "bar", "fill": None, "stroke": EDGE, "strokeDash": [4, 3], "y2": {"expr": "height"}},
                "encoding": place | {"y": {"value": {"expr": "height - 16"}}},
            },
        ],
    }  # fmt: skip


def _named(names: Sequence[str]) -> str:
    """Return the expression that names the places of an axis: Vega is told of places by their order alone."""
    return f"{json.dumps(list(names), ensure_ascii=False)}[datum.label] || ''"


def _last(rows: Sequence[dict[str, Any]]) -> int:
    return max((row["place"] for row in rows), default=0)


def _y() -> dict[str, Any]:
    axis = {"tickMinStep": 1, "tickCount": 5, "format": ",d", "domain": False, "ticks": False}
    return {"field": "value", "type": "quantitative", "axis": axis, "scale": {"zero": True, "nice": True}}


def _fill(series: Sequence[str], many: bool) -> dict[str, Any]:
    if not many:
        return {"value": FIRST}
    scale = {"domain": list(series), "range": [FIRST, GROUND]}
    legend = {"symbolType": "square", "symbolStrokeColor": FIRST, "symbolStrokeWidth": 1.5}
    return {"field": "series", "type": "nominal", "scale": scale, "legend": legend}


def bars(table: Table) -> Picture | None:
    """Return the picture of the largest items of a table; nothing where they are hidden."""
    lines = [line for line in table.lines if line.cells[0].value][:MOST]
    if len(lines) < 2:
        return None
    rows = [
        {"place": place, "value": float(line.cells[0].value or 0), "text": line.cells[0].text}
        for place, line in enumerate(lines)
    ]
    names = [Truncator(line.name).chars(LONGEST) for line in lines]
    axis = {"labelLimit": 170, "ticks": False, "domain": False, "labelExpr": _named(names)}
    y = {"field": "place", "type": "ordinal", "axis": axis}
    room = {"domainMin": 0, "domainMax": max(row["value"] for row in rows) * 1.25}  # for the number behind the bar
    x = {"field": "value", "type": "quantitative", "axis": None, "scale": room | {"nice": False}}
    says = _("Bars of the largest numbers of this table: %(what)s.") % {"what": table.name}
    return Picture(says, {
        "data": {"values": rows}, "height": 26 * len(rows), "encoding": {"y": y, "x": x},
        "layer": [
            {"mark": {"type": "bar", "fill": FIRST, "height": 16}},
            {"mark": {"type": "text", "align": "left", "dx": 5}, "encoding": {"text": {"field": "text"}}},
        ],
    })  # fmt: skip
