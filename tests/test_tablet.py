"""The job of a shared tablet: Anna shares it and writes, Hana takes it over and writes, the closed shift ends it."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from spojka.codelists import load
from spojka.encounters.actions import shifts
from spojka.encounters.models import CrewMember, Encounter
from spojka.members import pins
from tests import make


@pytest.fixture
def crew(transactional_db):
    load.load()
    service = make.service(organisation=make.organisation(slug="podchod"))
    now = timezone.now()
    times = {"planned_start": now, "planned_end": now + timedelta(hours=7), "started_at": now - timedelta(hours=1)}
    shift = make.shift(service, day=timezone.localdate(now), **times)
    people = [make.member(service, name=name) for name in ("Anna Poledne", "Hana Večerní")]
    for actor in people:
        CrewMember(**shift.ownership, shift=shift, membership_id=actor.id).add()
        pins.set_pin(actor.user, "2580", now)
    return shift, *people


def take(page, name):
    page.get_by_role("link", name=name).click()
    for digit in "2580":
        page.get_by_role("button", name=digit, exact=True).click()
    page.get_by_role("button", name="Psát").click()


def write(page):
    page.get_by_role("button", name="Přidat: Voda").click()
    page.get_by_role("button", name="Uložit kontakt").click()
    page.get_by_text("Uloženo").wait_for()


@pytest.mark.slow
def test_a_crew_shares_one_tablet_for_a_night(crew, phone, axe):
    shift, anna, hana = crew
    page = phone(anna)
    page.goto(f"/podchod/shifts/{shift.pk}/")
    page.get_by_role("link", name="Jeden tablet pro celou posádku").click()
    page.get_by_role("button", name="Sdílet toto zařízení pro tuto směnu").click()
    axe(page)
    take(page, "Anna Poledne")
    write(page)
    page.get_by_role("button", name="Přidat: Špunty").click()  # a contact that Anna leaves half written
    axe(page)
    page.get_by_role("button", name="Předat").click()
    take(page, "Hana Večerní")
    assert page.locator("#id_materials-earplugs").input_value() in ("", "0")
    write(page)
    page.get_by_role("button", name="Předat").click()
    take(page, "Anna Poledne")
    expect(page.locator("#id_materials-earplugs")).to_have_value("1")  # its script may still be on the way

    assert list(Encounter.objects.order_by("pk").values_list("recorded_by", flat=True)) == [anna.id, hana.id]
    now = timezone.now()
    shifts.close(by=hana, shift=shift, ended_at=now, at=now, note="")
    page.get_by_role("button", name="Předat").click()
    page.get_by_text("Směna je uzavřená.").wait_for()
