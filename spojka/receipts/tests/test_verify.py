"""A receipt is ours or it is not: whatever was changed, whoever else signed it, whatever key is the newest."""

import json
from hashlib import sha256

import pytest
from django.core.management import CommandError, call_command

from spojka.access.permissions import Kind
from spojka.members.resealing import reseal
from spojka.receipts import content, keys, shapes, token
from spojka.receipts.models import ReceiptKey

OLD, NEW, THEIRS = "o" * 50, "n" * 50, "t" * 50


def test_the_square_says_what_was_agreed_and_no_name_of_the_client(told, square):
    said = token.read(square, keys.known())

    assert (said["c"], said["k"], said["w"]) == ("RAD 80 Z", Kind.COURSE | Kind.HISTORY, "paper")
    assert said["r"] == [["Jinde", "Poradna", "", "", said["k"]], ["", "", "Božena", "matka", Kind.COURSE]]
    assert content.signed(content.said_of(told)) == square  # printed again it is the same
    assert token.read(f" https://x.cz/receipt/?lang=uk#{square}\n", keys.known()) == said


@pytest.mark.parametrize("at", [0, 3, 30, 90, -1])
def test_whatever_is_changed_is_refused(square, at):
    raw = bytearray(keys.unwritten(square))
    raw[at] ^= 1
    with pytest.raises(token.NotOurs):
        token.read(keys.written(bytes(raw)), keys.known())


@pytest.mark.parametrize("typed", ["", "#", "x", "AQ", "é" * 200, "A" * 5000, "AQAA" * 30])
def test_what_is_no_receipt_is_refused_in_the_same_words(db, typed):
    with pytest.raises(token.NotOurs):
        token.read(typed, keys.known())


def test_a_receipt_of_another_spojka_is_refused(square, keys_are):
    keys_are(THEIRS)
    with pytest.raises(token.NotOurs):
        token.read(square, keys.known())


def test_a_change_of_keys_keeps_old_receipts_true(told, keys_are):
    keys_are(OLD)
    said, before = content.said_of(told), content.signed(content.said_of(told))
    for secrets in [(NEW, OLD), ("m" * 50, NEW)]:
        keys_are(*secrets)
        reseal()
        assert keys.remember().lost == 0
        keys_are(secrets[0])  # the older key is gone now
        assert token.read(before, keys.known()) == said
    assert len(keys.known()) == 3


def test_a_key_written_into_the_database_by_others_counts_for_nothing(told, keys_are):
    keys_are(THEIRS)
    forged, public = content.signed(content.said_of(told)), keys.published(keys.known())[0]["x"]
    keys_are(NEW)
    ReceiptKey(public=public, voucher=keys.written(b"x" * 64)).add()

    assert len(keys.known()) == 1
    with pytest.raises(token.NotOurs):
        token.read(forged, keys.known())
    assert keys.remember().lost == 1  # it is not vouched for by the change of keys either


def test_recipients_who_do_not_fit_the_square_are_counted(told):
    said = content.said_of(told)
    many = [[sha256(str(at).encode()).hexdigest(), "", "", "", said["k"]] for at in range(90)]
    text = content.signed(said | {"r": many})

    found = token.read(text, keys.known())
    assert len(text) <= content.FITS
    assert len(found["r"]) + found["x"] == 90
    assert found["x"]


def test_the_file_has_both_shapes_and_is_signed_as_a_whole(told, square):
    whole = shapes.document(content.said_of(told), square)
    fhir, record = whole["fhir"], whole["iso27560"]

    assert (fhir["resourceType"], fhir["status"], fhir["provision"]["type"]) == ("Consent", "active", "permit")
    assert fhir["provision"]["provision"][1]["class"] == [
        {"system": "urn:spojka:kinds-of-information", "code": "course"}
    ]
    assert record["record_header"]["pii_principal_id"] == "RAD 80 Z"
    assert {one["party_role"] for one in record["party_identification"]} == {"pii_controller", "recipient"}
    assert shapes.read(json.dumps(whole, indent=3), keys.known())["n"] == str(told.consent)
    whole["fhir"]["provision"]["provision"].pop()
    with pytest.raises(token.NotOurs):
        shapes.read(json.dumps(whole), keys.known())


def test_the_command_checks_a_file_and_a_square_with_published_keys_alone(told, square, tmp_path, capsys, keys_are):
    text, whole, ring = tmp_path / "a.txt", tmp_path / "a.json", tmp_path / "keys.json"
    text.write_text(f"https://x.cz/receipt/#{square}")
    whole.write_text(json.dumps(shapes.document(content.said_of(told), square)))
    ring.write_text(json.dumps({"keys": keys.published(keys.known())}))
    for file in (text, whole):
        call_command("receipt", "verify", file)
        assert "RAD 80 Z" in capsys.readouterr().out
    keys_are(THEIRS)
    with pytest.raises(CommandError):
        call_command("receipt", "verify", text)
    call_command("receipt", "verify", whole, keys=ring)
    assert "Božena" in capsys.readouterr().out
    whole.write_text("{}")
    with pytest.raises(CommandError):
        call_command("receipt", "verify", whole)
