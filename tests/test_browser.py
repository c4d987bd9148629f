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
