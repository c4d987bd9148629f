"""A refusal beside the client's line: nothing stands chosen that nobody chose."""

import pytest
from playwright.sync_api import expect

from spojka.base.ids import new_id
from spojka.encounters.actions import eligibility
from spojka.encounters.models import Encounter, ServiceRefusal
from tests import make

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


@pytest.fixture
def rule(kontakt, room, exchange):
    exchange(minutes=90)
    head = make.member(kontakt, name="David Vedoucí", role="service_head")
    said = {"least_age": 15, "user_kinds": [], "territory": "", "outside": ["IP"]}
    return eligibility.set(by=head, id=new_id(), service=kontakt, valid_from=room.day, **said)


def give_to_a_child(counter):
    counter.get_by_text("Poznámka, věk, pohlaví").click()
    counter.locator("counter-panel:visible label", has_text="do 14").click()
    counter.get_by_role("button", name="Stejně jako minule").click()
    counter.get_by_role("button", name="kolik vydávám").click()
    counter.get_by_role("button", name="Uložit Enter").click()
    expect(counter.get_by_role("alert").filter(has_text="Nesplňuje podmínky služby")).to_be_visible()


def test_who_is_not_eligible_is_refused_at_once(counter, rule, watch):
    come(counter, "KRA 84")
    give_to_a_child(counter)

    expect(counter.get_by_label("Co jste nabídli místo toho")).to_be_focused()
    expect(counter.get_by_label("Proč", exact=True)).to_have_value("not_eligible")
    counter.get_by_label("Co jste nabídli místo toho").select_option(index=1)
    counter.get_by_role("button", name="Uložit odmítnutí").click()
    expect(counter.locator("#toasts")).to_contain_text("Odmítnutí je zapsané")

    assert ServiceRefusal.objects.get().ground == "not_eligible"
    assert Encounter.objects.count() == 1


def test_what_was_chosen_of_a_refusal_before_is_left_alone(counter, rule, watch):
    come(counter, "KRA 84")
    counter.get_by_text("Odmítnout", exact=True).click()
    counter.get_by_label("Jakou pomoc chtěli").select_option(index=1)
    counter.get_by_text("Odmítnout", exact=True).click()

    give_to_a_child(counter)

    expect(counter.get_by_label("Proč", exact=True)).to_be_focused()
    expect(counter.get_by_label("Proč", exact=True)).to_have_value("")
