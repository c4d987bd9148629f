"""A phone empties its queue: each item goes through its own view, alone, and is answered for."""

import gzip
import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.shortcuts import redirect
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from spojka.audit.models import Entry
from spojka.base.ids import new_id
from spojka.emergencies.models import Alert, Incident
from spojka.encounters.models import Encounter, Handout, ServiceRefusal
from spojka.phones.models import Phone
from tests import make


@pytest.fixture
def stand(anna, lists):
    now = timezone.now()
    times = {"planned_start": now - timedelta(hours=2), "planned_end": now + timedelta(hours=7)}
    shift = make.shift(make.the_service_of(anna), day=timezone.localdate(now), started_at=now, **times)
    return f"/podchod/shifts/{shift.pk}/encounters/new/"


def item(url, id=None, **typed):
    id = str(id or new_id())
    fields = {"id": id, "side": "anonymous"} | typed
    return {"id": id, "url": url, "fields": list(fields.items())}


@pytest.fixture
def send(browse, anna):
    def send(*items, browser=None, **said):
        body = {"sent_at": timezone.now().isoformat(), "items": list(items)} | said
        browser = browser or browse(anna)
        return browser.post("/phone/send/", json.dumps(body), content_type="application/json", headers=HEADERS)

    return send


HEADERS = {"Accept": "application/json"}


def statuses(answer):
    return [one["status"] for one in answer.json()["items"]]


def test_each_item_has_its_own_answer(send, stand):
    refuse = stand.replace("encounters/new", "refusals/new")
    answer = send(
        item(stand),
        item(stand, side="tally"),
        item(refuse, ground="aggression"),
        item("/podchod/elsewhere/"),
        item(stand),
    )

    assert statuses(answer) == [201, 422, 201, 404, 201]
    assert "kolik" in answer.json()["items"][1]["says"][0]
    assert Encounter.objects.count() == 2
    assert ServiceRefusal.objects.count() == 1


def test_an_item_sent_nine_times_is_one_contact(send, stand):
    one = item(stand, **{"materials-water": "1"})

    assert {status for _ in range(3) for status in statuses(send(one, one, one))} == {201}
    assert Encounter.objects.count() == 1


def test_one_that_breaks_us_does_not_stop_the_others(send, stand, monkeypatch):
    from spojka.encounters.actions import encounters

    def record(*, by, id, content, **rest):
        if content.people == 1 and content.note == "zlý":
            raise RuntimeError
        return real(by=by, id=id, content=content, **rest)

    real = encounters.record
    monkeypatch.setattr(encounters, "record", record)

    assert statuses(send(item(stand), item(stand, note="zlý"), item(stand))) == [201, 500, 201]
    assert Encounter.objects.count() == 2


def test_what_one_item_lacks_is_not_the_next_ones_fault(send, stand):
    wrong, other = item(stand, side="tally", **{"materials-water": "1"}), item(stand, side="tally", people="7")
    answer = send(wrong, other, item(stand, **{"materials-water": "x"}), item(stand))

    assert statuses(answer) == [422, 201, 422, 201]
    assert sorted(Encounter.objects.values_list("people", flat=True)) == [1, 7]
    assert Handout.objects.count() == 0


def test_what_holds_for_all_items_is_asked_for_once(send, stand):
    def asked(count):
        with CaptureQueriesContext(connection) as all_:
            assert set(statuses(send(*[item(stand, themes="law") for _ in range(count)]))) == {201}
        return len([one for one in all_ if one["sql"].startswith(("SELECT", "INSERT"))])

    few, many = asked(2), asked(7)

    assert (many - few) / 5 == 5  # is it known? the contact, its act and theme, the audit


def test_the_phones_clock_is_put_right(send, stand):
    wrong = timezone.now() + timedelta(days=1)
    answer = send(item(stand, phone_at=(wrong - timedelta(minutes=30)).isoformat()), sent_at=wrong.isoformat())

    assert statuses(answer) == [201]
    away = timezone.now() - timedelta(minutes=30) - Encounter.objects.get().occurred_at
    assert abs(away) < timedelta(seconds=30)


def planned(anna, **times):
    now = timezone.now()
    times = {"planned_start": now - timedelta(hours=1), "planned_end": now + timedelta(hours=7)} | times
    return make.shift(make.the_service_of(anna), day=timezone.localdate(now), started_at=None, **times)


def test_what_comes_too_early_does_not_hold_back_what_comes_after_the_start(send, anna, lists):
    shift = planned(anna)
    path = f"/podchod/shifts/{shift.pk}/encounters/new/"
    start = item(path.replace("encounters/new", "start"))

    assert statuses(send(item(path), start, item(path))) == [422, 302, 201]


@pytest.mark.parametrize("path", ["encounters/new/", "breath/", "vitals/", "cards/"])
def test_a_cancelled_shift_says_that_it_takes_nothing(send, anna, lists, path):
    shift = planned(anna, closed_at=timezone.now())
    answer = send(item(f"/podchod/shifts/{shift.pk}/{path}"))

    assert statuses(answer) == [422]
    assert "zrušena" in answer.json()["items"][0]["says"][0]


