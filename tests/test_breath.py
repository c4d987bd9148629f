"""The breathalyser's queue on a phone, as a worker touches it, with the network and without."""

import re

import pytest

from spojka.encounters.models import Breath

pytestmark = [pytest.mark.slow, pytest.mark.browser]
RANGE = re.compile(r"(.+ )?\d{1,2}:\d\d a (.+ )?\d{1,2}:\d\d")  # late in the evening both are of tomorrow


def test_a_value_is_measured_shown_and_saved_without_signal(stand_of, field_worker, server):
    phone = stand_of().begin(field_worker).set_up()
    path = phone.path.replace("encounters/new", "breath")
    phone.open(path).ready()
    server.kill()
    phone.open(path)
    page = phone.page

    page.get_by_role("button", name="Ukázat odhad").click()
    assert page.locator("[data-fault]").is_visible()
    for key in "041":
        page.get_by_role("button", name=key, exact=True).click()
    page.get_by_text("pod 15 min").click()
    page.get_by_role("button", name="Ukázat odhad").click()

    assert RANGE.fullmatch(page.locator("#estimate").inner_text().strip())
    assert "0,86" in page.locator(".breath-conv").inner_text()
    assert page.get_by_text("Za 15 minut změřte znovu.").is_visible()
    assert page.get_by_text("Za volant teď ne.").is_visible()
    page.get_by_role("button", name="Uložit, další").click()
    page.get_by_role("button", name="Ukázat odhad").wait_for()
    assert page.locator("#id_value").input_value() == ""
    assert phone.waits() == 1

    server.start()
    page.evaluate("dispatchEvent(new Event('online'))")
    phone.wait_for_empty()
    breath = Breath.objects.get()
    assert (str(breath.value), breath.unit, breath.since_drink) == ("0.410", "mg_l_210", 0)


def test_from_three_promile_the_phone_tells_of_the_danger_before_anything_is_saved(stand_of, field_worker, server):
    phone = stand_of().begin(field_worker).set_up()
    path = phone.path.replace("encounters/new", "breath")
    phone.open(path).ready()
    server.kill()
    phone.open(path)
    page, danger = phone.page, phone.page.get_by_text("Tolik alkoholu může zastavit dech")

    page.locator("#id_value").fill("1,42")
    page.get_by_role("button", name="Ukázat odhad").click()
    assert page.get_by_text("Za volant teď ne.").is_visible()
    assert not danger.is_visible()
    page.get_by_role("button", name="Opravit").click()
    page.locator("#id_value").fill("1,43")
    page.get_by_role("button", name="Ukázat odhad").click()

    assert danger.is_visible()
    assert page.get_by_role("link", name="Začít kartu intoxikace").is_visible()
    assert phone.waits() == 0


def test_weight_and_height_narrow_the_range_and_stay_in_the_phone(stand_of, field_worker, server):
    phone = stand_of().begin(field_worker)
    phone.open(phone.path.replace("encounters/new", "breath"))
    page, sent = phone.page, []
    page.on("request", lambda one: sent.append(one.post_data or ""))
    page.locator("#id_value").fill("0,41")

    page.get_by_text("Pohlaví, váha, výška").click()
    page.get_by_text("Muž", exact=True).click()
    page.get_by_label("Váha (kg)").fill("82")
    page.get_by_label("Výška (cm)").fill("187")
    page.get_by_role("button", name="Ukázat odhad").click()
    assert page.get_by_text("Nevíme, kdy pil naposledy").is_visible()
    page.get_by_role("button", name="Uložit, další").click()
    page.get_by_text("žádný slib").wait_for()

    assert any("value=0%2C41" in text for text in sent)
    assert not any(re.search(r"=(82|187)(&|$)", text) for text in sent)
    assert Breath.objects.get().encounter.sex == "man"


def test_past_midnight_the_day_stands_whole_in_the_picture(stand_of, field_worker, server):
    phone = stand_of().begin(field_worker).set_up()
    page = phone.open(phone.path.replace("encounters/new", "breath")).page
    page.clock.set_fixed_time("2026-07-04T21:50:00Z")  # ten minutes to midnight

    page.locator("#id_value").fill("0,41")
    page.get_by_role("button", name="Ukázat odhad").click()

    label = page.locator("svg.fan [data-at=first]")
    assert "5." in label.inner_html()
    assert label.evaluate("one => one.getBBox().x") >= 0
