"""A kit and an overdose written at the stand while the server is dead, through the visible forms."""

import pytest
from playwright.sync_api import expect

from spojka.naloxone.models import NaloxoneKit, NaloxoneTraining, Overdose

pytestmark = [pytest.mark.slow, pytest.mark.browser]


def test_both_wait_in_the_phone_and_are_sent_once(stand_of, field_worker, server):
    phone = stand_of().begin(field_worker).set_up()
    kit, overdose = (phone.path.replace("encounters/new/", end) for end in ("naloxone/", "overdose/"))
    for path in (kit, overdose):
        phone.open(path).ready()
    server.kill()

    phone.open(kit)
    covered = phone.page.get_by_role("group", name="Co jste probrali")
    phone.page.get_by_text("teď u nás", exact=True).click()
    expect(covered.get_by_role("checkbox", checked=True)).to_have_count(0)
    covered.get_by_role("button", name="Všechno").click()
    expect(covered.get_by_role("checkbox", checked=False)).to_have_count(0)
    phone.page.get_by_label("Šarže").fill("NX-9")
    phone.page.get_by_role("button", name="Uložit sadu").click()
    expect(phone.page.get_by_text("Vyberte, proč si ji bere.").first).to_be_visible()  # nothing stands chosen
    phone.page.get_by_text("první sada", exact=True).click()
    phone.page.get_by_role("button", name="Uložit sadu").click()
    phone.page.wait_for_url("**/encounters/new/")
    phone.open(overdose)
    for words in ("někdo nám to řekl", "přežil"):
        phone.page.get_by_text(words, exact=True).click()
    for group in ("Byl podán naloxon?", "Volala se záchranka?"):
        phone.page.get_by_role("group", name=group).get_by_text("ano", exact=True).click()
    phone.page.get_by_role("button", name="Uložit předávkování").click()
    phone.page.wait_for_url("**/encounters/new/")
    assert (phone.waits(), NaloxoneKit.objects.count(), Overdose.objects.count()) == (2, 0, 0)

    server.start()
    phone.page.evaluate("dispatchEvent(new Event('online'))")
    again = phone.page.get_by_role("button", name="Otevřít PINem").first
    expect(phone.page.locator("body")).to_be_visible()
    if again.is_visible():
        phone.unlock()
    phone.wait_for_empty()

    assert NaloxoneKit.objects.get().batch == "NX-9"
    assert "spray" in NaloxoneTraining.objects.get().covered
    assert Overdose.objects.get().ended == "survived"
