"""Of which kind the work of somebody is: the menu and Today show first what they do all day."""

from typing import Any

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.cases.models import Case
from spojka.encounters.models import Shift

P = Permission


def is_in_cases(by: Actor, shifts: Any = None) -> bool:
    """Test whether an office looks that leads cases and never had a shift. `shifts` are theirs, if at hand."""
    if not by.may(P.CASE_VIEW):
        return False
    if shifts is None:
        shifts = rows(Shift, by=by, to=P.ENCOUNTER_RECORD if by.may(P.ENCOUNTER_RECORD) else P.SHIFT_VIEW)
    return not shifts.exists() and rows(Case, by=by, to=P.CASE_VIEW).exists()
