"""The plan that a page or a command begins with: what is remembered for these heads, else what we guess."""

from dataclasses import replace

from django.utils import timezone

from spojka.codelists.catalogue import catalogue
from spojka.network.models import Service
from spojka.places.models import Place

from .folding import fold
from .guessing import guess
from .models import Mapping
from .plan import Plan
from .table import Table


def propose(service: Service, table: Table) -> tuple[Plan, bool]:
    """Return a plan for the table, and whether it was remembered."""
    known = Mapping.objects.filter(service=service, fingerprint=table.fingerprint).first()
    if known:
        return _in_this_case(Plan.of(known.plan), table), True
    lists = catalogue(service, timezone.localdate())
    settings, places = lists.items("setting"), Place.objects.filter(service=service).order_by("pk")[:2]
    plan = Plan(
        fields=guess(table, lists),
        setting=settings[0].code if len(settings) == 1 else "",
        place=str(places[0].pk) if len(places) == 1 else "",
    )
    return replace(plan, breath_unit=_unit(plan, table)), False


def _in_this_case(plan: Plan, table: Table) -> Plan:
    """Return the plan with the heads as this table writes them."""
    known = {fold(head): target for head, target in plan.fields.items()}
    return replace(plan, fields={head: known.get(fold(head), "") for head in table.heads})


def _unit(plan: Plan, table: Table) -> str:
    """Return the unit of breath values where the table itself says it."""
    for place, head in enumerate(table.heads):
        if plan.fields.get(head) == "breath":
            said = fold(f"{head} {' '.join(table.samples(place))}", keep=True)
            return "promile" if "promile" in said or "‰" in said else ""
    return ""
