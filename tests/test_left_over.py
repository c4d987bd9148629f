"""What was measured and not saved is one person's: the next one must not get it, and it must not be lost."""

import pytest

from spojka.encounters.models import Breath, VitalSigns

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.fixture
def queue(stand_of, field_worker):
    """A phone that goes from one page of the stand to another by name."""
    phone = stand_of().begin(field_worker)
    phone.at = lambda name: phone.open(phone.path.replace("encounters/new", name))
    return phone


def press(page, keys):
    for key in keys:
        page.get_by_role("button", name=key, exact=True).click()


def go_away_and_back(phone, name):
    phone.page.wait_for_timeout(800)  # sealing
    phone.open()
    phone.at(name)


def save(page):
    page.locator(".dock-stand [type=submit]").click()
    page.get_by_role("button", name="Uložit, další").click()
    page.locator("[data-key-of='1']").wait_for()


def test_the_next_person_starts_empty_and_typing_drops_what_was_left(queue):
    page = queue.set_up().at("breath").page
    press(page, "041")
    page.get_by_text("pod 15 min").click()

    go_away_and_back(queue, "breath")
    left = page.locator("left-over")
    left.wait_for()
    assert page.locator("#id_value").input_value() == ""
    assert "0,41" in left.inner_text()
    assert "pod 15 min" in left.inner_text()
    press(page, "128")
    assert left.is_hidden()
    save(page)
    queue.wait_for_empty()
    go_away_and_back(queue, "breath")
    page.wait_for_timeout(800)

    assert [(str(one.value), one.since_drink) for one in Breath.objects.all()] == [("1.280", None)]
    assert left.is_hidden()
    assert page.locator("#id_value").input_value() == ""


def test_who_is_still_there_goes_on_with_the_value_and_its_hour(queue):
    page = queue.at("breath").page
    press(page, "041")

    go_away_and_back(queue, "breath")
    page.get_by_role("button", name="Ano, pokračovat").click()
    assert page.locator("#id_value").input_value() == "0,41"
    assert page.locator("[name=phone_at]").input_value()
    assert page.locator("left-over").is_hidden()


def test_what_was_left_is_deleted_at_once(queue):
    page = queue.at("vitals").page
    press(page, "18595")

    go_away_and_back(queue, "vitals")
    page.get_by_role("button", name="Ne, smazat").click()
    assert page.locator("left-over").is_hidden()
    go_away_and_back(queue, "vitals")
    assert page.locator("left-over").is_hidden()
    assert page.locator("#id_upper").input_value() == page.locator("#id_lower").input_value() == ""


def test_keys_go_on_in_the_first_empty_field(queue):
    page = queue.at("vitals").page
    press(page, "18595")

    go_away_and_back(queue, "vitals")
    page.get_by_role("button", name="Ano, pokračovat").click()
    press(page, "112")
    save(page)

    signs = VitalSigns.objects.get()
    assert (signs.upper, signs.lower, signs.pulse) == (185, 95, 112)


def test_a_saved_contact_does_not_come_back(queue):
    page = queue.set_up().page
    queue.tap("Voda")
    page.wait_for_timeout(800)
    queue.save()
    queue.wait_for_empty()

    go_away_and_back(queue, "encounters/new")
    page.wait_for_timeout(800)
    assert page.locator("#id_materials-water").input_value() in ("", "0")
