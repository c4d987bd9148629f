"""The projection in a real browser: by keys and by finger, by itself, still if wanted, without signal."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.slow, pytest.mark.browser]
HEARD = "document.querySelector('projection-stage').dataset"


def shows(page, slide):
    expect(page.locator(".slide.is-on")).to_have_id(slide)  # waits: a link's own change of the address comes later


def test_obeys_keys_and_buttons_and_axe_finds_nothing(desk, axe):
    page = desk()
    page.goto("/projection/cs/")
    shows(page, "alcohol-brain")

    for key, there in [
        ("ArrowRight", "alcohol-heart"),
        ("ArrowDown", "cannabis-heart"),
        ("4", "mdma-brain"),
        ("ArrowLeft", "stimulants-with"),
    ]:
        page.keyboard.press(key)
        shows(page, there)
    page.get_by_role("link", name="Teplo a voda").click()
    shows(page, "stimulants-heat")
    assert page.evaluate(f"{HEARD}.heat") == "hot"
    page.keyboard.press(" ")
    assert page.evaluate(f"{HEARD}.does") == "stop"
    page.get_by_role("button", name="Pustit").click()
    assert page.evaluate(f"{HEARD}.does") == "go"
    assert page.get_by_role("heading", level=2).count() == 1
    axe(page)

    page.keyboard.press("Escape")
    page.wait_for_url("**/projection/cs/table/")
    axe(page)


def test_goes_on_by_itself_and_round(desk):
    page = desk()
    page.clock.install()
    page.goto("/projection/cs/#psychedelics-with")
    page.clock.run_for(12_000)
    shows(page, "alcohol-brain")

    page.keyboard.press("ArrowRight")
    page.clock.run_for(30_000)
    shows(page, "alcohol-heart")  # somebody has just touched it
    page.clock.run_for(20_000)
    shows(page, "alcohol-heat")


def test_large_letters_leave_room_for_what_is_said(phone):
    page = phone()
    page.goto("/projection/cs/#mdma-brain")
    page.evaluate("document.documentElement.style.fontSize = '200%'")

    room = page.evaluate("document.querySelector('#words').clientHeight")

    assert room > 350  # the heading and its sentence, not a strip of them


def test_stands_still_for_those_who_want_no_movement(desk):
    page = desk(reduced_motion="reduce")
    page.goto("/projection/cs/#mdma-heat")

    assert page.evaluate(f"{HEARD}.does") == "stop"
    assert page.evaluate("document.getAnimations().length") == 0


def test_a_finger_turns_the_page_and_nothing_is_wider_than_a_phone(phone, axe):
    page = phone()
    page.goto("/projection/cs/#alcohol-with")
    page.evaluate(
        "for (const [kind, clientX] of [['pointerdown', 300], ['pointerup', 100]])"
        " document.querySelector('.words').dispatchEvent(new PointerEvent(kind, { clientX, bubbles: true }))"
    )

    shows(page, "cannabis-brain")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.emulate_media(reduced_motion="reduce")  # words that are still coming in have no contrast yet
    axe(page)


def test_cards_and_projection_open_while_the_server_is_dead(stand_of, field_worker, server):
    phone = stand_of().begin(field_worker).set_up()
    path = phone.path.replace("encounters/new/", "themes/")
    for one in (path, "/projection/cs/"):
        phone.open(one).ready()
    server.kill()

    phone.open(path)
    phone.page.get_by_role("link", name="Sluch").click()
    assert phone.page.get_by_text("Špunty ubírají hlasitost").is_visible()
    assert not phone.page.get_by_role("link", name="Cesta domů").is_visible()
    phone.page.get_by_role("link", name="Všechna témata").click()
    assert phone.page.get_by_role("link", name="Cesta domů").is_visible()

    phone.page.goto("/projection/cs/#cocaine-heart")
    assert phone.page.get_by_text("Bolest na hrudi není tréma").is_visible()
    assert phone.page.evaluate("getComputedStyle(document.querySelector('.stage')).display") == "grid"
