from playwright.sync_api import expect

from .browser import DESK, PHONE


def test_the_way_in_is_clean_on_a_phone(phone, axe):
    page = phone()

    page.goto("/account/login/")

    axe(page)


def test_today_is_clean_on_a_desk(desk, anna, axe, lists):
    page = desk(anna)

    page.goto("/podchod/")

    axe(page)


def test_filters_come_when_they_are_opened(desk, anna, axe, lists):
    page = desk(anna)
    page.goto("/podchod/encounters/")

    page.locator("main details.more summary").click()
    page.locator("#id_side").select_option("tally")
    axe(page)
    page.get_by_role("button", name="Ukázat").click()

    page.wait_for_url("**/encounters/?*side=tally*")
    assert page.locator("ul.narrowed").is_visible()


def test_the_first_wrong_filter_is_where_one_types_next(desk, hana, lists):
    page = desk(hana)

    page.goto("/podchod/reports/contacts/?from=2026-07-05&to=2026-07-01")

    expect(page.locator("#id_to")).to_be_focused()
    expect(page.get_by_text("Konec je dřív než začátek")).to_be_visible()


def test_a_page_is_turned_from_a_phone_into_a_desk_and_back(phone, axe):
    page = phone()
    page.goto("/account/login/")
    media = "['(pointer: coarse)', '(prefers-color-scheme: dark)'].map(one => matchMedia(one).matches)"
    device = f"[innerWidth, devicePixelRatio, ...{media}]"

    axe.turn(page, DESK, "dark")
    assert page.evaluate(device) == [1280, 1, False, True]
    axe(page)
    assert page.evaluate(device) == [1280, 1, False, True]
    axe.turn(page, PHONE, "light")
    assert page.evaluate(device) == [390, 2, True, False]
    axe(page)
    assert page.evaluate(device) == [390, 2, True, False]
