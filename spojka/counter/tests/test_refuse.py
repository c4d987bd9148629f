"""A refusal beside the client's line: nothing stands chosen that nobody chose."""

import pytest
from playwright.sync_api import expect

from spojka.encounters.models import ServiceRefusal

from .test_room import come, panel

pytestmark = pytest.mark.slow


def test_a_refusal_is_written_beside_the_client(counter, exchange):
    exchange(minutes=90)
    come(counter, "KRA 84")
    counter.get_by_text("Odmítnout", exact=True).click()
    counter.get_by_label("Co jste nabídli místo toho").select_option(index=1)
    counter.get_by_label("Kde jinde a kdy").fill("Klub pro mládež.")
    counter.get_by_role("button", name="Uložit odmítnutí").click()
    expect(counter.get_by_role("alert").filter(has_text="proč")).to_be_visible()  # no ground is chosen beforehand
    counter.get_by_label("Proč", exact=True).select_option("full")
    counter.get_by_role("button", name="Uložit odmítnutí").click()
    expect(counter.locator("#toasts")).to_contain_text("Odmítnutí je zapsané")

    refusal = ServiceRefusal.objects.exclude(instead="").get()
    assert (refusal.ground, refusal.offered) == ("full", "Klub pro mládež.")
    expect(panel(counter, "KRA 84")).to_be_visible()
