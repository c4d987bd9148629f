"""What is counted of case work: how lives change from entry to the last review or closing, how far goals are reached.

change of a person in an area, by one rater = score of the last review or closing in the period − score at entry
mean change = sum of changes ÷ number of people who have both; who was not rated at entry is in neither number
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.cases.models import Tie
from spojka.encounters import further
from spojka.encounters.further import Live
from spojka.encounters.scope import Scope
from spojka.figures import indicators
from spojka.figures.indicators import Line
from spojka.figures.metric import CASE, GOAL, MEAN, PERCENT, PERSON, POINT, RATING, Metric, Privacy, Rate
from spojka.figures.registry import register, register_rates

from .models import Attainment, Occasion, OutcomeRating, RatedBy

if TYPE_CHECKING:
    import pyarrow as pa

FORMULA = _(
    "Of each person the score of the last review or closing in the period less the score at entry, added up and "
    "divided by the number of people who have both. Who was not rated at entry is not counted."
)


def _mine(model: Any, by: Actor, scope: Scope) -> Any:
    """Return rows that one may count. Lives and goals are at no place, event or project."""
    return scope.apart(model.objects.allowed(by, Permission.REPORT_VIEW))


def changes(by: Actor, scope: Scope) -> pa.Table:
    """Return a row for each person, rater and area with both scores: {id, person, by, code, change, day}."""
    import pyarrow as pa

    ratings = _mine(OutcomeRating, by, scope).filter(on__lte=scope.last).order_by("on", "at", "pk")
    named = ("service_id", "about_id", "by_whom", "occasion", "on", "scores")
    ties = Tie.objects.allowed(by, Permission.REPORT_VIEW).values_list("service_id", "party_id", "client_id")
    clients = {(service, party): client for service, party, client in ties}
    entry: dict[tuple[Any, ...], int] = {}
    last: dict[tuple[Any, ...], tuple[int, Any]] = {}
    for service, about, rater, occasion, on, scores in ratings.values_list(*named):
        person = clients.get((service, about), about)  # in two cases they are one person
        for area, score in scores.items():
            key = (service, person, rater, area)
            if occasion == Occasion.ENTRY:
                entry.setdefault(key, score)
            elif key in entry and on >= scope.first:
                last[key] = score, on
    rows = [
        {"id": ":".join(map(str, key)), "person": str(key[1]), "by": key[2], "code": key[3]}
        | {"change": score - entry[key], "day": str(on)}
        for key, (score, on) in last.items()
    ]
    texts = [(name, pa.string()) for name in ("id", "person", "by", "code", "day")]
    return pa.Table.from_pylist(rows, pa.schema([*texts, ("change", pa.int32())]))


def attained(by: Actor, scope: Scope) -> pa.Table:
    """Return a row for each goal with how far it was at its last review in the period: {id, case, level, day}."""
    import pyarrow as pa

    rows = _mine(Attainment, by, scope).filter(review__on__range=(scope.first, scope.last))
    rows = rows.order_by("review__on", "review__at", "pk")
    last = {
        (case, key): (level, on) for case, key, level, on in rows.values_list("case_id", "key", "level", "review__on")
    }
    found = [
        {"id": f"{case}:{key}", "case": str(case), "level": level, "day": str(on)}
        for (case, key), (level, on) in last.items()
    ]
    texts = [(name, pa.string()) for name in ("id", "case", "day")]
    return pa.Table.from_pylist(found, pa.schema([*texts, ("level", pa.int32())]))


further.register_live(Live(name="outcome_changes", load=changes), Live(name="goal_levels", load=attained))

RATERS = {
    RatedBy.CLIENT: (
        _("People rated at entry and later, by their own word"),
        _("Points of change, by the client's word"),
        _("Mean change, by the client's word"),
    ),
    RatedBy.WORKER: (
        _("People rated at entry and later, by the worker"),
        _("Points of change, by the worker"),
        _("Mean change, by the worker"),
    ),
}


def _by(rater: str) -> Any:
    return lambda rows: rows.by == rater


for rater, (people, points, mean) in RATERS.items():
    usual = {"table": "outcome_changes", "where": _by(rater.value), "is_live": True, "is_sealed": True}
    usual |= {"items": "outcome_area", "counts": _("a person in one area of life")}
    register(
        Metric(
            code=f"outcome.people.{rater.value}",
            name=people,
            definition=_("Different people who were rated at entry and at a review or closing in the period."),
            unit=PERSON,
            distinct="person",
            **usual,
        ),
        Metric(
            code=f"outcome.points.{rater.value}",
            name=points,
            definition=_("By how many points all of them moved together; the scale goes from 0 to 10."),
            unit=POINT,
            amount=lambda rows: rows.change,
            privacy=Privacy.WORK,  # told only as a mean, which is hidden with the number of people
            **usual,
        ),
        Metric(
            code=f"outcome.rated.{rater.value}",
            name=pgettext_lazy("areas of life", "Rated twice"),
            definition=_("Areas of life rated at entry and later; in one area it is the number of people."),
            unit=RATING,
            within=f"outcome.people.{rater.value}",
            **usual,
        ),
    )
    register_rates(
        Rate(
            code=f"outcome.mean.{rater.value}",
            name=mean,
            definition=FORMULA,
            unit=MEAN,
            part=f"outcome.points.{rater.value}",
            whole=f"outcome.rated.{rater.value}",
            is_sealed=True,
        )
    )

live = {"table": "goal_levels", "is_live": True, "is_sealed": True, "counts": _("a goal of a case")}
register(
    Metric(
        code="goals.cases",
        name=_("Cases whose goals were reviewed"),
        definition=_("Different cases in which it was said in the period how far at least one goal is."),
        unit=CASE,
        distinct="case",
        **live,
    ),
    Metric(
        code="goals.reviewed",
        name=_("Goals reviewed"),
        definition=_("Goals of which it was said in the period how far they are; of each the last review counts."),
        unit=GOAL,
        within="goals.cases",
        **live,
    ),
    Metric(
        code="goals.reached",
        name=_("Goals reached"),
        definition=_("Goals that were as expected or better (0, +1, +2) at their last review in the period."),
        unit=GOAL,
        where=lambda rows: rows.level >= 0,
        within="goals.reviewed",
        rest_of=("goals.reviewed",),
        **live,
    ),
    Metric(
        code="goals.points",
        name=_("Points of goals"),
        definition=_("Levels of all goals added up, from −2 to +2 each."),
        unit=POINT,
        amount=lambda rows: rows.level,
        privacy=Privacy.WORK,  # told only as a mean
        within="goals.reviewed",
        **live,
    ),
)
register_rates(
    Rate(
        code="goals.share",
        name=_("Goals reached of those reviewed"),
        definition=_("Goals reached divided by goals reviewed in the period."),
        unit=PERCENT,
        part="goals.reached",
        whole="goals.reviewed",
        times=100,
        is_sealed=True,
    ),
    Rate(
        code="goals.mean",
        name=_("Mean attainment of goals"),
        definition=_("Levels of goals at their last review in the period, from −2 to +2, divided by their number."),
        unit=MEAN,
        part="goals.points",
        whole="goals.reviewed",
        is_sealed=True,
    ),
)
indicators.register(
    "goals",
    Line(code="cases", cs="Případy s vyhodnocenými cíli", en="Cases whose goals were reviewed", metric="goals.cases"),
    Line(code="goals", cs="Vyhodnocené cíle", en="Goals reviewed", metric="goals.reviewed"),
    Line(code="reached", cs="Dosažené cíle", en="Goals reached", metric="goals.reached"),
    Line(code="share", cs="Podíl dosažených cílů (%)", en="Share of goals reached (%)", metric="goals.share"),
    Line(code="mean", cs="Průměrné dosažení (−2 až +2)", en="Mean attainment (−2 to +2)", metric="goals.mean"),
)
indicators.register(
    "lives",
    Line(
        code="client", cs="Lidé se změnou podle vlastních slov", en="People with a change by their own word",
        metric="outcome.people.client",
    ),
    Line(
        code="worker", cs="Lidé se změnou podle pracovníka", en="People with a change by the worker",
        metric="outcome.people.worker",
    ),
)  # fmt: skip
