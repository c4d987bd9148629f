"""A worker's own phone is paired: it gets what it needs, its pages may connect to the hub, and nothing else may."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from spojka.hubs import actions, sealing
from spojka.hubs.models import PairedPhone
from spojka.hubs.tests.paired import PhoneOf
from spojka.phones.models import Phone
from tests import make

KEY = sealing.new_pair()[1]


def csp(browser, path):
    return browser.get(path).headers["Content-Security-Policy"]


@pytest.fixture
def send(browse, hub):
    def send(actor, phone=None, key=KEY):
        said = {"phone": str(phone or uuid4()), "key": key}
        return browse(actor).post(f"/podchod/hubs/{hub.pk}/phone/", said)

    return send


def test_it_gets_what_it_needs_and_no_more(send, anna, hub):
    phone = uuid4()
    said = send(anna, phone).json()

    assert (said["origin"], said["house"], said["slot"]) == ("https://stanek.podchod.cz", "podchod", hub.slot)
    passing = sealing.bytes_of(said["marking"])
    assert len(passing) == 32
    assert set(said) == {
        *("id", "name", "house", "origin", "slot", "marking", "pass", "until", "certificate_ends", "at"),
    }
    assert PairedPhone.objects.get().phone_id == phone


def test_pairing_again_takes_the_new_key(send, anna):
    phone, other = uuid4(), sealing.new_pair()[1]
    send(anna, phone)
    assert send(anna, phone, other).status_code == 200
    assert PairedPhone.objects.get().key == other


@pytest.mark.parametrize(
    "key",
    ["", "x", KEY[:-4], sealing.text_of(b"\x04" + bytes(64)), "A" * 121],
    ids=["none", "a letter", "cut", "not of the curve", "long"],
)
def test_refuses_what_is_no_key(send, anna, key):
    answer = send(anna, key=key)
    assert answer.status_code == 422
    assert "prohlížeč" in answer.json()["says"]


def test_nobody_pairs_a_colleagues_phone_or_a_lost_one(send, anna, hana):
    phone = Phone(id=uuid4(), user=hana.user, heard_at=timezone.now()).add()
    assert send(anna, phone.pk).status_code == 422
    phone.change(revoked_at=timezone.now())
    assert send(hana, phone.pk).status_code == 410
    assert not PairedPhone.objects.exists()


def test_strangers_find_no_hub(send, bara, cyril):
    assert (send(bara).status_code, send(cyril).status_code) == (404, 404)


def test_a_revoked_hub_pairs_nobody(send, anna, hana, hub):
    PhoneOf(anna, hub)
    actions.revoke(by=hana, hub=hub, at=timezone.now())
    assert send(anna).status_code == 422
    assert not PairedPhone.objects.holding(timezone.now()).exists()


def test_pages_of_the_paired_phone_alone_may_connect_to_the_hub(anna, bara, hana, hub, teren, browse, lists):
    now = timezone.now()
    shift = make.shift(teren, planned_start=now, planned_end=now + timedelta(hours=5), started_at=now)
    stand = f"/podchod/shifts/{shift.pk}/encounters/new/"
    only_self, also = "connect-src 'self';", f"connect-src 'self' {hub.origin};"
    assert only_self in csp(browse(anna), stand)

    PhoneOf(anna, hub)
    listed = browse(anna).get("/phone/pages/").json()["pages"]
    assert f"/phone/hub/{hub.pk}/" in listed  # the list is another one, so the phone renews all its pages
    assert all(also in csp(browse(anna), path) for path in (stand, "/phone/queue/", f"/phone/hub/{hub.pk}/"))
    assert only_self in csp(browse(anna), "/podchod/")  # a page of the office sends nothing there
    assert only_self in csp(browse(hana), stand)

    PairedPhone.objects.update(until=now)
    assert only_self in csp(browse(anna), stand)
    assert f"/phone/hub/{hub.pk}/" not in browse(anna).get("/phone/pages/").json()["pages"]


def test_the_phones_page_about_a_hub_is_for_its_service_alone(anna, bara, cyril, hub, browse, lists):
    path = f"/phone/hub/{hub.pk}/"
    assert "Voda" in browse(anna).get(path).content.decode()
    assert [browse(who).get(path).status_code for who in (bara, cyril)] == [404, 404]


def test_a_pass_is_of_one_hub_one_phone_and_a_time():
    passing, phone, until = sealing.new_secret(), uuid4(), timezone.now() + timedelta(days=1)
    made = sealing.pass_of(passing, phone, until)
    assert sealing.phone_of(passing, made, timezone.now()) == str(phone)
    assert sealing.phone_of(passing, made, until + timedelta(seconds=1)) is None
    assert sealing.phone_of(sealing.new_secret(), made, timezone.now()) is None
    assert sealing.phone_of(passing, made.replace(str(phone), str(uuid4())), timezone.now()) is None
    assert sealing.phone_of(passing, "", timezone.now()) is None
