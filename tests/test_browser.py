def test_the_way_in_is_clean_on_a_phone(phone, axe):
    page = phone()

    page.goto("/account/login/")

    axe(page)


def test_today_is_clean_on_a_desk(desk, anna, axe, lists):
    page = desk(anna)

    page.goto("/podchod/")

    axe(page)
