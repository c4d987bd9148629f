"""Dimensions that lie in one another: places in city districts, these in municipalities, ORPs and regions.

Two tables of nested dimensions side by side, or in two papers, can be subtracted from one another. So going out, the
parts of each whole are protected within that whole, from regions down, whichever of the tables are shown.
"""

from collections.abc import Callable, Mapping

from spojka.figures import protect

WITHIN = {"place": "district", "district": "municipality", "municipality": "orp", "orp": "region"}
Parents = Mapping[str, str] | None  # None: something lies in two wholes at once, so nothing can be promised
Shown = dict[str, int | None]


def above(dimension: str) -> list[str]:
    """Return the dimensions in which this one lies, the nearest first."""
    found = []
    while dimension in WITHIN:
        dimension = WITHIN[dimension]
        found.append(dimension)
    return found


def protected(
    dimension: str,
    sums: Callable[[str], Mapping[str, int]],
    parents: Callable[[str], Parents],
    *,
    total: int,
    below: int,
) -> Shown:
    """Return the values of a dimension, None for each hidden one. `sums` and `parents` answer for any dimension."""
    values = sums(dimension)
    if dimension not in WITHIN:
        return _parts(values, total, below)
    known = parents(dimension)
    if known is None or any(key and key not in known for key in values):
        return dict.fromkeys(values)
    wholes = protected(WITHIN[dimension], sums, parents, total=total, below=below)
    shown: Shown = {}
    for whole, value in wholes.items():
        inside = {key: one for key, one in values.items() if known.get(key, "") == whole}
        shown |= dict.fromkeys(inside) if value is None else _parts(inside, value, below)
    return shown


def _parts(values: Mapping[str, int], total: int, below: int) -> Shown:
    parts = protect.parts(list(values.values()), total, below)
    return dict(zip(values, parts, strict=True)) if parts is not None else dict.fromkeys(values)
