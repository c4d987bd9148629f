"""What is counted of contracts: concluded by form, warnings, ends by who ended them, refusals by their ground."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.encounters import further
from spojka.encounters.further import Live
from spojka.encounters.scope import Scope
from spojka.figures import indicators
from spojka.figures.indicators import Line
from spojka.figures.metric import CONTRACT, REFUSAL, WARNING, Metric
from spojka.figures.registry import register

from .models import Contract, ContractEnding, ContractForm, ContractRefusal, ContractWarning, EndingWay

if TYPE_CHECKING:
    import pyarrow as pa

LAPSED = "lapsed"  # beside the ways of ending: its time was over


def _mine(model: Any, by: Actor, scope: Scope) -> Any:
    """Return rows that one may count. Contracts are at no place, event or project."""
    return scope.apart(model.objects.allowed(by, Permission.REPORT_VIEW))


def _table(rows: Iterable[tuple[Any, ...]]) -> pa.Table:
    """Return a table of (id, how, code, day)."""
    import pyarrow as pa

    names = ("id", "how", "code", "day")
    found = [dict(zip(names, map(str, row), strict=True)) for row in rows]
    return pa.Table.from_pylist(found, pa.schema([(name, pa.string()) for name in names]))


def concluded(by: Actor, scope: Scope) -> pa.Table:
    """Return a row for each contract that was concluded in the period, with its form."""
    rows = _mine(Contract, by, scope).filter(concluded_on__range=(scope.first, scope.last)).order_by("pk")
    return _table((id, form, "", on) for id, form, on in rows.values_list("pk", "form", "concluded_on"))


def ended(by: Actor, scope: Scope) -> pa.Table:
    """Return a row for each contract whose last day is in the period, with who ended it and the ground."""
    span = (scope.first, scope.last)
    rows = _mine(ContractEnding, by, scope).in_force().filter(last_day__range=span).order_by("pk")
    rows = rows.filter(Q(contract__until=None) | Q(contract__until__gte=F("last_day")))
    over = _mine(Contract, by, scope).filter(Q(last_day=None) | Q(last_day__gt=F("until")), until__range=span)
    over = over.exclude(concluded_on=None).order_by("pk")
    found = list(rows.values_list("pk", "way", "ground", "last_day"))
    return _table([*found, *((id, LAPSED, "", on) for id, on in over.values_list("pk", "until"))])


def warned(by: Actor, scope: Scope) -> pa.Table:
    """Return a row for each warning written in the period that was not taken back, and whether it was delivered."""
    rows = _mine(ContractWarning, by, scope).filter(voided_at=None, written_on__range=(scope.first, scope.last))
    found = rows.order_by("pk").values_list("pk", "delivered_on", "written_on")
    return _table((id, "delivered" if got else "", "", on) for id, got, on in found)


def refused(by: Actor, scope: Scope) -> pa.Table:
    """Return a row for each refusal of the period that was not taken back, with its ground."""
    rows = _mine(ContractRefusal, by, scope).filter(voided_at=None, on__range=(scope.first, scope.last))
    return _table((id, "", ground, on) for id, ground, on in rows.order_by("pk").values_list("pk", "ground", "on"))


further.register_live(
    Live(name="contracts_concluded", load=concluded),
    Live(name="contracts_ended", load=ended),
    Live(name="contract_warnings", load=warned),
    Live(name="contract_refusals", load=refused),
)


def _how(said: str) -> Any:
    return lambda rows: rows.how == said


new = {"table": "contracts_concluded", "unit": CONTRACT, "is_live": True, "is_sealed": True, "counts": _("a contract")}
over = {"table": "contracts_ended", "unit": CONTRACT, "is_live": True, "is_sealed": True, "counts": _("a contract")}
share = {"within": "contracts.concluded", "rest_of": ("contracts.concluded",), "splits": "contracts.concluded"}
part = {"within": "contracts.ended", "rest_of": ("contracts.ended",), "splits": "contracts.ended"}
register(
    Metric(
        code="contracts.concluded",
        name=_("Contracts concluded"),
        definition=_("Contracts that the head concluded in the period; addenda are not counted."),
        **new,
    ),
    Metric(
        code="contracts.written",
        name=_("Of them in writing"),
        definition=_("Contracts concluded in the period in writing."),
        where=_how(ContractForm.WRITTEN),
        **new,
        **share,
    ),
    Metric(
        code="contracts.oral",
        name=_("Of them by word"),
        definition=_("Contracts concluded in the period by word and noted by the worker."),
        where=_how(ContractForm.ORAL),
        **new,
        **share,
    ),
    Metric(
        code="contracts.ended",
        name=_("Contracts that ended"),
        definition=_("Contracts whose last day is in the period: by the client, by agreement, by notice or by time."),
        **over,
    ),
    Metric(
        code="contracts.ended.client",
        name=_("Ended by the client"),
        definition=_("Contracts that the client ended; no reason is asked for."),
        where=_how(EndingWay.CLIENT),
        **over,
        **part,
    ),
    Metric(
        code="contracts.ended.agreement",
        name=_("Ended by agreement"),
        definition=_("Contracts that both sides agreed to end."),
        where=_how(EndingWay.AGREEMENT),
        **over,
        **part,
    ),
    Metric(
        code="contracts.ended.provider",
        name=_("Ended by the provider, by ground"),
        definition=_("Contracts whose notice by the provider ran out in the period; one that was taken back is none."),
        where=_how(EndingWay.PROVIDER),
        items="contract_ending",
        **over,
        **part,
    ),
    Metric(
        code="contracts.ended.time",
        name=_("Ended by time"),
        definition=_("Contracts for a definite time whose time was over in the period."),
        where=_how(LAPSED),
        **over,
        **part,
    ),
    Metric(
        code="contracts.warnings",
        name=_("Written warnings for broken rules"),
        definition=_("Warnings written in the period; those that were taken back or corrected are not counted."),
        unit=WARNING,
        table="contract_warnings",
        counts=_("a warning"),
        is_live=True,
        is_sealed=True,
    ),
    Metric(
        code="contracts.refused",
        name=_("Contracts refused, by ground"),
        definition=_("Applicants with whom no contract was concluded, by the grounds of § 91/3 of act 108/2006."),
        unit=REFUSAL,
        table="contract_refusals",
        counts=_("a refusal"),
        items="contract_refusal",
        is_live=True,
        is_sealed=True,
    ),
)
indicators.register(
    "contracts",
    Line(code="concluded", cs="Uzavřené smlouvy", en="Contracts concluded", metric="contracts.concluded"),
    Line(code="written", cs="z toho písemné", en="of them in writing", metric="contracts.written"),
    Line(code="oral", cs="z toho ústní", en="of them by word", metric="contracts.oral"),
    Line(code="warnings", cs="Písemná upozornění", en="Written warnings", metric="contracts.warnings"),
    Line(code="ended", cs="Ukončené smlouvy", en="Contracts that ended", metric="contracts.ended"),
    Line(code="client", cs="ukončil klient", en="ended by the client", metric="contracts.ended.client"),
    Line(code="agreement", cs="dohodou", en="by agreement", metric="contracts.ended.agreement"),
    Line(code="time", cs="uplynutím doby", en="by time", metric="contracts.ended.time"),
    Line(
        code="provider", cs="výpovědí poskytovatele", en="by notice of the provider",
        metric="contracts.ended.provider",
    ),
    Line(
        code="grounds", cs="Výpověď", en="Notice", metric="contracts.ended.provider", by="item", each=True,
    ),
    Line(code="refused", cs="Odmítnuté smlouvy", en="Contracts refused", metric="contracts.refused"),
    Line(code="why", cs="Odmítnutí", en="Refusal", metric="contracts.refused", by="item", each=True),
)  # fmt: skip
