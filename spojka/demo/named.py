"""A few clients who agreed that their name is kept: invented people, sealed as real ones."""

from datetime import date, timedelta

from django.utils import timezone

from spojka.base.ids import new_id
from spojka.clients import agreeing
from spojka.clients.models import AgreementForm, Client
from spojka.identities import actions
from spojka.identities.sealing import Person

from .mass import Mass

PEOPLE = [
    Person(surname="Rákosová", first="Vendula", born=date(1993, 6, 2), phone="601 000 311"),
    Person(surname="Mokřad", first="Ctibor", born=date(1984, 11, 19)),
    Person(surname="Rákosník", first="Blahoslav", born=date(1979, 3, 8), phone="601 000 322"),
]


def build(mass: Mass) -> None:
    """Name three clients of Hana's service."""
    hana, service = mass.network.actors["hana"], mass.network.services["noc"]
    for client, person in zip(
        Client.objects.filter(service=service).order_by("recorded_at", "pk"), PEOPLE, strict=False
    ):
        with mass.then(client.recorded_at + timedelta(days=1)):
            today = timezone.localdate()
            agreed = {"id": new_id(), "form": AgreementForm.SIGNED, "version": agreeing.shipped().version}
            actions.name(by=hana, id=new_id(), client=client, person=person, today=today, agreed=agreed)
