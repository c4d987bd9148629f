"""Sent twice, sent nine times at once, sent into a dead network: one row, nothing lost."""

import http.client
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from urllib.parse import urlencode, urlsplit

import pytest
from django.conf import settings
from django.test import Client as Browser
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.clients.models import Client
from spojka.codelists import load
from spojka.encounters.models import Act, Encounter, Handout
from tests import make
from tests.entering import BACKEND

pytestmark = pytest.mark.slow


@pytest.fixture
def anna(transactional_db):
    load.load()
    return make.member(make.service(organisation=make.organisation(slug="podchod")), name="Anna Poledne")


@pytest.fixture
def shift(anna):
    now = timezone.now()
    service = make.the_service_of(anna)
    times = {"planned_start": now, "planned_end": now + timedelta(hours=7), "started_at": now}
    return make.shift(service, day=timezone.localdate(now), **times)


@pytest.fixture
def send(live_server, anna, shift):
    """Send one contact over a connection of its own, as a phone does: send(id=…, side=…)."""
    session = Browser()
    session.force_login(anna.user, backend=BACKEND)
    session.get(f"/podchod/shifts/{shift.pk}/encounters/new/")
    token = session.cookies["csrftoken"].value
    cookies = f"{settings.SESSION_COOKIE_NAME}={session.cookies['session'].value}; csrftoken={token}"

    def send(**typed):
        connection = http.client.HTTPConnection(urlsplit(live_server.url).netloc, timeout=60)
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": cookies,
            "X-CSRFToken": token,
            "Prefer": "return=minimal",
        }
        path = f"/podchod/shifts/{shift.pk}/encounters/new/"
        connection.request("POST", path, urlencode({"side": "anonymous"} | typed, doseq=True), headers)
        status = connection.getresponse().status
        connection.close()
        return status

    return send


def test_nine_at_once_make_one_row(send):
    typed = {"id": str(new_id()), "materials-water": "1", "themes": ["law", "sex"]}

    with ThreadPoolExecutor(9) as phones:
        answers = list(phones.map(lambda _: send(**typed), range(9)))

    assert answers == [201] * 9
    assert Encounter.objects.count() == Handout.objects.count() == 1
    assert Act.objects.count() == 2


def test_nine_phones_with_one_new_code_make_one_client(send):
    with ThreadPoolExecutor(9) as phones:
        answers = list(phones.map(lambda _: send(id=str(new_id()), side="code", code="MOL 91 T"), range(9)))

    assert answers == [201] * 9
    assert Client.objects.count() == 1
    assert Encounter.objects.count() == 9


def test_a_double_tap_on_save_makes_one_row(anna, shift, phone):
    page = phone(anna)
    page.goto(f"/podchod/shifts/{shift.pk}/encounters/new/")
    page.get_by_role("button", name="Přidat: Voda").click()

    page.get_by_role("button", name="Uložit kontakt").dblclick()
    page.get_by_text("Uloženo").wait_for()

    assert Encounter.objects.count() == 1


def test_a_dead_network_loses_nothing(anna, shift, phone, watch):
    watch.forgive.append("ERR_INTERNET_DISCONNECTED")
    watch.forgive.append("Failed to fetch")
    page = phone(anna)
    page.goto(f"/podchod/shifts/{shift.pk}/encounters/new/")
    page.get_by_role("button", name="Přidat: Voda").click()
    page.locator("#id_themes").get_by_text("Látky", exact=True).click()

    page.context.set_offline(True)
    page.get_by_role("button", name="Uložit kontakt").click()
    page.get_by_text("Není spojení.").wait_for()
    assert page.locator("#id_materials-water").input_value() == "1"
    page.context.set_offline(False)
    page.get_by_role("button", name="Uložit kontakt").click()
    page.get_by_text("Uloženo").wait_for()

    assert list(Handout.objects.values_list("code", "quantity")) == [("water", 1)]


def test_an_answer_lost_on_the_way_makes_no_second_row(anna, shift, phone, watch):
    watch.forgive.append("ERR_FAILED")
    watch.forgive.append("Failed to fetch")
    page = phone(anna)
    page.goto(f"/podchod/shifts/{shift.pk}/encounters/new/")
    page.get_by_role("button", name="Přidat: Voda").click()

    def lose(route):
        if route.request.method == "POST":
            route.fetch()  # the server writes, the phone never hears of it
            return route.abort()
        return route.continue_()

    page.route("**/encounters/new/", lose)
    page.get_by_role("button", name="Uložit kontakt").click()
    page.get_by_text("Není spojení.").wait_for()
    page.unroute("**/encounters/new/")
    page.get_by_role("button", name="Uložit kontakt").click()
    page.get_by_text("Uloženo").wait_for()

    assert Encounter.objects.count() == 1


def test_what_was_typed_survives_a_reload(anna, shift, phone):
    page = phone(anna)
    page.goto(f"/podchod/shifts/{shift.pk}/encounters/new/")
    page.get_by_role("button", name="Přidat: Voda").click()
    page.locator("#id_themes").get_by_text("Látky", exact=True).click()

    page.reload()

    assert page.locator("#id_materials-water").input_value() == "1"
    assert page.locator("#id_themes").get_by_label("Látky", exact=True).is_checked()
