"""Behind PostgreSQL's own fence the client's look tells the same, and a receipt is asked about by whoever holds it."""

from datetime import timedelta

from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.models import Grant
from spojka.access.tests.test_fence import fenced, in_front, postgres
from spojka.clients.models import Client
from spojka.consents import reading
from spojka.consents.actions import consents
from spojka.looks.lookers import who_looked
from spojka.looks.models import AccessSheet
from spojka.receipts import content, doors
from tests import make

from .test_look import shared
from .test_lookers import reads, takes, tells

__all__ = ["fenced", "in_front", "shared"]


@postgres
def test_the_own_look_tells_who_looked(in_front, anna, hana, cyril, teren, rada, issued):
    make.encounter(make.shift(teren), client=rada)
    tells(anna, rada, cyril.organisation, "after")
    issued()
    for actor in (hana, cyril):
        reads(actor, rada)
    takes(hana)
    Grant.objects.update(starts_at=timezone.now() - timedelta(days=1))  # the database's clock stands in a transaction
    looks = Actor.client(AccessSheet.objects.get().link_id)
    in_front(looks)
    client = Client.objects.select_related("service__organisation").get(pk=rada.pk)
    found = {one.name: one.took for one in who_looked(client, looks, timezone.now() - timedelta(days=9))}

    assert found == {"Anna Poledne": False, "Hana Večerní": True}


@postgres
def test_a_receipt_is_asked_about(in_front, anna, shared):
    said = content.said_of(reading.told([shared], anna, timezone.now())[0])
    in_front(None)
    assert doors.standing(said, timezone.now()) == doors.Standing(True, [True, True])

    in_front(anna)
    consents.withdraw(by=anna, consent=shared, how="x", at=timezone.now())
    in_front(None)
    assert doors.standing(said, timezone.now()) == doors.Standing(False, [False, False])
