"""Two people under one code: some records go to a new client, and back when it was a mistake."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.clients import actions as clients
from spojka.clients.actions import joining
from spojka.clients.models import Apart, Client
from spojka.encounters.models import Encounter
from tests import make

AT = make.NOON + timedelta(days=1)


@pytest.fixture
def client(teren):
    return make.client(teren, code="MAJA0311Z")


@pytest.fixture
def contacts(teren, client):
    shift = make.shift(teren)
    return [make.encounter(shift, client=client, recorded_at=make.NOON) for _n in range(3)]


def split(by, client, rows, **said):
    chosen = [("encounters.Encounter", "client", row.pk) for row in rows]
    usual = {"id": new_id(), "client": client, "rows": chosen, "reason": "jsou dva", "at": AT}
    return joining.split(by=by, **usual | said)


def of(client):
    return set(Encounter.objects.filter(client=client))


def test_moves_the_chosen_ones_to_a_new_code_with_a_suffix(hana, client, contacts):
    made = split(hana, client, contacts[:2])

    assert made.target.code == "MAJA0311Z-2"
    assert (of(made.target), of(client)) == (set(contacts[:2]), set(contacts[2:]))
    assert Apart.objects.count() == 1


def test_takes_the_code_that_was_typed_unless_somebody_has_it(hana, teren, client, contacts):
    make.client(teren, code="NEKDO")

    with pytest.raises(Refusal):
        split(hana, client, contacts[:1], code="nekdo")
    assert split(hana, client, contacts[:1], code="eva 0204").target.code == "EVA 0204"


def test_needs_something_that_is_there(hana, anna, teren, client, contacts):
    other = make.encounter(contacts[0].shift, client=make.client(teren))

    for rows in ([], [other]):
        with pytest.raises(Refusal):
            split(hana, client, rows)
    assert Client.objects.count() == 2
    with pytest.raises(PermissionDenied):
        split(anna, client, contacts)


def test_taken_back_makes_it_one_again_and_both_codes_lead_there(hana, anna, teren, client, contacts):
    made = split(hana, client, contacts[:2])

    joining.undo(by=hana, joining=made, reason="byl to jeden", at=AT + timedelta(days=99))

    assert of(client) == set(contacts)
    assert clients.recognise(by=anna, service=teren, code="MAJA0311Z-2").pk == client.pk
    assert not Apart.objects.filter(ended_at=None).exists()


def test_taken_back_leaves_what_came_since(hana, client, contacts):
    made = split(hana, client, contacts[:2])
    since = make.encounter(contacts[0].shift, client=made.target, recorded_at=AT + timedelta(days=3))

    joining.undo(by=hana, joining=made, reason="x", at=AT + timedelta(days=99))

    assert (of(client), of(made.target)) == (set(contacts), {since})
    assert Client.objects.get(pk=made.target_id).merged_into_id is None
