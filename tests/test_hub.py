"""A festival without internet: phones leave records at the stand's laptop, which hands them on, each exactly once."""

import pytest

from spojka.encounters.models import Encounter, Handout
from spojka.hubs.models import Hub

from .hub import AWAY, press, until_it_lies

pytestmark = [pytest.mark.slow, pytest.mark.browser]
SEND = "dispatchEvent(new Event('online'))"


def test_what_phones_left_at_the_hub_is_at_headquarters_once(paired, joined, home, hub):
    """Headquarters dead, the laptop killed in between, delivered while the phones are away; then they come back."""
    one, two = paired(), paired()
    home.kill()
    for phone, times in ((one, 3), (two, 2)):
        for _ in range(times):
            phone.tap("Voda")
            phone.save()
        phone.page.get_by_text(f"{times} leží i v rozbočovači").wait_for()
    one.page.goto("/phone/queue/")
    one.page.locator("[data-list=waiting] li", has_text="Leží i v rozbočovači stánku").nth(2).wait_for()
    one.open()
    joined.kill()
    one.save()
    one.page.goto(f"/phone/hub/{hub.pk}/")
    one.page.get_by_text("Rozbočovač neodpovídá.").wait_for()
    joined.start()
    one.page.get_by_role("button", name="Zeptat se rozbočovače").click()
    one.page.get_by_text("Leží v něm všechno, co teď jde poslat.").wait_for()
    assert one.page.locator("[data-sums] dd").inner_text() == "6"
    assert one.page.locator("[data-code=water] dd").inner_text() == "5"
    assert (joined.waits(), one.waits(), two.waits()) == (6, 4, 2)
    assert Encounter.objects.count() == 0

    home.start()
    assert "6" in joined.say("deliver")
    assert Encounter.objects.count() == 6
    assert joined.waits() == 0
    assert Hub.objects.get().delivered == 6

    for phone in (one, two):
        phone.open()
        phone.page.evaluate(SEND)
        phone.wait_for_empty()
    assert Encounter.objects.count() == 6
    assert list(Handout.objects.values_list("code", "quantity")) == [("water", 1)] * 5


def test_a_browser_that_was_not_let_into_the_local_network_says_so(paired, joined, home, hub):
    phone = paired(allowed=False)
    told = {"permission": {"name": "local-network-access"}, "setting": "denied", "origin": home.url}
    phone.context.new_cdp_session(phone.page).send("Browser.setPermission", told)
    home.kill()
    phone.save()
    phone.page.goto(f"/phone/hub/{hub.pk}/")
    phone.page.get_by_text("Prohlížeč nepustil Spojku do místní sítě.").wait_for()
    assert (joined.waits(), phone.waits()) == (0, 1)


def test_a_laptop_that_cannot_show_its_certificate_gets_nothing(paired, joined, home, hub, authority):
    phone = paired()
    home.kill()
    joined.kill()
    authority.give(AWAY, joined.folder, pinned=False)  # as another laptop that took its name
    joined.start()

    phone.save()
    phone.page.goto(f"/phone/hub/{hub.pk}/")
    phone.page.get_by_text("Rozbočovač neodpovídá.").wait_for()

    assert (joined.waits(), phone.waits()) == (0, 1)


def test_headquarters_lost_right_after_pairing_leaves_the_way_to_the_hub(paired, joined, home, hub):
    """The page of the hub comes to the phone first; the pages of the shift are renewed when there is signal again."""
    phone = paired(by=press)
    home.kill()

    phone.open()
    phone.save()
    phone.page.goto(f"/phone/hub/{hub.pk}/")
    phone.page.get_by_text("Leží v něm všechno, co teď jde poslat.").wait_for()
    assert joined.waits() == 1

    home.start()
    phone.open()
    phone.page.evaluate(SEND)
    phone.wait_for_empty()
    until_it_lies(phone, phone.path, AWAY)
    assert Encounter.objects.count() == 1
