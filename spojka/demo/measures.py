"""What was measured at a made-up contact. Nothing leads from a value to a client's code: see encounters.parts."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from random import Random
from typing import Any

from django.db.models import Model

from spojka.codelists.catalogue import Catalogue
from spojka.encounters.content import BreathValue, Content, SignValues
from spojka.encounters.models import Breath, Side, VitalSigns

Ids = Callable[[bool], Any]  # of a value that is tied to its contact, or of one that is not
Row = tuple[type[Model], bool, dict[str, Any]]


def rows(content: Content, lists: Catalogue, row: dict[str, Any], ids: Ids) -> Iterator[Row]:
    """Yield the model of each value, whether it is tied to its contact, and what stands in it."""
    for model, value in ((Breath, content.breath), (VitalSigns, content.signs)):
        if not value:
            continue
        tied = content.side != Side.CODE or value.joins
        said = _breath(value, lists) if isinstance(value, BreathValue) else _signs(value)
        said |= {"id": ids(tied), "encounter_id": row["id"] if tied else None}
        yield model, tied, said | {"voided_at": row.get("voided_at") if tied else None}


def _breath(value: BreathValue, lists: Catalogue) -> dict[str, Any]:
    unit = lists.find("breath_unit", value.unit)
    factor = str(unit.extra["factor"]) if unit else "2.1"
    return {"value": value.value, "unit": value.unit, "factor": factor, "device": value.device}


def _signs(value: SignValues) -> dict[str, Any]:
    return {name: one for name, one in vars(value).items() if name != "joins"}


def pressed(content: Content, at: datetime, chance: float) -> Content:
    """Measure the pressure of some: who they are, the moment tells, so that nobody else's luck changes by it."""
    rng = Random(at.isoformat())  # noqa: S311 - made up
    if rng.random() >= chance:
        return content
    upper, lower = round(rng.gauss(127, 17)), round(rng.gauss(80, 10))
    upper, lower = max(upper, 85), min(max(lower, 50), max(upper, 85) - 20)
    heat = Decimal(rng.randint(361, 376)) / 10
    signs = SignValues(upper=upper, lower=lower, pulse=rng.randint(58, 108), temperature=heat, device="tlakoměr č. 1")
    return replace(content, signs=signs)
