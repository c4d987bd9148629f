"""A signal written at the stand while the server is dead, through the visible form."""

import pytest

from spojka.signals.models import Signal

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_a_signal_waits_in_the_phone_and_is_sent_once(stand_of, field_worker, server):
    phone = stand_of().begin(field_worker).set_up()
    path = phone.path.replace("encounters/new/", "signal/")
    phone.open(path).ready()
    server.kill()
    phone.open(path)

    phone.page.get_by_text("hlad mezi klienty", exact=True).click()
    phone.page.get_by_label("Jak to vypadá").fill("přišli dva, že od rána nejedli")
    phone.page.get_by_role("button", name="Uložit signál").click()
    phone.page.wait_for_url("**/encounters/new/")
    assert (phone.waits(), Signal.objects.count()) == (1, 0)

    server.start()
    phone.page.evaluate("dispatchEvent(new Event('online'))")
    if phone.page.get_by_role("button", name="Otevřít PINem").first.is_visible():
        phone.unlock()
    phone.wait_for_empty()

    assert Signal.objects.get().kind == "hunger"
