"""Loading the shipped files: again, changed, and with rows that are in use."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError

from spojka.codelists import load as loading
from spojka.codelists import shipped
from spojka.codelists.catalogue import catalogue, names
from spojka.codelists.load import Loaded, load
from spojka.codelists.models import Entry

HEAD = """
list = "theme"
title_cs = "Témata"
title_en = "Themes"
source = "9"
sureness = "proposal"
valid_from = 2022-01-01
"""
SUN = 'code = "sun", cs = "Slunce", en = "Sun", short_cs = "Slunce", short_en = "Sun"'
RAIN = 'code = "rain", cs = "Déšť", en = "Rain", short_cs = "Déšť", short_en = "Rain"'


@pytest.fixture(autouse=True)
def _nothing_is_loaded(db):
    Entry.objects.all().delete()


@pytest.fixture
def lists(_nothing_is_loaded):
    """What loading the shipped files said."""
    return load()


@pytest.fixture
def ship(tmp_path, db):
    """Load a release that ships these items."""

    def of(*items):
        file = tmp_path / "theme.toml"
        file.write_text(HEAD + "items = [" + ", ".join(f"{{ {item} }}" for item in items) + "]", "utf-8")
        return load([file])

    return of


def test_adds_every_item_once(lists):
    assert lists.added == len(shipped.rows(shipped.files())) == Entry.objects.count()
    assert load() == Loaded(added=0, updated=0, same=lists.added, kept=0)


def test_asks_for_few_queries_when_nothing_changed(lists, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        load()


def test_updates_a_name_and_keeps_the_row(ship):
    ship(SUN)
    before = Entry.objects.get()

    assert ship(SUN.replace('cs = "Slunce"', 'cs = "Sluníčko"', 1)) == Loaded(0, 1, 0, 0)
    assert Entry.objects.get().name_cs == "Sluníčko"
    assert Entry.objects.get().pk == before.pk


def test_keeps_what_no_file_has_any_more(ship):
    ship(SUN, RAIN)

    assert ship(SUN) == Loaded(added=0, updated=0, same=1, kept=1)
    assert Entry.objects.filter(code="rain").exists()


def test_ends_an_item_and_old_records_still_have_its_name(ship, teren):
    ship(SUN, RAIN)
    ship(SUN, f"{RAIN}, valid_to = 2025-12-31")

    assert catalogue(teren, date(2025, 12, 31)).find("theme", "rain")
    assert catalogue(teren, date(2026, 1, 1)).find("theme", "rain") is None
    assert names("theme")["rain"] == "Déšť"


def test_a_code_may_mean_something_else_from_a_day_on(ship, teren):
    ship(SUN)
    ship(f"{SUN}, valid_to = 2025-12-31", SUN.replace('cs = "Slunce"', 'cs = "Záře"', 1) + ", valid_from = 2026-01-01")

    assert catalogue(teren, date(2025, 6, 1)).find("theme", "sun").name == "Slunce"
    assert catalogue(teren, date(2026, 6, 1)).find("theme", "sun").name == "Záře"


def test_moves_the_start_of_an_item_instead_of_adding_a_second_one(ship):
    ship(SUN)

    assert ship(f"{SUN}, valid_from = 2020-01-01") == Loaded(0, 1, 0, 0)
    assert Entry.objects.get().valid_from == date(2020, 1, 1)


def test_a_faulty_file_changes_nothing(ship):
    ship(SUN)

    with pytest.raises(shipped.BadFile):
        ship(RAIN, SUN.replace('short_cs = "Slunce"', 'short_cs = ""'))

    assert Entry.objects.get().code == "sun"


def test_starts_again_when_another_process_was_quicker(db, monkeypatch):
    real, calls = loading._load, []

    def once_beaten(rows):
        calls.append(1)
        if len(calls) == 1:
            raise IntegrityError
        return real(rows)

    monkeypatch.setattr(loading, "_load", once_beaten)

    assert load().added == Entry.objects.count()
    assert len(calls) == 2


def test_the_command_says_what_it_did(db, capsys):
    call_command("load_codelists")

    assert f"přidáno {Entry.objects.count()}," in capsys.readouterr().out


def test_the_command_says_what_is_wrong(db, monkeypatch, tmp_path):
    (tmp_path / "bad.toml").write_text("list =", "utf-8")
    monkeypatch.setattr(shipped, "files", lambda: [tmp_path / "bad.toml"])

    with pytest.raises(CommandError, match=r"bad\.toml"):
        call_command("load_codelists")
