"""Treatment and food …"""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.care.actions import treatment
from spojka.care.models import Treatment
from spojka.codelists.catalogue import catalogue
from spojka.encounters.actions import eligibility
from spojka.encounters.content import Content
from spojka.encounters.models import Encounter, Override, ServiceRefusal
from tests import make


@pytest.fixture
def treat(worker, shift):
    def record(by=None, id=None):
        now = timezone.now()
        content = Content(side="code", code="PEN 85 M", occurred_at=now, acts={"ZO": 1})
        said = {"content": content, "what": ("wound",), "note": "", "at": now}
        lists = catalogue(shift.service, shift.day)
        return treatment.record(by=by or worker, id=id or new_id(), shift=shift, catalogue=lists, **said)

    return record


def test_is_one_contact_with_its_act_also_when_sent_twice(treat):
    id = new_id()

    treat(id=id)
    treat(id=id)

    assert Encounter.objects.get().acts.get().code == "ZO"
    assert Treatment.objects.get().what == ["wound"]


def test_is_not_a_strangers(treat, cyril, gita):
    for who in (cyril, gita):
        with pytest.raises(PermissionDenied):
            treat(by=who)


def test_works_from_its_page_and_the_contact_tells_it(browse, worker, shift):
    page, at = browse(worker), f"/podchod/shifts/{shift.pk}/treatments/new/"
    typed = {"id": str(new_id()), "side": "code", "code": "pen 85 m", "what": ["wound", "dressing"], "note": "Loket."}

    assert page.post(at, typed | {"what": []}).status_code == 422
    assert page.post(at, typed).status_code == 302
    contact = page.get(f"/podchod/encounters/{Encounter.objects.get().pk}/").content.decode()
    assert "Převaz" in contact
    assert "Loket." in contact


def test_food_is_counted_as_material_of_its_act(browse, worker, shift):
    page, at = browse(worker), f"/podchod/shifts/{shift.pk}/food/new/"
    typed = {"id": str(new_id()), "side": "anonymous"}

    assert page.get(at).status_code == 200
    assert page.post(at, typed).status_code == 422
    assert page.post(at, typed | {"materials-food": "1", "materials-water": "2"}).status_code == 302
    contact = Encounter.objects.get()
    assert contact.acts.get().code == "PO"
    assert dict(contact.handouts.values_list("code", "quantity")) == {"food": 1, "water": 2}


def test_who_is_not_eligible_gets_a_refusal_beside_the_form(browse, head, worker, centre, shift):
    said = {"least_age": 15, "user_kinds": ["problem"], "territory": "", "outside": []}
    eligibility.set(by=head, id=new_id(), service=centre, valid_from=shift.day, **said)
    client = make.client(centre, code="PEN 85 M")
    make.encounter(shift, client=client, side="code", age_band="0_14")
    page = browse(worker)

    typed = {"id": str(new_id()), "side": "code", "code": "PEN 85 M", "materials-food": "1"}
    answer = page.post(f"/podchod/shifts/{shift.pk}/food/new/", typed)
    refusal = answer.context["refusal"]
    said = {"id": str(new_id()), "ground": refusal["ground"].value(), "instead": "elsewhere", "back": "shift"}
    saved = page.post(f"/podchod/shifts/{shift.pk}/refusals/new/", said)

    assert (answer.status_code, 'id="refusal-ground' in answer.content.decode()) == (422, True)
    assert (saved.status_code, saved.url) == (302, f"/podchod/shifts/{shift.pk}/")
    assert ServiceRefusal.objects.get().ground == "not_eligible"


def test_more_food_than_one_gets_asks_for_the_reason_at_its_field(browse, worker, shift):
    page, at = browse(worker), f"/podchod/shifts/{shift.pk}/food/new/"
    again = [{"id": str(new_id()), "side": "code", "code": "PEN 85 M", "materials-food": "1"} for _n in range(2)]

    assert page.post(at, again[0]).status_code == 302
    asked = page.post(at, again[1])
    assert asked.status_code == 422
    assert "over" in asked.context["form"].errors
    assert 'name="over"' in asked.content.decode()
    assert page.post(at, again[1] | {"over": "Jí i za dítě."}).status_code == 302
    assert Override.objects.get().reason == "Jí i za dítě."


def test_too_much_food_for_one_is_said_beside_the_numbers(browse, worker, shift):
    typed = {"id": str(new_id()), "side": "anonymous", "materials-food": "2"}

    asked = browse(worker).post(f"/podchod/shifts/{shift.pk}/food/new/", typed)

    assert list(asked.context["form"].errors) == ["materials"]
