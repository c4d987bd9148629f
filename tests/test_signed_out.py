"""A session that ends in the middle of a contact: what was typed stays, and is saved once after signing in again."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from playwright.sync_api import expect

from spojka.codelists import load
from spojka.encounters.models import Encounter, Handout, Shift
from tests import make

pytestmark = pytest.mark.slow


@pytest.fixture
def teren(transactional_db):
    load.load()
    return make.service(organisation=make.organisation(slug="podchod"))


@pytest.fixture
def anna(teren):
    return make.member(teren, name="Anna Poledne")


@pytest.fixture
def shift(teren):
    now = timezone.now()
    times = {"planned_start": now, "planned_end": now + timedelta(hours=7), "started_at": now}
    return make.shift(teren, day=timezone.localdate(now), **times)


def sign_in(page, actor):
    page.get_by_label("E-mail").fill(actor.user.email)
    page.get_by_label("Heslo").fill("heslo-pro-testy")
    page.get_by_role("button", name="Přihlásit se", exact=True).click()


def water(page):
    return page.locator("#id_materials-water").input_value()


def test_a_contact_outlives_its_session(anna, shift, phone):
    page = phone(anna)
    page.goto(f"/podchod/shifts/{shift.pk}/encounters/new/")
    page.get_by_role("button", name="Přidat: Voda").click()
    Session.objects.all().delete()

    page.get_by_role("button", name="Uložit kontakt").click()
    page.get_by_text("Jste odhlášeni.").wait_for()
    assert water(page) == "1"
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Přihlásit se na nové kartě").click()
    sign_in(opened.value, anna)
    opened.value.wait_for_url("**/podchod/")
    page.get_by_role("button", name="Uložit kontakt").click()
    page.get_by_text("Uloženo").wait_for()

    assert Encounter.objects.count() == 1
    assert list(Handout.objects.values_list("code", "quantity")) == [("water", 1)]
    assert page.evaluate("Object.keys(sessionStorage).filter(name => name.startsWith('draft:'))") == []
    assert page.get_by_text("Jste odhlášeni.").is_hidden()


def test_a_draft_comes_back_to_who_typed_it_and_to_nobody_else(anna, teren, shift, phone):
    bara = make.member(teren, name="Bára Ranní")
    page = phone(anna)
    path = f"/podchod/shifts/{shift.pk}/encounters/new/"
    page.goto(path)
    page.get_by_role("button", name="Přidat: Voda").click()
    Session.objects.all().delete()

    page.goto(path)
    sign_in(page, anna)
    page.wait_for_url(f"**{path}")
    assert water(page) == "1"
    page.context.clear_cookies()
    page.goto(path)
    sign_in(page, bara)
    page.wait_for_url(f"**{path}")

    assert water(page) in ("", "0")
    assert page.evaluate("Object.keys(sessionStorage).filter(name => name.startsWith('draft:'))") == []


def test_a_plain_form_is_filled_in_again_after_signing_in(anna, teren, phone):
    page = phone(anna)
    page.goto(f"/podchod/shifts/new/?service={teren.pk}")
    page.locator("form [name=new_place]").fill("Louka u řeky")
    Session.objects.all().delete()

    page.locator("once-form button.btn-go").click()
    sign_in(page, anna)
    page.locator("once-form").wait_for()

    expect(page.locator("form [name=new_place]")).to_have_value("Louka u řeky")
    assert not Shift.objects.exists()