@pytest.mark.parametrize(("path", "typed"), [("incidents/", {}), ("alerts/", {"to": "ambulance"})])
def test_help_and_events_are_taken_before_a_shift_begins(send, anna, lists, path, typed):
    shift = planned(anna)

    assert statuses(send(item(f"/podchod/shifts/{shift.pk}/{path}", **typed))) == [302]
    assert Incident.objects.count() + Alert.objects.count() == 1


def test_an_answer_without_a_deed_is_no_success(send, stand, monkeypatch):
    """Whatever a page answers, the phone drops only what somebody has written."""
    from spojka.encounters.views import stand as views

    monkeypatch.setattr(views, "filled_in", lambda form, data: form)
    monkeypatch.setattr(views, "_ask", lambda *args, **more: redirect("/"))

    assert statuses(send(item(stand))) == [409]


def test_what_is_taken_back_twice_is_no_fault(send, stand):
    """No answer came to the first sending, or the stand's hub sends it once more."""
    contact = item(stand)
    back = item(f"/podchod/encounters/{contact['id']}/undo/")

    assert statuses(send(contact, back)) == [201, 200]
    assert statuses(send(contact, back)) == [201, 200]

    assert Encounter.objects.get().voided_at


def test_a_stranger_writes_nothing(send, stand, cyril, bara, browse):
    assert statuses(send(item(stand), browser=browse(cyril))) == [404]
    assert statuses(send(item(stand), browser=browse(bara))) == [404]
    assert send(item(stand), browser=browse()).status_code == 401
    assert Encounter.objects.count() == 0


def test_only_forms_of_the_field_can_be_sent(send, stand, anna, podchod):
    close = stand.replace("encounters/new", "close")

    assert statuses(send(item(close), item("/account/logout/"), item("/podchod/people/"))) == [404, 404, 404]


def test_each_item_is_audited(send, stand):
    before = Entry.objects.filter(verb="encounter.record").count()
    send(item(stand), item(stand))

    assert Entry.objects.filter(verb="encounter.record").count() == before + 2


@pytest.mark.parametrize(
    "body",
    ["", "[]", "{}", '{"items": 1}', '{"items": [{"id": "x", "url": "/", "fields": []}]}', '{"items": [{}]}'],
)
def test_what_is_no_envelope_is_refused(body, browse, anna):
    answer = browse(anna).post("/phone/send/", body, content_type="application/json", headers=HEADERS)

    assert answer.status_code == 400


def test_a_packed_envelope_is_taken_and_a_bomb_is_not(stand, browse, anna):
    headers = HEADERS | {"Content-Encoding": "gzip"}
    kind = {"content_type": "application/json", "headers": headers}
    body = json.dumps({"items": [item(stand)]}).encode()

    assert statuses(browse(anna).post("/phone/send/", gzip.compress(body), **kind)) == [201]
    assert browse(anna).post("/phone/send/", gzip.compress(b" " * 2_000_000), **kind).status_code == 400
    assert browse(anna).post("/phone/send/", b"no gzip", **kind).status_code == 400


def test_too_many_items_are_refused(send, stand):
    assert send(*[item(stand)] * 101).status_code == 400


def test_a_phone_is_heard_with_what_waits_in_it(send, browse, anna, bara):
    id = uuid4()
    browser = browse(anna)
    headers = HEADERS | {"X-Phone": str(id)}
    sent = timezone.now() + timedelta(hours=1)  # its clock is an hour ahead
    body = {"sent_at": sent.isoformat(), "waiting": 7, "mend": 1, "oldest": (sent - timedelta(minutes=40)).isoformat()}
    browser.post("/phone/send/", json.dumps(body | {"items": []}), content_type="application/json", headers=headers)

    phone = Phone.objects.get()
    assert (phone.pk, phone.user, phone.waiting, phone.to_mend) == (id, anna.user, 7, 1)
    assert abs(timezone.now() - timedelta(minutes=40) - phone.oldest_at) < timedelta(seconds=30)

    foreign = json.dumps({"items": [], "waiting": 0})
    browse(bara).post("/phone/send/", foreign, content_type="application/json", headers=headers)
    assert Phone.objects.get().waiting == 7


@pytest.mark.parametrize("says_who", [True, False])
def test_what_one_wrote_is_not_taken_from_another_who_signed_in_meanwhile(browse, anna, hana, stand, says_who):
    """Anna's page lay open in one tab while Hana signed in in another one."""
    at = timezone.now()
    phone = Phone(id=uuid4(), user=anna.user, recorded_at=at, heard_at=at).add()
    headers = HEADERS | {"X-Phone": str(phone.pk)} | ({"X-Who": str(anna.user.pk)} if says_who else {})
    said = {"data": json.dumps({"items": [item(stand)]}), "content_type": "application/json", "headers": headers}

    assert browse(hana).post("/phone/send/", **said).status_code == 401
    assert not Encounter.objects.exists()

    assert statuses(browse(anna).post("/phone/send/", **said)) == [201]


def test_a_revoked_phone_hears_it_even_when_nobody_is_signed_in(browse, anna):
    at = timezone.now()
    phone = Phone(id=uuid4(), user=anna.user, recorded_at=at, heard_at=at, revoked_at=at).add()
    headers = HEADERS | {"X-Phone": str(phone.pk)}

    answer = browse().post("/phone/send/", "{}", content_type="application/json", headers=headers)

    assert answer.status_code == 410
    assert Phone.objects.get().wiped_at
