"""A shift without signal, through the visible pages of a real browser: begun, filled in, a worker alone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.encounters.models import CrewMember, Encounter, Shift
from spojka.shifts.models import Checklist, HelpCall, Watch, WatchSign
from tests import make
from tests.test_offline_card import CLOCK

pytestmark = [pytest.mark.slow, pytest.mark.browser]

PAGES = [
    *("now/", "alone/", "encounters/new/", "cards/", "breath/", "vitals/", "refusals/new/"),
    *("signal/", "incidents/", "alerts/"),
]


@pytest.fixture
def planned(field_worker):
    now = timezone.now()
    times = {"planned_start": now, "planned_end": now + timedelta(hours=7), "started_at": None}
    shift = make.shift(make.the_service_of(field_worker), day=timezone.localdate(now), **times)
    CrewMember(**shift.ownership, shift=shift, membership_id=field_worker.id).add()
    return shift


@pytest.fixture
def phone_at(stand_of, field_worker, server):
    """A phone that is set up on a page of a shift and has all of its pages; then the server is gone."""

    def made(shift, path, scripts=()):
        phone = stand_of()
        phone.path = f"/podchod/shifts/{shift.pk}/{path}"
        phone.scripts += scripts
        phone.begin(field_worker).set_up()
        for other in ("encounters/new/", "now/", "alone/", "incidents/", "alerts/", "themes/", "signal/"):
            while not phone.page.evaluate("path => caches.match(path).then(Boolean)", phone.path.replace(path, other)):
                phone.page.wait_for_timeout(100)
        server.kill()
        return phone

    return made


def test_a_planned_shift_begins_without_signal_and_all_that_follows_waits_for_it(phone_at, planned, server):
    phone = phone_at(planned, "now/")
    page = phone.page

    page.get_by_role("button", name="Začít směnu").click()
    page.wait_for_url("**/encounters/new/")
    page.get_by_text("Směna začala v tomto telefonu").wait_for()
    phone.tap("Voda")
    phone.save()
    page.get_by_role("link", name="Zpět na směnu").click()
    page.wait_for_url("**/now/")
    page.locator("#kit_out > summary").click()
    page.locator("#kit_out").get_by_role("button", name="Posádka to má").click()
    page.locator("#kit_out [data-waits]").wait_for()
    page.locator("#zone > summary").click()
    page.locator("#zone").get_by_text("Je tu", exact=True).first.click()
    page.locator("#zone").get_by_role("button", name="Uložit").click()
    page.locator("#zone [data-waits]").wait_for()
    assert phone.waits() == 4
    assert Shift.objects.get(pk=planned.pk).started_at is None

    server.start()
    page.evaluate("dispatchEvent(new Event('online'))")
    phone.wait_for_empty()

    contact = Encounter.objects.get()
    assert contact.shift.started_at <= contact.occurred_at
    assert set(Checklist.objects.values_list("kind", flat=True)) == {"kit_out", "zone"}
    page.locator("#kit_out summary").get_by_text("vydáno").wait_for()


def test_who_is_alone_is_asked_by_the_phone_itself(phone_at, planned, server):
    planned.change(started_at=timezone.now())
    phone = phone_at(planned, "alone/", [CLOCK])
    page = phone.page

    page.get_by_text("15 min").click()
    page.get_by_role("button", name="Zapnout hlídání").click()
    well = page.get_by_role("button", name="Jsem v pořádku")
    well.wait_for()
    page.evaluate("dispatchEvent(new Event('visibilitychange'))")
    assert not page.get_by_text("Jste v pořádku?").is_visible()
    page.evaluate("globalThis.ahead = 16 * 60_000; document.dispatchEvent(new Event('visibilitychange'))")
    page.get_by_text("Jste v pořádku?").wait_for()
    well.click()
    page.get_by_text("Jste v pořádku?").wait_for(state="hidden")
    page.reload()  # the timer goes on
    page.get_by_text("do dalšího ozvání").wait_for()
    page.evaluate("document.querySelector('help-call a[data-called=\"155\"]').removeAttribute('href')")  # dials nobody
    page.locator("help-call a[data-called='155']").click()
    page.wait_for_timeout(300)
    page.get_by_role("button", name="Jsem zpátky").click()
    page.get_by_role("button", name="Zapnout hlídání").wait_for()
    assert phone.waits() == 4
    page.goto("/phone/queue/")
    for called in ("Hlídání, 15 min", "Jsem v pořádku", "Přivolaná pomoc", "Jsem zpátky, ukončit hlídání"):
        page.get_by_text(called, exact=True).wait_for()

    server.start()
    page.evaluate("dispatchEvent(new Event('online'))")
    phone.wait_for_empty()
    watch = Watch.objects.get()
    assert watch.ended_at
    assert WatchSign.objects.get().watch == watch
    assert HelpCall.objects.get().called == "155"


def test_nothing_is_wider_than_the_phone_when_letters_are_twice_as_large(phone, field_worker, planned):
    page = phone(field_worker)
    wide = {}

    for path in (
        "now/",
        "alone/",
        "encounters/new/",
        "cards/",
        "breath/",
        "refusals/new/",
        "signal/",
        "incidents/",
        "alerts/",
        "vitals/",
    ):
        page.goto(f"/podchod/shifts/{planned.pk}/{path}")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        page.evaluate("for (const one of document.querySelectorAll('main details')) one.open = true")
        wide[path] = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")

    assert {path: by for path, by in wide.items() if by} == {}
