"""The rules of a service are set, and told to clients."""

from datetime import date
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.clients.leading import standing
from spojka.clients.models import Client
from spojka.network.models import Service

from ..holding import stop_if_to_come
from ..models import RulesExplanation, ServiceRules, sealed


@action(Permission.RULES_SET, on="service")
def set_rules(
    *, by: Actor, id: UUID, service: Service, text: str, valid_from: date, notice: int, notice_unit: str
) -> ServiceRules:
    """Set the next version. Contracts and explanations keep the one they were made with."""
    ServiceRules.objects.all().stop_if_known(id, service, text=text, valid_from=valid_from)
    Service.objects.select_for_update(no_key=True).get(pk=service.pk)  # two at once get two numbers
    last = ServiceRules.objects.filter(service=service).aggregate(n=Max("version"), day=Max("valid_from"))
    if last["day"] and valid_from < last["day"]:
        raise Refusal(_("A newer version would begin before an older one. Choose a later day."), field="valid_from")
    said = {"text": text, "valid_from": valid_from, "notice": notice, "notice_unit": notice_unit}
    return ServiceRules(**service.ownership, **said, id=id, version=int(last["n"] or 0) + 1, recorded_by=by.id).add()


@action(Permission.RULES_EXPLAIN, on="client", into="rules")
def explain(
    *,
    by: Actor,
    id: UUID,
    client: Client,
    rules: ServiceRules,
    ways: list[str],
    on: date,
    told_by: str,
    note: str,
    today: date,
) -> RulesExplanation:
    """Write down that a client was told the rules, and how."""
    RulesExplanation.objects.all().stop_if_known(id, client.service, rules_id=rules.pk, ways=ways, on=on)
    client = standing(client)
    stop_if_to_come(on, today, "on")
    said = {"ways": ways, "on": on, "told_by": told_by, "texts": sealed({"note": note})}
    return RulesExplanation(**client.ownership, **said, id=id, client=client, rules=rules, recorded_by=by.id).add()
