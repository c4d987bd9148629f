"""A name lies nowhere but in its seal: all of the database, its journal, the files of figures and the log are read."""

import base64
import logging
from datetime import date
from pathlib import Path

import pytest
from cryptography.fernet import InvalidToken
from django.conf import settings
from django.core.management import call_command
from django.db import connection

from spojka.base.ids import new_id
from spojka.encounters import columns
from spojka.figures.folder import root
from spojka.identities import sealing
from spojka.identities.models import Identity, IdentityMark
from spojka.identities.sealing import Person
from tests import make

WHO = Person(surname="Zvláštníková", first="Bohdana", born=date(1987, 2, 13), phone="+420 606 505 404")
TOLD = ["Zvláštníková", "zvlastnikova", "Bohdana", "bohdana", "1987-02-13", "606 505 404", "606505404"]


AGREED = {"id": new_id(), "agreement": new_id(), "basis": "without", "without_why": "soud ji svěřil do naší péče"}


def ways(text):
    """Return how a text might lie in bytes."""
    raw = text.encode()
    yield from (raw, text.encode("utf-16-le"), text.encode("utf-16-be"), text.upper().encode(), raw.hex().encode())
    yield base64.b64encode(raw).rstrip(b"=")[:-1]
    yield text.encode("unicode_escape")


def told_in(data):
    return {text for text in TOLD for way in ways(text) if way in data}


@pytest.fixture
def named(transactional_db, browse, caplog):
    """A client with contacts who was named, found and looked at through the pages; with all that was logged."""
    caplog.set_level(logging.DEBUG)
    service = make.service(organisation=make.organisation(slug="podchod"))
    by = make.member(service, role="key_worker")
    client = make.client(service, code="AB12")
    make.encounter(make.shift(service), client=client, note="Přišla poprvé.")
    page = f"/podchod/clients/{client.pk}/identity/"
    typed = {"surname": WHO.surname, "first": WHO.first, "born": "1987-02-13", "phone": WHO.phone}
    assert browse(by).post(f"{page}change/", typed | AGREED | {"version": 0}).status_code == 302
    for answer in (browse(by).post("/podchod/named/", typed), browse(by).get(page)):
        assert WHO.surname in answer.content.decode()
    browse(by).post("/podchod/named/", typed | {"phone": "x"})  # a fault
    browse(by).get("/podchod/search/?q=zvlastnikova")  # somebody tries it there: that is theirs, and finds nothing
    columns.refresh(service)
    client.service = service
    return client


def test_no_row_of_any_table_tells_it(named):
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            assert told_in(repr(cursor.fetchall()).encode()) == set(), table


@pytest.mark.skipif("sqlite" not in settings.DATABASES["default"]["ENGINE"], reason="its files are SQLite's")
def test_no_file_of_the_database_tells_it(named):
    file = Path(str(connection.settings_dict["NAME"]))
    files = [one for one in file.parent.glob(f"{file.name}*") if one.is_file()]

    assert file in files
    assert {one.name: told_in(one.read_bytes()) for one in files if told_in(one.read_bytes())} == {}
    assert b"AB12" in b"".join(one.read_bytes() for one in files)  # what is looked for would be found


def test_no_file_of_figures_tells_it(named):
    import pyarrow.parquet as pq

    files = list(root().rglob("*.parquet"))

    assert files
    for one in files:
        assert told_in(repr(pq.read_table(one).to_pylist()).encode()) == set()
        assert told_in(one.read_bytes()) == set()


def test_no_line_of_the_log_tells_it(named, caplog):
    lines = [one for one in caplog.get_records("setup") if one.name != "django.db.backends"]

    assert lines
    assert {told for one in lines for told in told_in(repr(vars(one)).encode())} <= {"zvlastnikova"}


def test_a_new_key_takes_over_and_the_old_one_opens_nothing(named, settings):
    old, new = settings.SECRET_KEY, "another key of this Spojka, fifty signs long or more, invented"
    before = Identity.objects.get().sealed
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = new, [old]
    assert sealing.unseal(before, named.pk) == WHO  # while it is being changed both open
    assert _found()

    call_command("reseal")
    settings.SECRET_KEY_FALLBACKS = []

    assert Identity.objects.get().sealed != before
    assert sealing.unseal(Identity.objects.get().sealed, named.pk) == WHO
    assert _found()
    settings.SECRET_KEY = old
    assert not _found()


def _found():
    wanted = sealing.asked("surname", WHO.surname, Identity.objects.get().service_id)
    return IdentityMark.objects.filter(kind="surname", mark__in=wanted).exists()


def test_one_key_seals_what_another_can_not_open(named, settings):
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "some other key that never sealed anything here, invented", []

    with pytest.raises(InvalidToken):
        sealing.unseal(Identity.objects.get().sealed, named.pk)
