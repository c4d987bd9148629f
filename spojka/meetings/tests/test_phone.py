"""Minutes on a phone: what stands below the words that one writes is not under the bar."""

import pytest

from spojka.base.ids import new_id
from tests.browser import PHONE

from .writing import Writer

pytestmark = pytest.mark.slow
ABOVE = """() => document.querySelector(".minutes-line:focus-within [data-part=time]").getBoundingClientRect().bottom
  <= document.querySelector(".bottom").getBoundingClientRect().top"""


@pytest.fixture
def page(chromium, server, hana, call, write):
    """Hana's phone with twelve tasks."""
    meeting, above = call(by=hana), None
    for number in range(12):
        above = write(meeting, f"Úkol {number}", kind="task", line=new_id(), after=above).line
    writer = Writer(chromium, server, hana, meeting, PHONE)
    yield writer.page
    writer.context.close()


def test_the_term_of_a_task_is_above_the_bar_as_it_is_reached_and_as_it_is_begun(page):
    for number in range(12):
        page.locator(".minutes-line textarea").nth(number).focus()
        page.wait_for_function(ABOVE)

    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.type("! Koupit čaj")
    page.wait_for_function(ABOVE)
