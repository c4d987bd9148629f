"""What a hub hands on is done as the worker of the phone, once, and only if that phone signed it for this hub."""

import json
import random
from datetime import timedelta
from uuid import uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from django.test import Client
from django.utils import timezone

from spojka.access.tests.test_fence import ROLE, fenced, postgres  # noqa: F401 (a fixture)
from spojka.audit.models import Entry
from spojka.base.ids import new_id
from spojka.encounters.models import Encounter
from spojka.hubs import actions, joining, sealing
from spojka.hubs.models import Hub, PairedPhone
from spojka.hubs.tests.paired import PhoneOf
from spojka.links.doors import new_token
from spojka.network.models import Membership
from tests import make


@pytest.fixture
def hub(hana, teren):
    hub = actions.add(by=hana, id=new_id(), service=teren, name="Stánek", address="stanek.podchod.cz")
    token = new_token()
    hub = actions.invite(by=hana, hub=hub, token=token, at=timezone.now())
    hub.credential = joining.join(joining.code_of(hub, token), timezone.now())["credential"]
    return hub


@pytest.fixture
def phone(anna, hub):
    return PhoneOf(anna, hub)


@pytest.fixture
def stand(teren, lists):
    now = timezone.now()
    times = {"planned_start": now - timedelta(hours=2), "planned_end": now + timedelta(hours=7)}
    shift = make.shift(teren, day=timezone.localdate(now), started_at=now - timedelta(hours=2), **times)
    return f"/podchod/shifts/{shift.pk}/encounters/new/"


@pytest.fixture
def deliver(hub):
    def deliver(*items, credential=None, **told):
        said = {"waiting": len(items), "returned": 0, "certificate_ends": None, "items": list(items)} | told
        headers = {"Authorization": f"Hub {credential or hub.credential}", "Accept": "application/json"}
        return Client().post("/hub/deliver/", json.dumps(said), content_type="application/json", headers=headers)

    return deliver


def statuses(answer):
    return answer.json()["statuses"]


def test_each_item_is_the_workers_own_deed(deliver, phone, stand, anna):
    assert statuses(deliver(phone.box(stand), phone.box(stand, side="tally"), phone.box(stand))) == [201, 422, 201]
    assert set(Encounter.objects.values_list("recorded_by", flat=True)) == {anna.id}
    assert Entry.objects.filter(verb="encounter.record", actor_id=anna.id, actor_kind="member").count() == 2


def test_a_batch_sent_nine_times_and_out_of_order_is_written_once(deliver, phone, stand, browse, anna):
    """Also when the phone itself sends the same meanwhile."""
    ids = [new_id() for _ in range(5)]
    items = [phone.box(stand, id) for id in ids] * 9
    random.Random(3).shuffle(items)
    own = {"id": str(ids[0]), "url": stand, "fields": [["id", str(ids[0])], ["side", "anonymous"]]}
    browse(anna).post("/phone/send/", json.dumps({"items": [own]}), content_type="application/json")

    assert set(statuses(deliver(*items))) == {201}
    assert set(Encounter.objects.values_list("pk", flat=True)) == set(ids)


def test_nothing_is_taken_that_the_phone_did_not_sign_for_this_hub(deliver, phone, stand, hana, hub, teren):
    thief, mine = ec.generate_private_key(sealing.CURVE), {"hub": str(hub.pk), "phone": str(phone.row.pk)}
    said = mine | {"id": str(new_id())}
    fields = [["id", said["id"]], ["side", "anonymous"]]
    other = actions.add(by=hana, id=new_id(), service=teren, name="Jiný", address="jiny.podchod.cz")
    changed, swapped = phone.box(stand), phone.box(stand)
    changed["box"]["body"] = changed["box"]["body"].replace(str(phone.row.pk), str(uuid4()))
    swapped["phone"] = str(PhoneOf(hana, hub).row.pk)
    forged = [
        phone.sealed(said, stand, fields, signed_by=thief),
        phone.sealed(said | {"hub": str(other.pk)}, stand, fields),
        changed,
        swapped,
        {"phone": str(phone.row.pk), "box": {}},
        {"phone": str(phone.row.pk), "box": {"body": "{}", "sig": "AA=="}},
    ]

    assert statuses(deliver(*forged)) == [400] * 6
    assert not Encounter.objects.exists()


