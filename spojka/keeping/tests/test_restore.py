import signal
import sqlite3

import psycopg
import pytest

from .conftest import WORK, furnish

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("keeping")]


@pytest.fixture(scope="module")
def brought(server, pattern, backup, tmp_path_factory):
    """A house of which there was nothing, not even its folder, after a restore: all tables are made for it, once."""
    folder = tmp_path_factory.mktemp("brought") / "bare"
    house = furnish(folder, server.url(server.make()) if server else f"sqlite:///{folder}/spojka.sqlite3")
    house.secret.unlink()
    folder.rmdir()
    house.more = {"SPOJKA_PASSPHRASE_FILE": str(pattern.secret)}
    done = house.spojka("restore", backup)
    return house, done, folder.stat().st_mode & 0o777, house.count(), house.values()


def test_brings_everything_back_into_an_empty_database(pattern, brought):
    house, done, _mode, count, values = brought

    assert done.returncode == 0, done.stderr
    assert (count, values) == (pattern.count(), pattern.values())
    house.work("seed", 1)  # counted ids go on after the highest one
    assert house.count()["encounter"] == 41


def test_makes_the_folder_of_data_that_is_not_there(pattern, brought):
    _house, done, mode, count, _values = brought

    assert done.returncode == 0, done.stderr
    assert (count, mode) == (pattern.count(), 0o700)


def test_fits_the_other_database_too(full, on_sqlite, server, backup, tmp_path):
    if not server:
        pytest.skip("runs with PostgreSQL")

    assert on_sqlite.spojka("restore", backup).returncode == 0
    assert on_sqlite.spojka("backup", tmp_path / "back.spojka").returncode == 0
    assert full.spojka("restore", "--replace", tmp_path / "back.spojka").returncode == 0

    assert on_sqlite.values() == full.values()
    assert on_sqlite.count() == full.count()


def test_an_older_backup_comes_back_through_the_migrations_that_came_after_it(pattern, full, bare, backup, tmp_path):
    before = full.values()
    done = full.spojka("restore", "--replace", backup, by="later")  # these tables were made by the older Spojka
    assert done.returncode == 1
    assert "prázdné" in done.stderr
    assert full.values() == before

    done = bare.spojka("restore", backup, by="later")

    assert done.returncode == 0, done.stderr
    assert (bare.count(), bare.values()) == (pattern.count(), pattern.values())
    [(name, was)] = pattern.ask("SELECT name, name FROM places_place")
    assert bare.ask("SELECT name, formerly FROM places_place") == [(name.upper(), was)]

    assert bare.spojka("backup", tmp_path / "later.spojka", by="later").returncode == 0
    done = full.spojka("restore", "--replace", tmp_path / "later.spojka")  # and the older Spojka refuses the newer one
    assert done.returncode == 1
    assert "novější" in done.stderr


def test_older_code_says_that_newer_tables_are_not_for_it(full, server, backup):
    newer = "INSERT INTO django_migrations (app, name, applied) VALUES ('places', '9999_later', '2026-11-28 10:00:00')"
    with psycopg.connect(full.url) if server else sqlite3.connect(full.folder / "spojka.sqlite3") as connection:
        connection.execute(newer)
    connection.close()
    before = full.values()

    checked, prepared = full.spojka("check"), full.spojka("prepare")
    served, restored = full.spojka("run", "--prepared"), full.spojka("restore", "--replace", backup)

    assert [done.returncode for done in (checked, prepared, served, restored)] == [1, 1, 1, 1]
    assert "novější" in checked.stdout
    assert all("novější" in done.stderr for done in (prepared, served, restored))
    assert full.values() == before


def test_asks_before_it_replaces(full, backup):
    before = full.count()

    done = full.spojka("restore", backup)

    assert done.returncode == 1
    assert "--replace" in done.stderr
    assert full.count() == before


def test_changes_nothing_on_a_wrong_passphrase(full, backup):
    before = full.values()
    full.secret.write_text("zelená liška běží přes řeku")

    done = full.spojka("restore", "--replace", backup)

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert full.values() == before


@pytest.mark.parametrize("harm", ["cut", "flipped", "blanked", "no backup at all"])
def test_changes_nothing_when_the_file_is_damaged(harm, full, backup, tmp_path):
    data = bytearray(backup.read_bytes())
    middle = len(data.rstrip(b"\0")) // 2
    harmed = {"cut": data[:middle], "no backup at all": b"Dear diary"}
    harmed["flipped"] = data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]
    harmed["blanked"] = data[:middle] + bytes(300) + data[middle + 300 :]
    file = tmp_path / "harmed.spojka"
    file.write_bytes(harmed[harm])
    before = full.values()

    done = full.spojka("restore", "--replace", file)

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert full.values() == before


def test_leaves_the_old_data_when_killed_half_way(full, backup):
    full.work("seed", 2)
    before = full.values()
    restoring = full.start(WORK, "spojka", "restore", "--replace", "-v2", str(backup))
    for line in restoring.stderr:
        if line.strip() == "encounters.act":
            restoring.send_signal(signal.SIGKILL)
            break
    restoring.communicate()

    assert restoring.returncode == -signal.SIGKILL
    assert full.values() == before
    assert full.spojka("restore", "--replace", backup).returncode == 0
    assert full.count()["encounter"] == 40
