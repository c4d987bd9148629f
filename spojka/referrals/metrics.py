"""What is counted of referrals: offered by us and to us, answered, and the first visit within its working days.

in term = referrals offered in the period whose first visit took place by its term ÷ all whose first visit took place
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.encounters import further
from spojka.encounters.further import Live
from spojka.encounters.scope import Scope
from spojka.figures import indicators
from spojka.figures.indicators import Line
from spojka.figures.metric import PERCENT, Metric, Rate, Unit
from spojka.figures.registry import register, register_rates

from .models import ANSWERS, Referral, ReferralStep, Said, Way
from .standing import last

if TYPE_CHECKING:
    import pyarrow as pa

REFERRAL = Unit(code="referral", name=_("referrals"))
COLUMNS = ("id", "answer", "visit", "code", "day")


def _table(rows: list[tuple[Any, ...]]) -> pa.Table:
    import pyarrow as pa

    found = [dict(zip(COLUMNS, map(str, row), strict=True)) for row in rows]
    return pa.Table.from_pylist(found, pa.schema([(name, pa.string()) for name in COLUMNS]))


def _within(rows: Any, scope: Scope) -> Any:
    """Return those of the period. Referrals stand in no shift: of what is asked for by shifts there is none."""
    rows = rows.none() if scope.asks_for_shifts else rows
    return rows.filter(offered_on__range=(scope.first, scope.last)).order_by("pk")


def offered(by: Actor, scope: Scope) -> pa.Table:
    """Return a row for each referral that we offered in the period.

    Shape: {id, answer: accepted, declined or nothing, visit: in_term, late or nothing, code: why declined, day}.
    """
    found = _within(scope.apart(Referral.objects.allowed(by, Permission.REPORT_VIEW).filter(way=Way.OUT)), scope)
    days = dict(found.values_list("pk", "offered_on"))
    steps: dict[Any, list[ReferralStep]] = {id: [] for id in days}
    said = ReferralStep.objects.filter(referral__in=days, taken_back_at=None).order_by("recorded_at", "pk")
    for one in said:
        steps[one.referral_id].append(one)
    return _table([(id, *_told(steps[id]), on) for id, on in days.items()])


def _told(steps: list[ReferralStep]) -> tuple[str, str, str]:
    answer, visit = last(steps, *ANSWERS), last(steps, Said.VISITED)
    before = steps[: steps.index(visit)] if visit else []
    asked = last(before, Said.INVITED)
    late = visit and asked and asked.due_on and visit.on > asked.due_on
    kind = str(answer.kind) if answer else ""
    reason = answer.reason if answer and answer.kind == Said.DECLINED else ""
    return kind, ("late" if late else "in_term") if visit else "", reason


def received(by: Actor, scope: Scope) -> pa.Table:
    """Return a row for each referral of the period that was offered to us, by a house with Spojka or by word."""
    own = Referral.objects.allowed(by, Permission.REPORT_VIEW).filter(way=Way.IN)
    ours = Q(pk__in=own.order_by().values("pk"))
    ours |= Q(partner__in=by.services) if by.may(Permission.REPORT_VIEW) else Q()
    found = _within(Referral.objects.filter(ours), scope)
    if scope.service:
        found = found.filter(Q(way=Way.IN, service=scope.service) | Q(way=Way.OUT, partner=scope.service))
    return _table([(id, "", "", "", on) for id, on in found.values_list("pk", "offered_on")])


further.register_live(Live(name="referrals_offered", load=offered), Live(name="referrals_received", load=received))
ours = {"table": "referrals_offered", "unit": REFERRAL, "is_live": True, "is_sealed": True, "counts": _("a referral")}
part = {"within": "referrals.offered", "rest_of": ("referrals.offered",), "splits": "referrals.offered"}
register(
    Metric(
        code="referrals.offered",
        name=_("Referrals offered"),
        definition=_("Clients whom we offered to another service in the period."),
        **ours,
    ),
    Metric(
        code="referrals.accepted",
        name=_("Referrals accepted"),
        definition=_("Of those offered in the period, those that the other service accepted."),
        where=lambda rows: rows.answer == str(Said.ACCEPTED),
        **ours,
        **part,
    ),
    Metric(
        code="referrals.declined",
        name=_("Referrals declined, by reason"),
        definition=_("Of those offered in the period, those that the other service declined."),
        where=lambda rows: rows.answer == str(Said.DECLINED),
        items="referral_refusal",
        **ours,
        **part,
    ),
    Metric(
        code="referrals.visited",
        name=_("Referrals with a first visit"),
        definition=_("Of those offered in the period, those whose visit took place."),
        where=lambda rows: rows.visit != "",
        within="referrals.offered",
        rest_of=("referrals.offered",),
        **ours,
    ),
    Metric(
        code="referrals.in_term",
        name=_("First visits in the agreed term"),
        definition=_("Of them, those that took place within the working days from the invitation."),
        where=lambda rows: rows.visit == "in_term",
        within="referrals.visited",
        rest_of=("referrals.visited",),
        **ours,
    ),
    Metric(
        code="referrals.received",
        name=_("Referrals to us"),
        definition=_("Clients whom others offered to us in the period, also by word."),
        **ours | {"table": "referrals_received"},
    ),
)
register_rates(
    Rate(
        code="referrals.kept",
        name=_("First visits that kept the term"),
        definition=_("First visits in the agreed term, of all that took place."),
        unit=PERCENT,
        part="referrals.in_term",
        whole="referrals.visited",
        times=100,
        is_sealed=True,
    )
)
indicators.register(
    "referrals",
    Line(code="offered", cs="Nabídnutá předání", en="Referrals offered", metric="referrals.offered"),
    Line(code="accepted", cs="z toho přijatá", en="of them accepted", metric="referrals.accepted"),
    Line(code="declined", cs="z toho nepřijatá", en="of them declined", metric="referrals.declined"),
    Line(code="why", cs="Nepřijetí", en="Declined", metric="referrals.declined", by="item", each=True),
    Line(code="visited", cs="První návštěva proběhla", en="With a first visit", metric="referrals.visited"),
    Line(code="in_term", cs="z toho ve lhůtě", en="of them in the term", metric="referrals.in_term"),
    Line(code="kept", cs="Podíl návštěv ve lhůtě (%)", en="Share of visits in the term (%)", metric="referrals.kept"),
    Line(code="received", cs="Předání k nám", en="Referrals to us", metric="referrals.received"),
)
