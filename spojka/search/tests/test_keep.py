"""The index follows its rows, whatever writes them."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection

from spojka.base.ids import new_id
from spojka.codelists.catalogue import catalogue
from spojka.encounters.actions import encounters, refusals, shifts
from spojka.encounters.content import Content
from spojka.encounters.models import Encounter, ServiceRefusal
from spojka.search import filling
from spojka.search.asked import Asked
from tests import make

sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL keeps its index by itself")


def found(model, typed):
    return list(model.objects.filter(words__match=Asked.of(typed).match(private="_p")))


@pytest.fixture
def shift(teren):
    return make.shift(teren)


@pytest.fixture
def record(lists, anna, shift):
    def once(**said):
        content = Content(side="anonymous", occurred_at=shift.start, **said)
        lists = catalogue(shift.service, shift.day)
        return encounters.record(
            by=anna, id=new_id(), shift=shift, content=content, catalogue=lists, at=shift.start
        ), content

    return once


def test_a_contact_is_found_at_once_and_by_its_codes(record):
    row, _content = record(note="Dluh.", themes=("law",), materials={"water": 1})

    assert found(Encounter, "dluh") == [row]
    assert {"_theme_law", "_material_water"} < set(row.words.split())


def test_a_corrected_word_is_gone(record, anna, lists, shift):
    row, _content = record(note="Dluh.")
    now = Content(side="anonymous", occurred_at=shift.start, note="Bydlení.")
    encounters.correct(
        by=anna, encounter=row, version=1, content=now, catalogue=catalogue(shift.service, shift.day), reason="x",
        at=shift.start,
    )  # fmt: skip

    assert found(Encounter, "dluh") == []
    assert found(Encounter, "bydlení") == [row]


def test_a_voided_contact_is_gone(record, anna, shift):
    row, _content = record(note="Dluh.", themes=("law",))
    encounters.void(by=anna, encounter=row, reason="omyl", at=shift.start)

    assert found(Encounter, "dluh") == []
    assert Encounter.objects.get().words == ""


def refuse(by, shift):
    return refusals.record(
        by=by, id=new_id(), shift=shift, ground="exhausted", wanted="", offered="Voda.", ends_service=False,
        agreed_by="", description="Muž v čepici.", occurred_at=shift.start, phone_at=None, at=shift.start,
    )  # fmt: skip


def test_an_erased_description_is_gone_with_the_shift(lists, anna, shift):
    refusal = refuse(anna, shift)
    assert found(ServiceRefusal, "čepice") == [refusal]
    end = shift.start + timedelta(hours=5)
    shifts.close(by=anna, shift=shift, ended_at=end, at=end, note="")

    assert found(ServiceRefusal, "čepice") == []
    assert found(ServiceRefusal, "voda") == [refusal]


def test_what_words_are_made_of_is_not_updated_behind_their_back(record):
    with pytest.raises(TypeError, match="words"):
        Encounter.objects.update(note="")


def test_a_deleted_row_is_gone(record):
    record(note="Dluh.")[0].delete()

    assert found(Encounter, "dluh") == []
    assert filling.is_true(Encounter)


def test_fill_writes_what_is_missing_and_rebuild_all(record, capsys):
    row, _content = record(note="Dluh.", themes=("law",))
    words = row.words
    Encounter.objects.update(words=None)
    call_command("search", "fill", verbosity=0)
    assert Encounter.objects.get().words == words

    Encounter.objects.update(words="jine")
    call_command("search", "rebuild")
    assert Encounter.objects.get().words == words
    assert "encounters.Encounter" in capsys.readouterr().out


@sqlite
def test_a_wrong_index_is_seen_and_mended(record):
    record(note="Dluh.")
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO encounter_words (encounter_words) VALUES ('delete-all')")
    assert not filling.is_true(Encounter)

    filling.refresh(Encounter)

    assert filling.is_true(Encounter)


@sqlite
def test_emptied_tables_leave_nothing_to_be_found(record):
    from spojka.keeping import rows

    row, _content = record(note="Dluh.")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA defer_foreign_keys = ON")
    rows.empty([Encounter, *(relation.related_model for relation in row._meta.related_objects)])

    assert filling.is_true(Encounter)


@sqlite
def test_a_table_made_anew_keeps_its_index(transactional_db):
    """A later migration may make SQLite copy the table, which drops triggers and gives rows other numbers."""
    from django.db import models

    field = models.CharField(max_length=10, default="")
    field.set_attributes_from_name("later")
    with connection.schema_editor(atomic=False) as editor:
        statements = []
        editor.collect_sql, editor.collected_sql = True, statements
        editor.add_field(Encounter, field)

    made = [line for line in statements if "encounter_words" in line]
    assert [line.split()[1] for line in made] == ["VIRTUAL", "INTO", "TRIGGER", "TRIGGER", "TRIGGER", "INTO"]
    assert all("new__" not in line for line in made)
    assert "'rebuild'" in made[-1]
