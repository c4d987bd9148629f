"""The laptop killed in the middle of taking and of delivering, answers lost."""

import json
import random
import ssl
import threading
import time
from http.client import HTTPSConnection

import pytest

from spojka.base.ids import new_id
from spojka.base.sealed import unseal
from spojka.encounters.models import Encounter
from spojka.hubs import place, sealing
from spojka.hubs.store import Left, Store
from spojka.hubs.tests.paired import PhoneOf

pytestmark = pytest.mark.slow
MANY = 120
WORD = "Ctiradovasklenice"


def left_of(phone, url, id):
    return {"id": str(id), "box": phone.box(url, id, note=WORD)["box"], "mark": "m"}


def take(laptop, home, phone, items):
    """Send as a phone does; None when nobody answered."""
    pass_ = sealing.pass_of(unseal(phone.hub.passing), phone.row.pk, phone.paired.until)
    body = json.dumps({"pass": pass_, "items": items, "after": 0})
    asking = HTTPSConnection("127.0.0.1", laptop.port, timeout=5, context=ssl._create_unverified_context())
    try:
        asking.request("POST", "/take/", body, {"Origin": home.url, "Content-Type": "application/json"})
        answer = asking.getresponse()
        assert answer.status == 200
        return set(json.loads(answer.read())["held"])
    except OSError:
        return None
    finally:
        asking.close()


def test_a_hub_killed_while_it_takes_has_all_that_it_answered_for(joined, home, field_worker, field_path, hub):
    phone, ids, held = PhoneOf(field_worker, hub), [new_id() for _ in range(MANY)], set()
    items = [left_of(phone, field_path, id) for id in ids]
    over = threading.Event()
    home.kill()  # else the laptop would hand on at once

    def phones():
        for at in range(0, MANY, 2):
            held.update(take(joined, home, phone, items[at : at + 2]) or ())
        over.set()

    sending = threading.Thread(target=phones)
    sending.start()
    while len(held) < MANY // 4 and not over.is_set():
        time.sleep(0.01)
    joined.kill()
    sending.join()
    assert 0 < len(held) < MANY

    joined.start()
    kept = {one["id"] for one in Store(joined.folder / place.STORE).undelivered(0, MANY)}
    assert held <= kept
    for at in range(0, MANY, 40):
        take(joined, home, phone, items[at : at + 40])
    assert joined.waits() == MANY
    files = [file for file in joined.room.rglob("*") if file.is_file()]
    assert not any(word in file.read_bytes() for file in files for word in (WORD.encode(), b"anonymous"))
    home.start()
    joined.kill()
    joined.start()  # it hands on by itself when headquarters is there
    until = time.monotonic() + 60
    while joined.waits():
        assert time.monotonic() < until
        time.sleep(0.2)
    assert set(Encounter.objects.values_list("pk", flat=True)) == set(ids)


def test_a_hub_that_was_wiped_from_elsewhere_takes_nothing_more(joined):
    """It would answer phones for what lies in a file that is gone."""
    joined.say("wipe")
    assert joined.process.wait(timeout=20)
    assert not joined.page()


def test_a_hub_killed_while_it_delivers_delivers_each_once(laptop, home, field_worker, field_path, hub):
    """Headquarters has written and the laptop has not heard it: the same goes again and changes nothing."""
    laptop.say("join", home.url, code=hub.code)
    phone, ids, store = PhoneOf(field_worker, hub), [new_id() for _ in range(MANY)], Store(laptop.folder / place.STORE)
    boxes = [phone.box(field_path, id)["box"] for id in ids]
    store.take(str(phone.row.pk), [Left(str(id), json.dumps(box), "m") for id, box in zip(ids, boxes, strict=True)])

    laptop.begin("deliver")
    until = time.monotonic() + 60
    while not Encounter.objects.count():
        assert time.monotonic() < until
        time.sleep(0.005)
    laptop.kill()
    written = Encounter.objects.count()
    assert 0 < written <= MANY
    assert store.sums()["waiting"] > 0

    home.kill()
    assert "Nic se neztratilo" in laptop.say("deliver", fails=True)
    home.start()
    laptop.say("deliver")
    assert set(Encounter.objects.values_list("pk", flat=True)) == set(ids)
    assert Encounter.objects.count() == MANY
    assert store.sums()["waiting"] == 0

    random.shuffle(boxes)  # an old copy of the laptop's disk comes back from somewhere
    store.take(str(phone.row.pk), [Left(json.loads(box["body"])["id"], json.dumps(box), "m") for box in boxes])
    laptop.say("deliver")
    assert Encounter.objects.count() == MANY
