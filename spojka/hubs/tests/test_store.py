"""What lies in the laptop: written before it is answered, wiped when headquarters has it, readable to nobody there."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from spojka.hubs import laptop, place, sealing, store
from spojka.hubs.store import Full, Left, Store

HOME = "https://spojka.podchod.cz"


@pytest.fixture
def kept(tmp_path):
    kept = Store(tmp_path / place.STORE)
    yield kept
    kept.close()


def left(text="b", id="1"):
    return Left(id, text, f"mark of {text}")


def test_the_same_item_twice_is_one_and_the_newer_text_stays(kept):
    kept.take("anna", [left("old", "1"), left("x", "2")])
    (sent, _other) = kept.undelivered(0, 10)
    kept.take("anna", [left("new", "1")])
    kept.settle(sent, 201)  # headquarters took the old text; the new one has to go too
    assert {one["box"] for one in kept.undelivered(0, 10)} == {"new", "x"}
    assert kept.sums() == {"waiting": 2, "returned": 0, "delivered": 0, "phones": 1}


def test_what_was_delivered_is_wiped_from_the_disk_and_what_was_refused_stays(kept, tmp_path, monkeypatch):
    kept.take("anna", [left("SECRET" * 50, "1"), left("REFUSED", "2")])
    for sent, status in zip(kept.undelivered(0, 10), (201, 422), strict=True):
        kept.settle(sent, status)
    assert kept.sums() == {"waiting": 1, "returned": 1, "delivered": 1, "phones": 1}

    monkeypatch.setattr(store, "DAY", -1)
    kept.forget_old()
    assert [row[1] for row in kept.marks(0)] == ["2"]
    kept.close()
    assert not any(b"SECRET" in file.read_bytes() for file in tmp_path.iterdir())


def test_it_says_when_it_is_full(kept, monkeypatch):
    monkeypatch.setattr(store, "MOST", 2)
    with pytest.raises(Full):
        kept.take("anna", [left(id=str(n)) for n in range(3)])
    assert kept.sums()["waiting"] == 0


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A laptop that has joined; call it as phones do."""
    said = {"hub": "h", "name": "Stánek", "house": "Podchod", "address": "stanek.podchod.cz", "origin": HOME}
    joined = place.Place(**said, passing=sealing.new_secret(), credential="c")
    place.write(tmp_path, joined)
    monkeypatch.setenv(place.VARIABLE, str(tmp_path))
    for function in (laptop._settled, laptop._store):
        function.cache_clear()
    yield joined
    laptop._store().close()


def call(body=None, method="POST", path="/take/", origin=HOME, **environ):
    from io import BytesIO

    data, answer = json.dumps(body).encode(), []
    environ |= {"REQUEST_METHOD": method, "PATH_INFO": path, "CONTENT_LENGTH": str(len(data))}
    environ |= {"wsgi.input": BytesIO(data)} | ({"HTTP_ORIGIN": origin} if origin else {})
    sent = b"".join(laptop.app(environ, lambda status, headers: answer.extend([status, dict(headers)])))
    return int(answer[0][:3]), answer[1], sent


def said(joined, *ids, until=timedelta(days=1), **more):
    pass_ = sealing.pass_of(joined.passing, uuid4(), timezone.now() + until)
    items = [{"id": id, "box": {"body": "b", "sig": "s"}, "mark": "m"} for id in ids]
    return {"pass": pass_, "items": items, "after": 0} | more


def test_each_phone_gets_the_marks_of_all(here):
    one, two = str(uuid4()), str(uuid4())
    assert call(said(here, one))[0] == 200
    status, _headers, sent = call(said(here, two))
    assert (status, json.loads(sent)) == (200, {"held": [two], "marks": [[1, one, "m"], [2, two, "m"]], "waiting": 2})
    assert b"2" in call(method="GET", path="/", origin="")[2]


def test_only_pages_of_headquarters_may_ask(here):
    status, headers, _sent = call(method="OPTIONS")
    assert (status, headers["Access-Control-Allow-Origin"]) == (204, HOME)
    assert "Access-Control-Allow-Credentials" not in headers
    for origin in ("https://jinde.cz", "null", ""):
        assert call(said(here, str(uuid4())), origin=origin)[0] == 403


def test_only_paired_phones_leave_anything(here):
    assert call(said(here, str(uuid4()), until=-timedelta(days=1)))[0] == 403
    assert call(said(here, str(uuid4())) | {"pass": "x"})[0] == 403
    assert laptop._store().sums()["waiting"] == 0


@pytest.mark.parametrize("more", [{"items": [{}]}, {"items": 1}, {"after": "x"}, {"items": [{"id": "x", "box": {}}]}])
def test_what_is_not_understood_is_not_kept(here, more):
    assert call(said(here, **more))[0] == 400


def test_too_much_at_once_is_not_kept(here):
    assert call(said(here, *(str(uuid4()) for _ in range(101))))[0] == 400
    big = said(here, str(uuid4()))
    big["items"][0]["box"]["body"] = "x" * laptop.BOX
    assert call(big)[0] == 400


def test_a_mended_item_gets_a_new_number_so_that_other_phones_hear_of_it(kept):
    kept.take("anna", [left("old", "1"), left("x", "2")])
    (number, *_), heard = kept.marks(0)[0], kept.marks(0)[-1][0]
    (first, *_) = kept.undelivered(0, 10)
    kept.take("anna", [left("new", "1")])

    assert [row[1:] for row in kept.marks(heard)] == [("1", "mark of new")]
    assert number not in [row[0] for row in kept.marks(0)]
    assert kept.undelivered(heard, 10)[0]["taken"] == first["taken"]  # what a revoked phone left before stays its
