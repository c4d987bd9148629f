"""Every screen, on a phone and on a desk: axe finds nothing, nothing is wider than the screen, in both languages."""

import re

import pytest
from django.conf import settings

from spojka.codelists import load
from spojka.encounters.models import Encounter
from tests.looks import shape
from tests.night import addresses, begin

pytestmark = pytest.mark.slow
PARTS = 3  # the addresses are walked in so many tests, at the same time where there are more processors


@pytest.fixture
def night(transactional_db):
    """Hana's service in the middle of a night, with something of everything."""
    load.load()
    return begin()


@pytest.mark.parametrize("part", range(PARTS))
def test_screens_are_open_to_everybody(night, phone, looks, part):
    hana, shift = night

    assert looks(phone(hana), addresses(shift)[part::PARTS]) == {}


def test_the_stand_in_red_light(night, phone, axe):
    hana, shift = night
    page = phone(hana)
    page.goto(f"/podchod/shifts/{shift.pk}/encounters/new/")

    for _ in range(2):
        page.locator("[data-next-look]").first.click()

    assert page.locator("html").get_attribute("data-light") == "red"
    axe(page)


def test_the_look_follows_the_device_until_one_chooses(night, phone):
    page = phone(night[0])
    page.goto("/podchod/")
    look = page.locator("html")

    page.emulate_media(color_scheme="dark")
    assert look.get_attribute("data-bs-theme") == "dark"
    page.emulate_media(color_scheme="light")
    page.locator("[data-next-look]").first.evaluate("one => one.click()")
    page.emulate_media(color_scheme="dark")
    page.emulate_media(color_scheme="light")

    assert look.get_attribute("data-bs-theme") == "dark"  # chosen by the click


def test_every_target_of_the_stand_is_large_enough_for_gloves(night, phone):
    hana, shift = night
    page = phone(hana)
    small = []

    for path in ("encounters/new/", "now/", "alone/", "naloxone/", "naloxone/used/", "overdose/"):
        page.goto(f"/podchod/shifts/{shift.pk}/{path}")
        for target in page.locator(
            "main button:visible, main .choice:visible, main a:visible, main summary:visible, footer a:visible"
        ).all():
            box = target.bounding_box()
            small += [(path, target.inner_text(), box)] if min(box["width"], box["height"]) < 55.5 else []

    assert small == []


def test_english_pages_hold_no_czech_words_of_ours(night, browse):
    hana, shift = night
    reader = browse(hana)
    reader.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    czech = re.compile(r">\s*(Dnes|Kontakty|Směny|Klienti|Akce|Čísla|Správa|Uložit|Nový kontakt|Více|Odhlásit se)\s*<")

    for address in addresses(shift):
        page = reader.get(address).content.decode()
        assert not czech.search(page), address


def test_the_keyboard_alone_writes_a_contact(night, desk):
    hana, _shift = night
    page = desk(hana)
    page.goto("/podchod/")
    page.keyboard.press("n")
    page.wait_for_url("**/encounters/new/")
    before = Encounter.objects.count()

    page.locator("#id_materials-water").focus()
    page.keyboard.type("1")
    page.keyboard.press("Enter")
    page.get_by_text("Uloženo").wait_for()

    assert Encounter.objects.count() == before + 1


def test_the_heads_of_a_shift_wrap_in_large_letters(night, phone, desk):
    hana, shift = night
    for page in (desk(hana), phone(hana)):
        page.goto(f"/podchod/shifts/{shift.pk}/")
        page.evaluate("document.documentElement.style.fontSize = '200%'")

        width = page.viewport_size["width"]
        for one in page.locator(".shift .btn-due, .shift h2, .top > .quiet").all():
            box = one.bounding_box()
            assert not box or (box["width"] > 120 and box["x"] + box["width"] <= width)  # no letter per line


def test_nothing_is_wider_than_a_phone_in_large_letters(night, phone):
    hana, shift = night
    page, wide = phone(hana), {}
    for address in ("", f"shifts/{shift.pk}/", "office/", "clients/", "stock/", "reports/contacts/", "encounters/"):
        page.goto(f"/podchod/{address}")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if found := shape(page):
            wide[address] = found

    assert wide == {}
