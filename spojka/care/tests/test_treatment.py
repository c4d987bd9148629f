"""Treatment and food …"""

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.care.actions import treatment
from spojka.care.models import Treatment
from spojka.codelists.catalogue import catalogue
from spojka.encounters.content import Content
from spojka.encounters.models import Encounter


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
    assert page.post(at, typed | {"given-food": "1", "given-water": "2"}).status_code == 302
    contact = Encounter.objects.get()
    assert contact.acts.get().code == "PO"
    assert dict(contact.handouts.values_list("code", "quantity")) == {"food": 1, "water": 2}
