"""Two at one computer: Anna's page lay open when Hana signed in on another tab. Nothing is lost or saved as Hana's."""

import pytest
from django.conf import settings

from spojka.work.models import IndirectWork

from .entering import enter

pytestmark = pytest.mark.slow
PATH = "/podchod/indirect/new/"
TOLD = "Teď je tu přihlášen někdo jiný"


@pytest.fixture
def page(desk, anna, hana, lists):
    """Anna has filled in a form."""
    page = desk(anna)
    page.goto(PATH)
    page.wait_for_function("() => customElements.get('once-form')")
    page.get_by_label("Druh práce").first.select_option("travel")
    page.get_by_label("Minuty").first.fill("40")
    return page


def sign_in(page, actor):
    name = settings.SESSION_COOKIE_NAME
    cookie = {"name": name, "value": enter(actor).cookies[name].value}
    page.context.add_cookies([cookie | {"url": page.url.removesuffix(PATH)}])


def open_today(page):
    other = page.context.new_page()
    other.goto("/podchod/")
    other.close()


def test_the_page_stays_with_all_that_was_typed(page, anna, hana):
    sign_in(page, hana)
    open_today(page)
    page.get_by_role("button", name="Uložit").click()
    page.get_by_text(TOLD).wait_for()
    assert page.url.endswith(PATH)
    assert page.get_by_label("Minuty").first.input_value() == "40"
    assert not IndirectWork.objects.exists()

    sign_in(page, anna)
    open_today(page)
    page.get_by_role("button", name="Uložit").click()
    page.wait_for_url("**/podchod/indirect/**")
    page.get_by_text("Práce je zapsaná.").first.wait_for()
    assert str(IndirectWork.objects.get().membership_id) == anna.id


def test_a_page_that_could_not_know_is_refused_and_comes_back(page, anna, hana):
    """Hana has signed in and her first page is still on its way."""
    sign_in(page, hana)
    page.get_by_role("button", name="Uložit").click()
    page.get_by_role("heading", name=TOLD).wait_for()
    assert not IndirectWork.objects.exists()

    sign_in(page, anna)
    page.goto(PATH)
    page.wait_for_function("() => [...document.querySelectorAll('input')].some(one => one.value === '40')")


def test_a_part_of_a_page_is_not_sent_either(page, anna, hana):
    sign_in(page, hana)
    page.locator("header.side [data-seek]").click()
    page.locator("#seek-words").fill("Anna")
    page.get_by_text(TOLD).wait_for()
    assert page.get_by_label("Minuty").first.input_value() == "40"
