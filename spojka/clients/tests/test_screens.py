"""The pages on clients, on a phone and on a desk: axe finds nothing, nothing is too wide, the keyboard will do."""

import re

import pytest

from spojka.base.ids import new_id
from spojka.clients.actions import agreements, around, joining
from spojka.clients.models import Client, Household, Joining
from spojka.codelists import load
from tests import make

pytestmark = pytest.mark.slow


@pytest.fixture
def hana(transactional_db):
    load.load()
    return make.member(make.service(organisation=make.organisation(slug="podchod")), role="service_head")


@pytest.fixture
def client(hana):
    """A client of whom everything is known that can be."""
    service = make.the_service_of(hana)
    shift = make.shift(service)
    one, other, third = (make.client(service, code=code) for code in ("MAJA0311Z", "JAMA0311Z", "SAJA0311Z"))
    fourth = make.client(service, code="MAJA1103Z")
    for who in (one, one, other, third):
        make.encounter(shift, client=who, recorded_at=make.NOON)
    merge = {"by": hana, "client": one, "reason": "Prohodila odpovědi.", "at": make.NOON}
    joining.merge(id=new_id(), other=other, **merge)
    gone = joining.merge(id=new_id(), other=third, **merge)
    joining.undo(by=hana, joining=gone, reason="Přišly obě najednou.", at=make.NOON)
    one.refresh_from_db()
    one.change(nickname="Malá", nickname_key="mala")
    third.refresh_from_db()
    third.change(nickname="Malá", nickname_key="mala")
    around.instruct(by=hana, id=new_id(), client=one, text="Sdělit výsledek testu a nabídnout doprovod.", until=None)
    home = around.add_household(by=hana, id=new_id(), client=one, name="byt nad pekárnou", since=make.SATURDAY)
    around.join_household(by=hana, household=home, client=third, since=make.SATURDAY)
    flat = around.add_household(by=hana, id=new_id(), client=one, name="ubytovna", since=make.SATURDAY)
    around.join_household(by=hana, household=flat, client=fourth, since=make.SATURDAY)
    for other, about in ((third, ""), (None, "ví o nás, nevolat")):
        around.relate(by=hana, id=new_id(), client=one, other=other, kind="sibling", about=about)
    said = {"version": "Spojka 1", "given_on": make.SATURDAY, "taken_by": hana.id, "today": make.SATURDAY}
    agreements.record(by=hana, id=new_id(), client=one, form="signed", **said)
    return one


def addresses(client):
    here, third = f"/podchod/clients/{client.pk}/", Client.objects.get(code="SAJA0311Z")
    deeds = (
        "nickname",
        "code",
        "merge",
        "split",
        "instruct",
        "agree",
        "household",
        "relate",
    )
    merged = Joining.objects.get(undone_at=None)
    return [
        *("/podchod/clients/", "/podchod/clients/duplicates/", "/podchod/clients/statement/", here),
        *(f"{here}{deed}/" for deed in deeds),
        f"{here}merge/?with={third.pk}",
        f"/podchod/clients/{merged.source_id}/",
        f"/podchod/joinings/{merged.pk}/undo/",
        f"/podchod/households/{Household.objects.order_by('name')[0].pk}/",
        f"/podchod/agreements/{client.agreements.get().pk}/withdraw/",
    ]


def test_are_open_to_everybody(hana, client, phone, looks):
    assert looks(phone(hana), addresses(client)) == {}


def test_the_keyboard_alone_merges_two_and_takes_it_back(hana, client, desk):
    page = desk(hana)
    page.goto("/podchod/clients/duplicates/")
    page.get_by_role("link", name=re.compile("^Porovnat")).first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/merge/?with=*")

    page.locator("#id_reason").focus()
    page.keyboard.type("Poznali jsme ji.")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/clients/[0-9a-f-]+/$"))
    made = Joining.objects.get(reason="Poznali jsme ji.")

    page.goto(f"/podchod/joinings/{made.pk}/undo/")
    page.locator("#id_reason").focus()
    page.keyboard.type("Spletli jsme se.")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/clients/[0-9a-f-]+/$"))

    made.refresh_from_db()
    assert made.undone_why == "Spletli jsme se."
