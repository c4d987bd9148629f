"""What one sees of a case on a phone."""


def test_the_page_one_is_on_is_in_sight_among_the_eight(phone, ema, case):
    page = phone(ema)

    page.goto(f"/podchod/cases/{case.pk}/lead/")

    place = page.locator(".tabs [aria-current]").bounding_box()
    assert place
    assert place["x"] >= 0
    assert place["x"] + place["width"] <= 390
