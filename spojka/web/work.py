"""Of which kind the work of somebody is: the menu and Today show first what they do all day."""

from typing import Any

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.permissions import Permission
from spojka.base.prepared import prepared
from spojka.cases.models import Case
from spojka.encounters.models import Shift

P = Permission


def is_in_cases(by: Actor) -> bool:
    """Test whether an office looks that leads cases and never had a shift."""
    return by.may(P.CASE_VIEW) and not _a_shift(by) and bool(_a_case(by))


@prepared
def _a_shift(by: Actor) -> Any:
    to = P.ENCOUNTER_RECORD if by.may(P.ENCOUNTER_RECORD) else P.SHIFT_VIEW
    return rows(Shift, by=by, to=to).order_by().values_list("pk")[:1]


@prepared
def _a_case(by: Actor) -> Any:
    return rows(Case, by=by, to=P.CASE_VIEW).order_by().values_list("pk")[:1]
