"""A name goes along when its client is merged, sealed to whose it is now, and back."""

from datetime import timedelta

from spojka.base.ids import new_id
from spojka.clients.actions import joining
from spojka.identities import actions, sealing
from spojka.identities.models import Identity
from spojka.identities.sealing import Person
from tests import make

EVA, JANA = Person(surname="Šťastná", first="Eva"), Person(surname="Nová", first="Jana")


def names():
    rows = Identity.objects.order_by("pk")
    return {row.client.code: sealing.unseal(row.sealed, row.client_id).first for row in rows if row.sealed}


def named(by, client, person):
    agreed = {"id": new_id(), "form": "spoken", "version": "1"}
    return actions.name(by=by, id=new_id(), client=client, person=person, today=make.SATURDAY, agreed=agreed)


def merged(by, client, other):
    said = {"id": new_id(), "client": client, "other": other, "reason": "x", "at": make.NOON}
    return joining.merge(by=by, **said)


def test_goes_along_and_back(hana, teren):
    one, other = make.client(teren, code="JEDNA"), make.client(teren, code="DRUHA")
    named(hana, other, EVA)

    made = merged(hana, one, other)
    assert names() == {"JEDNA": "Eva"}
    joining.undo(by=hana, joining=made, reason="x", at=make.NOON + timedelta(days=99))

    assert names() == {"DRUHA": "Eva"}


def test_stays_where_it_was_when_the_other_one_has_a_name_too(hana, teren):
    one, other = make.client(teren, code="JEDNA"), make.client(teren, code="DRUHA")
    for client, person in ((one, JANA), (other, EVA)):
        named(hana, client, person)

    merged(hana, one, other)

    assert names() == {"JEDNA": "Jana", "DRUHA": "Eva"}
