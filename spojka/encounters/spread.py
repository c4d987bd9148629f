"""How much of something each client had in the whole period of a report, in bands.

It can't be added up of months or services' lines, so it is counted from rows each time; the bands are dated data.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from spojka.figures import dated
from spojka.figures.store import Store

if TYPE_CHECKING:
    from ibis.expr import types as ir

Amount = Callable[[Any], Any]

TABLES: dict[str, tuple[str, Amount]] = {  # name: which bands, and how much one client had
    "clients_contacts": ("client_contacts", lambda rows: rows.count()),
    "clients_syringes": ("client_syringes", lambda rows: rows.syringes.sum()),
}


def offer(store: Store, on: date) -> None:
    """Let a report ask for these tables: they are made of its encounters when it does."""
    for name in TABLES:
        store.tables.later[name] = partial(_made, store, name, on)


def _made(store: Store, name: str, on: date) -> ir.Table:
    """Return each client who had any, with the band that holds how much it was."""
    import ibis

    bands, amount = TABLES[name]
    rows = store.tables["encounters"]
    rows = rows.filter(rows.side == "code")
    each = rows.group_by(id=rows.client_id).aggregate(much=amount(rows), latest=rows.day.max())
    each = each.filter(each.much > 0)
    cases = [(_holds(each.much, one), one.code) for one in dated.values(bands, on)]
    return each.mutate(code=ibis.cases(*cases, else_=""))


def _holds(much: ir.IntegerColumn, band: dated.Value) -> ir.BooleanColumn:
    low = much >= int(band.low)
    return low if band.high is None else low & (much <= int(band.high))
