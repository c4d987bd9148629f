"""A signature on the screen, in a real browser."""

import pytest
from playwright.sync_api import expect

from spojka.consents.models import Consent

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_a_finger_signs_in_a_frame_that_does_not_move_the_page(phone, anna, jinde, rada):
    page = phone(anna)
    page.goto(f"/podchod/clients/{rada.pk}/consents/new/")
    page.get_by_text("historie kontaktů", exact=True).first.click()
    page.locator("select[name=to-0-to]").select_option(str(jinde.pk))
    page.get_by_text("podpis na obrazovce").click()
    pad = page.get_by_role("img", name="Místo pro podpis")
    box = pad.bounding_box()

    def draw(*points):
        for number, (x, y) in enumerate(points):
            page.mouse.move(box["x"] + x, box["y"] + y)
            if number == 0:
                page.mouse.down()
        page.mouse.up()

    page.get_by_role("button", name="Zapsat souhlas").click()
    expect(page.get_by_text("podepsat na obrazovce").first).to_be_visible()
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    draw((20, 30), (60, 50), (90, 20))
    draw((100, 40), (130, 60))

    look = "one => (({ touchAction, borderTopStyle }) => [touchAction, borderTopStyle])(getComputedStyle(one))"
    assert pad.evaluate(look) == ["none", "solid"]
    assert page.locator("hand-sign path").evaluate("one => getComputedStyle(one).fill") == "none"
    page.get_by_role("button", name="Zapsat souhlas").click()
    expect(page.get_by_text("Podpis na obrazovce")).to_be_visible()
    assert Consent.objects.get().drawn.count("M") == 2
