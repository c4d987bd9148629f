"""Anybody may check a receipt, and learns nothing but what it says and whether it still holds."""

import io

import pytest
from django.utils import timezone
from pypdf import PdfReader

from spojka.audit.models import Entry
from spojka.consents.actions import consents
from spojka.receipts import keys, token


@pytest.fixture
def ask(browse):
    def ask_(text):
        answer = browse().post("/receipt/", {"token": text})
        return answer.status_code, answer.content.decode()

    return ask_


def test_it_holds_until_it_is_taken_back(anna, given, square, ask):
    status, page = ask(square)
    assert (status, "je pravý a platí" in page, "Božena" in page) == (200, True, True)

    consents.withdraw_from(by=anna, recipient=given.recipients.get(institution="Jinde"), how="x", at=timezone.now())
    status, page = ask(square)
    assert (status, "je pravý a platí" in page, page.count("už se nesdílí")) == (200, True, 1)

    consents.withdraw(by=anna, consent=given, how="Řekl u pultu.", at=timezone.now())
    status, page = ask(square)
    assert (status, "je pravý a platí" in page, "Řekl u pultu" in page) == (200, False, False)
    assert "už neplatí" in page


def test_who_brings_no_receipt_learns_nothing(given, square, ask, keys_are):
    raw = bytearray(keys.unwritten(square))
    raw[-3] ^= 4
    for text in ("", "x", str(given.pk), keys.written(bytes(raw))):
        status, page = ask(text)
        assert (status, "RAD 80 Z" in page, "Jinde" in page) == (422, False, False)
    keys_are("z" * 50)
    assert ask(square)[0] == 422


def test_a_receipt_of_a_consent_that_is_not_here_holds_no_more(told, ask, db):
    said = token.read(token.sign({"i": "A" * 22, "s": "A" * 22, "r": [], "k": 1, "g": "2026-01-01"}), keys.known())
    whole = {"n": "1/2026", "c": "X", "h": "H", "u": "U", "e": "", "p": 0, "o": "", "w": "paper", "x": 0}

    assert "už neplatí" in ask(token.sign(said | whole))[1]


def test_asking_is_audited_as_what_it_is(given, square, ask):
    ask(square)
    entry = Entry.objects.filter(verb="receipt_check").order_by("-recorded_at", "-pk").first()

    assert (entry.actor_kind, entry.actor_id, entry.role) == ("public", str(given.pk), "public")


def test_the_keys_are_published(browse, db):
    answer = browse().get("/.well-known/spojka-receipts.json")

    assert answer.json()["keys"][0]["crv"] == "Ed25519"
    assert answer["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize(("tongue", "word"), [("cs", "Doklad o souhlasu"), ("en", "Receipt"), ("uk", "Підтвердження")])
def test_the_paper_speaks_the_clients_language(given, anna, browse, tongue, word):
    answer = browse(anna).get(f"/podchod/consents/{given.pk}/receipt/?lang={tongue}")
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)

    assert word in text
    assert "RAD 80 Z" in text
    assert "/receipt/" in text


def test_only_who_works_with_the_client_gives_it(given, bara, cyril, browse):
    for other in (bara, cyril):
        slug = other.organisation.slug
        for path in ("receipt/", "receipt/file/"):
            assert browse(other).get(f"/{slug}/consents/{given.pk}/{path}").status_code == 404


def test_the_file_is_downloaded(given, anna, browse):
    answer = browse(anna).get(f"/podchod/consents/{given.pk}/receipt/file/")

    assert answer.json()["fhir"]["patient"]["identifier"]["value"] == "RAD 80 Z"
    assert answer["Content-Disposition"].startswith("attachment")
