"""What a client agreed to about their data: given, withdrawn, and how it is worded."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from spojka.access.actions import action
from spojka.access.actor import Actor
from spojka.access.permissions import Permission
from spojka.base.errors import Refusal
from spojka.network.models import Service

from ..agreeing import falls
from ..leading import standing
from ..models import Agreement, AgreementText, Client


@action(Permission.AGREEMENT_RECORD, on="client")
def record(
    *, by: Actor, id: UUID, client: Client, form: str, version: str, given_on: date, taken_by: str, today: date
) -> Agreement:
    """Write down that a client agreed, on paper or by word, to a wording of the base statement."""
    Agreement.objects.all().stop_if_known(id, client.service)
    client = standing(client)
    if given_on > today:
        raise Refusal(_("That day has not come yet."), field="given_on")
    about = {"id": id, "form": form, "version": version, "given_on": given_on, "taken_by": taken_by}
    return Agreement(**client.ownership, client=client, **about, recorded_by=by.id).add()


@action(Permission.AGREEMENT_WITHDRAW, on="agreement")
def withdraw(*, by: Actor, agreement: Agreement, on: date, how: str, today: date) -> Agreement:
    """Write down that a client took the agreement back. What was written before stays, and so does this row."""
    agreement = Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    if agreement.withdrawn_on:
        return agreement
    if not agreement.given_on <= on <= today:
        raise Refusal(_("The day lies between the one on which it was given and today."), field="on")
    agreement.change(withdrawn_on=on, withdrawn_how=how, withdrawn_by=by.id)
    falls(agreement, by)
    return agreement


@action(Permission.AGREEMENT_WORD, on="service")
def word(*, by: Actor, id: UUID, service: Service, version: str, text: str, valid_from: date) -> AgreementText:
    """Word the statement in the service's own way from a day on. Agreements keep the version they were given to."""
    AgreementText.objects.all().stop_if_known(id, service)
    if AgreementText.objects.filter(service=service, version=version).exists():
        raise Refusal(_("There is a wording of this version already."), field="version")
    said = {"id": id, "version": version, "text": text, "valid_from": valid_from}
    return AgreementText(**service.ownership, **said, recorded_by=by.id).add()
