"""The board in a browser, by keys alone."""

import pytest
from playwright.sync_api import expect

from spojka.base.ids import new_id
from spojka.care.actions import slots
from spojka.care.models import Slot, SlotState
from spojka.encounters.models import Encounter

pytestmark = pytest.mark.slow


def test_takes_somebody_through_by_keys(desk, worker, head, centre, shift, axe):
    said = {"name": "Pračka", "minutes": 20, "opens_at": None, "closes_at": None, "act": "HSC"}
    slots.add_resource(by=head, id=new_id(), service=centre, **said)
    page = desk(worker)
    page.goto(f"/podchod/shifts/{shift.pk}/slots/")

    page.locator("#id_who").focus()
    page.keyboard.type("Modrý")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Pustit dovnitř")).to_be_visible()
    for name, left in (("Pustit dovnitř", "Je venku"), ("Je venku", "Zapsat: Pračka")):
        page.get_by_role("button", name=name).press("Enter")
        expect(page.get_by_role("button", name=left)).to_be_visible()
    page.get_by_label("Kusů oblečení").fill("2")
    axe(page)
    page.get_by_role("button", name="Zapsat: Pračka").press("Enter")

    expect(page.get_by_role("link", name="Modrý")).to_be_visible()
    assert Slot.objects.get().state == SlotState.DONE
    assert Encounter.objects.get().handouts.get().quantity == 2
