"""A night at the stand without signal, through the visible form of a real browser."""

import json
import random
from datetime import timedelta

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.codelists import actions as codelists
from spojka.encounters.models import Encounter, Handout

from . import make
from .offline import PIN, said

WORD = "Ctiradovasklenice"
A_DAY_AHEAD = """(() => {
  const Real = Date, ahead = 24 * 3600 * 1000
  globalThis.Date = class extends Real {
    constructor(...said) { said.length ? super(...said) : super(Real.now() + ahead) }
    static now() { return Real.now() + ahead }
  }
})()"""
COUNT_TAPS = "() => { globalThis.taps = 0; addEventListener('pointerdown', () => (taps += 1), true) }"
pytestmark = [pytest.mark.slow, pytest.mark.browser]


def ask_why_more_ear_plugs(worker):
    """Set the limit of ear plugs, which only warns as it is shipped, to ask for a reason."""
    service = make.the_service_of(worker)
    head = make.member(service, role="service_head")
    nothing = {"is_on": None, "short": "", "minutes": None, "limit": None, "position": None}
    told = {"list": "material", "code": "earplugs", "valid_from": make.SATURDAY, "strength": "reason"}
    codelists.edit(by=head, id=new_id(), service=service, **nothing, **told)


def test_a_night_of_two_hundred_contacts(stand_of, field_worker, server):
    """Server dead, tabs killed, a clock wrong by a day, answers lost, items sent nine times and out of order."""
    ask_why_more_ear_plugs(field_worker)
    phone = stand_of()
    phone.scripts.append(A_DAY_AHEAD)
    phone.begin(field_worker).set_up()
    server.kill()
    for count in range(1, 202):
        if count == 100:  # over the limit of a person: the server will refuse it
            phone.page.locator("#id_materials-earplugs").fill("40")
        elif count % 3:
            phone.tap("Voda")
        phone.save()
        if count % 40 == 0:
            phone.new_tab()
        elif count % 25 == 0:
            phone.page.reload()
            phone.open()
    assert phone.waits() == 201
    assert Encounter.objects.count() == 0

    envelopes = []

    def lose(route):
        envelopes.append(said(route))
        route.fetch()  # the server has written
        route.abort()

    server.start()
    phone.forget_the_key()
    phone.page.wait_for_timeout(1000)
    phone.page.context.route("**/phone/send/", lose, times=2)
    phone.unlock()
    phone.page.wait_for_timeout(500)
    phone.page.evaluate("dispatchEvent(new Event('online'))")
    phone.page.wait_for_timeout(1500)
    phone.page.evaluate("dispatchEvent(new Event('online'))")
    phone.wait_for_empty(left=1)
    assert Encounter.objects.count() == 200
    assert len(envelopes) == 2

    items = [item for text in envelopes for item in json.loads(text)["items"]] * 9
    random.Random(7).shuffle(items)
    token = next(one["value"] for one in phone.context.cookies() if one["name"] == "csrftoken")
    for at in range(0, len(items), 90):
        body = {"sent_at": timezone.now().isoformat(), "items": items[at : at + 90]}
        headers = {"X-CSRFToken": token, "Content-Type": "application/json", "Referer": server.url}
        answer = phone.context.request.post("/phone/send/", data=json.dumps(body), headers=headers)
        refused = {one["id"] for one in answer.json()["items"] if one["status"] != 201}
        assert len(refused) <= 1  # the one over the limit
    assert Encounter.objects.count() == 200
    happened = Encounter.objects.order_by("occurred_at").values_list("occurred_at", flat=True)
    assert all(abs(timezone.now() - at) < timedelta(minutes=10) for at in happened)  # the clock was put right

    phone.open("/phone/queue/")
    row = phone.page.locator("[data-list=mend] li")
    assert "40× Špunty" in row.inner_text()
    assert "2" in row.locator(".q-why").inner_text()
    row.get_by_role("link", name="Opravit").click()
    phone.page.wait_for_function("() => document.getElementById('id_materials-earplugs')?.value === '40'")
    assert "2" in phone.page.locator("[data-returned]").inner_text()
    phone.page.locator("#id_materials-earplugs").fill("2")
    phone.save()
    phone.wait_for_empty()
    assert Encounter.objects.count() == 201
    assert Handout.objects.filter(code="earplugs").get().quantity == 2


def test_nothing_that_was_typed_lies_readable_on_the_disk(stand_of, field_worker, server, tmp_path):
    profile = tmp_path / "profile"
    phone = stand_of(profile).begin(field_worker).set_up()
    server.kill()
    phone.note(f"Zapsáno {WORD}")
    phone.save()
    phone.note(f"Rozepsáno {WORD}")
    phone.page.wait_for_timeout(1500)
    phone.page.goto("/phone/queue/")
    phone.page.get_by_text(WORD).wait_for()
    phone.end()

    files = [file for file in profile.rglob("*") if file.is_file()]
    assert any("IndexedDB" in str(file) for file in files)
    wanted = [WORD.encode(), WORD.encode("utf-16-le"), PIN.encode()]
    found = {str(file.relative_to(profile)) for file in files for word in wanted if word in file.read_bytes()}
    assert found == set()

    again = stand_of(profile).begin()
    again.open()
    again.unlock()
    again.page.locator("details").filter(has=again.page.get_by_label("Poznámka")).wait_for()
    again.page.wait_for_function("word => document.getElementById('id_note')?.value.includes(word)", arg=WORD)


def test_a_usual_contact_takes_three_taps_from_a_cold_page(stand_of, field_worker, server):
    phone = stand_of().begin(field_worker).set_up()
    server.kill()
    phone.new_tab()
    phone.page.evaluate(COUNT_TAPS)
    phone.tap("Voda")
    phone.page.locator("#id_themes label").first.click()
    phone.save()
    assert phone.page.evaluate("taps") == 3
    assert phone.waits() == 1
