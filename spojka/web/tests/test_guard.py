import json
import logging
import re
from contextlib import suppress
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client as Browser
from django.test import RequestFactory
from django.utils.module_loading import import_string

from spojka.base.ids import new_id
from spojka.network.models import Organisation
from spojka.web.middleware.reading import GetMustNotWrite, ReadingMiddleware
from tests.entering import BACKEND

JsonFormatter = import_string("config.logs.JsonFormatter")


def test_every_answer_has_its_headers_and_a_reference(client, db):
    answer = client.get("/account/login/")

    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert re.search(r"script-src 'self' 'sha256-[\w+/=]+'", policy)
    assert re.fullmatch(r"[2-9a-hjkmnp-z]{8}", answer.headers["X-Reference"])
    assert answer.headers["Cache-Control"] == "no-store" or "no-cache" in answer.headers["Cache-Control"]
    assert answer.headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(("language", "words"), [("cs", "Tady pro vás nic není"), ("en", "Nothing is here for you")])
def test_error_pages_speak_both_languages_and_give_the_reference(client, db, language, words):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    answer = client.get("/nowhere/at/all/")

    assert answer.status_code in (302, 404)
    answer = client.get("/healthz/nowhere")
    assert answer.status_code == 404
    assert words in answer.content.decode()
    assert answer.headers["X-Reference"] in answer.content.decode()


def test_the_browsers_own_language_says_nothing(client, db):
    answer = client.get("/account/login/", headers={"Accept-Language": "en"})

    assert answer.headers["Content-Language"] == "cs"


def test_the_language_is_changed_by_a_button(client, db):
    client.post("/language/", {"language": "en", "next": "/account/login/"})

    assert client.get("/account/login/").headers["Content-Language"] == "en"


def test_a_broken_page_says_so_without_what_was_typed(client, db, monkeypatch, settings, caplog):
    client.raise_request_exception = False
    monkeypatch.setattr("spojka.web.entry.connection", None)

    answer = client.get("/healthz?secret=koleno")

    assert answer.status_code == 500
    page = answer.content.decode()
    assert answer.headers["X-Reference"] in page
    assert "koleno" not in page


def test_get_can_not_write(db):
    def view(request):
        Organisation.objects.create(slug="x", name="X")

    request = RequestFactory().get("/")
    request.resolver_match = None
    with pytest.raises(GetMustNotWrite):
        ReadingMiddleware(view)(request)


def test_get_can_ask_several_queries_as_one(db):
    of = Organisation.objects.order_by().values_list("slug")
    request = RequestFactory().get("/")
    request.resolver_match = None

    assert ReadingMiddleware(lambda request: list(of.union(of, all=True)))(request) == []


def test_health_is_told_to_anybody(client, db):
    assert client.get("/healthz").json() == {"status": "ok"}


LITTLE = [{"HX-Request": "true"}, {"Prefer": "return=minimal"}, {"Accept": "application/json"}]


@pytest.mark.parametrize("headers", LITTLE, ids=str)
def test_a_script_without_a_session_is_told_so_and_not_sent_to_the_way_in(client, podchod, headers):
    for answer in (client.get("/podchod/", headers=headers), client.post("/podchod/", headers=headers)):
        assert answer.status_code == 401
        assert "Přihlaste se" in answer.content.decode()


@pytest.mark.parametrize(("signed_in", "status"), [(True, 403), (False, 401)])
def test_a_stale_token_is_no_success(anna, signed_in, status):
    strict = Browser(enforce_csrf_checks=True)
    if signed_in:
        strict.force_login(anna.user, backend=BACKEND)

    assert strict.post("/podchod/", headers={"HX-Request": "true"}).status_code == status


def test_a_page_that_did_not_save_says_so_to_its_draft(client, anna, browse):
    lost = client.post("/podchod/")
    refused = browse(anna).post(f"/podchod/shifts/{new_id()}/encounters/new/")

    assert (lost.status_code, refused.status_code) == (302, 404)
    assert lost.cookies["unsent"].value == refused.cookies["unsent"].value == "1"
    assert "unsent" not in client.get("/podchod/").cookies


def test_the_address_of_a_form_that_was_sent_is_no_white_page(anna, browse):
    closed = browse(anna).get("/account/weekly-letter/")

    assert (closed.status_code, closed.headers["Allow"]) == (405, "POST")
    assert "Tady není co otevřít" in closed.content.decode()
    quiet = browse(anna).get("/account/weekly-letter/", headers={"HX-Request": "true"})
    assert (quiet.status_code, quiet.content) == (405, b"")


@pytest.mark.parametrize(("language", "words"), [("cs", "Je to příliš dlouhé"), ("en", "This is too long")])
def test_too_long_a_body_is_refused_in_the_readers_language(client, db, language, words):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language

    answer = client.post("/account/login/", {"login": "x" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE})

    assert answer.status_code == 413
    assert words in answer.content.decode()


@pytest.mark.slow
def test_a_body_that_hides_its_length_is_refused(live_server):
    connection = HTTPConnection(urlsplit(live_server.url).netloc, timeout=30)
    with suppress(BrokenPipeError):  # the answer may come before all is sent
        connection.request("POST", "/account/login/", iter([b"x" * 1000]), encode_chunked=True)  # no length is known

    assert connection.getresponse().status == 411
    connection.close()


# what is logged


@pytest.fixture
def logged(caplog):
    """Return what stands in the log, as it is written."""
    caplog.set_level(logging.INFO, "spojka.request")
    write = JsonFormatter().format
    return lambda: [json.loads(write(one)) for one in caplog.records if one.name == "spojka.request"]


class Koleno(Exception):
    pass


def broken(*args, **kwargs):
    try:
        int("koleno")
    except ValueError as error:
        raise Koleno('bolí koleno\n  File "koleno"') from error


PLACES = [
    "spojka.web.today.render",
    "spojka.audit.log._write",
    "django.contrib.sessions.backends.db.SessionStore._get_session_from_db",
    "spojka.web.middleware.acting.Actor.member",
]


@pytest.mark.parametrize("place", PLACES)
def test_what_breaks_anywhere_leaves_its_kind_and_places(anna, browse, monkeypatch, logged, place):
    browser = browse(anna)
    browser.raise_request_exception = False
    monkeypatch.setattr(place, broken)

    answer = browser.get("/podchod/")

    assert answer.status_code == 500
    (fault,) = [line for line in logged() if line["levelname"] == "ERROR"]
    assert (fault["error"], fault["reference"]) == ("Koleno", answer.headers["X-Reference"])
    assert any("test_guard.py" in line and line.endswith("broken") for line in fault["trace"])
    assert "koleno" not in json.dumps(fault)
    assert answer.headers["X-Reference"] in answer.content.decode()


def test_an_error_page_that_breaks_too_still_says_something(client, db, monkeypatch, logged):
    client.raise_request_exception = False
    monkeypatch.setattr("spojka.web.entry.connection", None)
    monkeypatch.setattr("spojka.web.errors.render", broken)

    answer = client.get("/healthz")

    assert answer.status_code == 500
    assert answer.headers["X-Reference"] in answer.content.decode()
    assert [line["message"] for line in logged()] == ["failed", "error page failed", "answered"]


def test_what_is_only_not_there_or_not_allowed_is_no_fault(anna, cyril, browse, logged):
    browse(cyril).get("/podchod/")
    browse(anna).get(f"/podchod/shifts/{new_id()}/")
    browse(anna).get("/podchod/audit/")

    assert {(line["levelname"], line["status"]) for line in logged()} == {("INFO", 404)}