def test_a_signed_box_does_not_open_where_it_was_not_sent(deliver, phone, stand, browse):
    """Elsewhere in the house, in another house, and at a page that no queue sends to."""
    items = [phone.box("/jinde/shifts/x/"), phone.box("/podchod/people/"), phone.box("//jinde/"), phone.box("/phone/")]
    assert statuses(deliver(*items)) == [403, 404, 403, 403]


@pytest.mark.parametrize("end", ["phone", "worker", "pairing", "membership"])
def test_who_may_no_more_writes_no_more(deliver, phone, stand, anna, end):
    item = phone.box(stand)
    if end == "phone":
        phone.row.change(revoked_at=timezone.now())
    elif end == "worker":
        anna.user.is_active = False
        anna.user.save()
    elif end == "pairing":
        PairedPhone.objects.update(until=timezone.now())
    else:
        Membership.objects.filter(pk=anna.id).update(valid_to=timezone.localdate() - timedelta(days=1))

    assert statuses(deliver(item))[0] in (403, 404)
    assert not Encounter.objects.exists()


def test_what_a_phone_left_before_it_was_lost_is_taken(deliver, phone, stand):
    """It may be the only copy; what came later may be of who found the phone."""
    items = [phone.box(stand) | {"ago": minutes * 60} for minutes in (90, 30)]
    phone.row.change(revoked_at=timezone.now() - timedelta(hours=1))

    assert statuses(deliver(*items)) == [201, 403]


def test_a_clock_wrong_by_a_day_is_put_right_whenever_it_is_delivered(deliver, phone, stand):
    """The phone measured and signed by how much; when the hub delivers, and what it says, moves nothing."""
    happened = timezone.now() - timedelta(hours=1)
    wrong = happened + timedelta(days=1)
    assert statuses(deliver(phone.box(stand, ahead=-86_400_000, phone_at=wrong.isoformat()))) == [201]
    assert abs(Encounter.objects.get().occurred_at - happened) < timedelta(minutes=1)


def test_a_revoked_hub_hears_that_it_is_to_wipe_itself(deliver, phone, stand, hana, hub):
    actions.revoke(by=hana, hub=hub, at=timezone.now())
    assert deliver(phone.box(stand)).status_code == 410
    assert not Encounter.objects.exists()


@pytest.mark.parametrize("credential", ["x", "", f"{'0' * 32}.{'1' * 32}.x", "a.b.c"])
def test_strangers_deliver_nothing(deliver, credential, phone, stand):
    answer = deliver(phone.box(stand), credential=credential or " ")
    assert (answer.status_code, answer.json()) == (404, {})


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"items": 1}', '{"items": [{}]}', '{"items": [{"phone": 1}]}'])
def test_what_is_not_understood_changes_nothing(hub, body):
    headers = {"Authorization": f"Hub {hub.credential}"}
    answer = Client().post("/hub/deliver/", body, content_type="application/json", headers=headers)
    assert answer.status_code == 400


def test_headquarters_remembers_what_the_laptop_said(deliver, phone, stand, hub):
    ends = timezone.now() + timedelta(days=30)
    deliver(phone.box(stand), waiting=4, returned=1, certificate_ends=ends.isoformat())
    found = Hub.objects.get(pk=hub.pk)
    assert (found.waiting, found.returned, found.delivered, found.certificate_ends) == (4, 1, 1, ends)


def test_a_laptop_joins_by_its_code_alone(hana, hub):
    token = new_token()
    code = joining.code_of(actions.invite(by=hana, hub=hub, token=token, at=timezone.now()), token)
    join = lambda said: Client().post("/hub/join/", json.dumps(said), content_type="application/json")  # noqa: E731
    assert [join(said).status_code for said in ({}, [], {"code": "x"}, {"code": code}, {"code": code})] == [
        *(404, 404, 404, 200, 404)
    ]


@postgres
def test_behind_the_fence_too(fenced, deliver, phone, stand, hana, hub):  # noqa: F811
    """The database hides a hub from all but its service: the laptop's credential names it first."""
    token = new_token()
    code = joining.code_of(actions.invite(by=hana, hub=hub, token=token, at=timezone.now()), token)
    item = phone.box(stand)
    fenced.cursor.execute(f"SET ROLE {ROLE}")
    try:
        said = Client().post("/hub/join/", json.dumps({"code": code}), content_type="application/json")
        assert statuses(deliver(item, credential=said.json()["credential"])) == [201]
        assert not Hub.objects.exists()  # untold, nothing is seen
    finally:
        fenced.cursor.execute("RESET ROLE")
    assert Hub.objects.get().delivered == 1
