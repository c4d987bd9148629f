"""What is found of recommendations: one by its name or what it asks, a call by its name."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.doors import read
from spojka.search.registry import Hit, register
from spojka.search.rows import rows_source

from .models import GrantCall, Recommendation, StepState
from .reading import VIEW, with_newest


def _recommendation(row: Recommendation, by: Actor) -> Hit:
    state = dict(StepState.choices).get(row.state, "")
    return Hit(title=row.title, url=_url("one", by, row.pk), detail=f"{state} · {row.group}")


def _call(row: GrantCall, by: Actor) -> Hit:
    return Hit(title=row.name, url=_url("funding", by, row.group_id), detail=row.giver)


def _url(view: str, by: Actor, id: Any) -> str:
    return reverse(f"recommendations:{view}", args=[by.organisation.slug if by.organisation else "", id])


def _with_steps(found: Iterable[Any], by: Actor) -> Iterable[Any]:
    return with_newest(read(found, by=by, to=VIEW))


register(
    rows_source(
        "recommendations", title=_("Recommendations and measures"), icon="scale", rank=25, model=Recommendation,
        to=VIEW, hit=_recommendation, order=("-proposed_on", "pk"), related=("group",), prepare=_with_steps,
    ),
    rows_source(
        "calls", title=_("Calls for applications"), icon="calendar-due", rank=26, model=GrantCall, to=VIEW, hit=_call,
        order=("-closes_on", "pk"),
    ),
)  # fmt: skip
