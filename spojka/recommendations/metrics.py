"""How many recommendations came to which state in the period.

adopted = recommendations with a step 'adopted' or 'adopted with changes' on a day of the period; each counts once
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.encounters import further
from spojka.encounters.further import Live
from spojka.encounters.scope import Scope
from spojka.figures import indicators
from spojka.figures.indicators import Line
from spojka.figures.metric import Metric, Privacy, Unit
from spojka.figures.registry import register

from .models import Step
from .models import StepState as S

if TYPE_CHECKING:
    import pyarrow as pa

RECOMMENDATION = Unit(code="recommendation", name=_("recommendations"))


def stepped(by: Actor, scope: Scope) -> pa.Table:
    """Return a row for each step of the period: {id, recommendation, state, day}."""
    import pyarrow as pa

    schema = pa.schema([(name, pa.string()) for name in ("id", "recommendation", "state", "day")])
    steps = scope.apart(Step.objects.allowed(by, Permission.REPORT_VIEW))
    steps = steps.filter(voided_at=None, on__range=(scope.first, scope.last))
    found = steps.order_by("on", "pk").values_list("pk", "recommendation_id", "state", "on")
    rows = [{"id": str(id), "recommendation": str(of), "state": state, "day": str(on)} for id, of, state, on in found]
    return pa.Table.from_pylist(rows, schema)


STATES = (
    ("proposed", _("Recommendations proposed"), _("Recommendations that were proposed in the period."), [S.PROPOSED]),
    ("handed", _("Recommendations handed over"), _("Those that were handed over to a body."), [S.HANDED]),
    (
        "adopted",
        _("Recommendations adopted"),
        _("Those that a body adopted, as they were or with changes."),
        [S.ADOPTED, S.CHANGED],
    ),
    ("rejected", _("Recommendations rejected"), _("Those that were rejected."), [S.REJECTED]),
    ("unanswered", _("Recommendations without an answer"), _("Those that nobody answered."), [S.UNANSWERED]),
    ("in_force", _("Recommendations in force"), _("Those that came into force in the period."), [S.IN_FORCE]),
)

further.register_live(Live(name="recommendation_steps", load=stepped))
register(
    *(
        Metric(
            code=f"recommendations.{code}",
            name=name,
            definition=definition,
            unit=RECOMMENDATION,
            table="recommendation_steps",
            counts=_("a step of a recommendation"),
            privacy=Privacy.WORK,
            distinct="recommendation",
            where=lambda rows, states=states: rows.state.isin([str(one) for one in states]),  # type: ignore[misc]
            is_live=True,
            is_sealed=True,
        )
        for code, name, definition, states in STATES
    )
)
indicators.register(
    "recommendations",
    Line(code="proposed", cs="Navržená doporučení", en="Proposed", metric="recommendations.proposed"),
    Line(code="handed", cs="Předaná orgánům", en="Handed over to bodies", metric="recommendations.handed"),
    Line(
        code="adopted", cs="Přijatá (i se změnou)", en="Adopted (with changes, too)", metric="recommendations.adopted"
    ),
    Line(code="rejected", cs="Zamítnutá", en="Rejected", metric="recommendations.rejected"),
    Line(code="unanswered", cs="Bez odpovědi", en="Without an answer", metric="recommendations.unanswered"),
    Line(code="in_force", cs="Která začala platit", en="That came into force", metric="recommendations.in_force"),
)
