"""The application's role behind the fence sees no rows, so nothing that must see all of them may go on."""

import dataclasses

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("keeping")]


@pytest.fixture
def fenced(server, full):
    """The house as the application's role reaches it."""
    if not server:
        pytest.skip("SQLite has no row-level security")
    role = server.make_role()
    assert full.spojka("fence", role).returncode == 0
    return dataclasses.replace(full, url=server.url(full.url.rpartition("/")[2], role))


def test_backup_and_restore_are_refused(fenced, backup, tmp_path):
    target = tmp_path / "night.spojka"

    for command in (["backup", target], ["restore", "--replace", backup]):
        done = fenced.spojka(*command)
        assert (done.returncode, done.stdout) == (1, "")
        assert "vlastník tabulek" in done.stderr
    assert not target.exists()


def test_check_and_report_are_refused(fenced):
    done = fenced.spojka("check")
    assert done.returncode == 1
    assert "!! Databáze této roli část řádků skrývá." in done.stdout

    done = fenced.spojka("report", "contacts", "--from", "2026-07-01", "--to", "2026-07-31")
    assert (done.returncode, done.stdout) == (1, "")
    assert "vlastník tabulek" in done.stderr


def test_the_owner_goes_on_unless_told_otherwise(fenced, full, tmp_path):
    assert full.spojka("backup", tmp_path / "night.spojka").returncode == 0

    full.more = {"SPOJKA_FENCED": "1"}
    assert full.spojka("backup", tmp_path / "another.spojka").returncode == 1
