"""An extraordinary event and a call for help without signal, through the visible pages of a real browser."""

import pytest

from spojka.emergencies.models import Alert, AlertAnswer, Incident, IntoxicationCard

pytestmark = [pytest.mark.slow, pytest.mark.browser]
NO_DIALLING = "addEventListener('click', event => event.target.closest('a[href^=\"tel:\"]') && event.preventDefault())"


@pytest.fixture
def phone(stand_of, field_worker):
    phone = stand_of()
    phone.scripts.append(NO_DIALLING)  # a browser of a test can't call anybody
    phone.begin(field_worker).set_up()
    for name in ("incidents/", "alerts/", "cards/"):
        path = phone.path.replace("encounters/new/", name)
        while not phone.page.evaluate("path => caches.match(path).then(Boolean)", path):
            phone.page.wait_for_timeout(100)
    return phone


def count(page, selector, many):
    page.wait_for_function("([one, many]) => document.querySelectorAll(one).length === many", arg=[selector, many])


def test_one_tap_starts_an_event_and_it_is_finished_later(phone, server):
    server.kill()
    page = phone.page

    page.get_by_role("link", name="Pomoc").click()
    page.get_by_role("link", name="Mimořádná událost").click()
    page.wait_for_function("() => location.hash.startsWith('#incident=')")
    assert phone.waits() == 1  # started by that one tap
    page.get_by_role("button", name="Poranění jehlou").last.click()
    count(page, "[data-lines] li", 1)
    page.get_by_role("button", name="Omývat proudem vody").click()
    count(page, "[data-lines] li", 2)
    assert page.locator(".first-step.is-done [data-done]").inner_text()
    page.get_by_role("button", name="Co se stalo").click()  # nothing is written: it asks for words
    assert phone.waits() == 3
    page.get_by_label("Slovy").fill("Při sběru za pódiem.")
    page.get_by_role("button", name="Co se stalo").click()
    count(page, "[data-lines] li", 3)
    page.reload()
    count(page, "[data-lines] li", 3)

    page.get_by_role("link", name="Přivolat pomoc").click()
    page.get_by_role("link", name="Záchranka").click()
    count(page, "[data-calls] li", 1)
    page.get_by_role("button", name="zvedli to").click()
    page.get_by_text("zvedli to").first.wait_for()

    server.start()
    page.evaluate("dispatchEvent(new Event('online'))")
    phone.wait_for_empty()
    incident = Incident.objects.get()
    assert incident.kind == "needle_stick"
    said = incident.entries.order_by("occurred_at").values_list("kind", "code", "text")
    assert list(said) == [
        ("kind", "needle_stick", ""),
        ("step", "stick_wash", ""),
        ("what", "", "Při sběru za pódiem."),
    ]
    assert Alert.objects.get().incident == incident
    assert AlertAnswer.objects.get().kind == "answered"


def test_coming_back_to_an_event_that_runs_starts_no_other(phone, server):
    server.kill()
    page = phone.page
    page.get_by_role("link", name="Pomoc").click()
    page.get_by_role("link", name="Mimořádná událost").click()
    page.wait_for_function("() => location.hash.startsWith('#incident=')")
    page.get_by_role("link", name="Zpět").click()

    page.get_by_role("link", name="Pomoc").click()
    page.get_by_role("link", name="Mimořádná událost").click()
    count(page, "[data-cards] li", 1)

    assert phone.waits() == 1


def test_from_a_card_one_tap_dials_and_stands_on_the_card(phone, server):
    server.kill()
    page = phone.page
    page.get_by_role("link", name="Je zle").click()
    page.wait_for_function("() => location.hash.startsWith('#card=')")
    page.get_by_role("button", name="Nereaguje").click()
    call = page.get_by_role("link", name="Volat 155")

    call.click()
    page.get_by_text("Voláno: 155", exact=True).wait_for()

    call.wait_for(state="hidden")  # somebody has called
    server.start()
    page.evaluate("dispatchEvent(new Event('online'))")
    phone.wait_for_empty()
    assert Alert.objects.get().card == IntoxicationCard.objects.get()
    assert Alert.objects.get().role == "ambulance"
