import sqlite3

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("keeping")]


def faults(done):
    """Return the faults found, without the one that servers of tests have on purpose: no waiting for the disk."""
    assert "Traceback" not in done.stderr
    return [line for line in done.stdout.splitlines() if line.startswith("!!") and "fsync" not in line]


def test_says_that_all_is_well(full):
    done = full.spojka("check")

    assert faults(done) == []


def test_ends_with_1_on_a_fault(full):
    (full.folder / "files").mkdir()
    (full.folder / "files/orphan.pdf").write_text("whose am I?")
    full.folder.chmod(0o755)

    done = full.spojka("check")

    assert done.returncode == 1
    assert len(faults(done)) == 2


def test_finds_tables_that_are_not_up_to_date(bare):
    done = bare.spojka("check")

    assert done.returncode == 1
    assert "migrate" in done.stdout


def test_finds_rows_that_disagree_with_their_owner(full, server):
    if server:
        pytest.skip("PostgreSQL can't be talked into such a row")
    with sqlite3.connect(full.folder / "spojka.sqlite3") as connection:  # foreign keys are off here
        connection.execute("UPDATE encounters_act SET service_id = '00000000000000000000000000000000'")
    connection.close()

    done = full.spojka("check")

    assert done.returncode == 1
    assert "encounters.Act" in done.stdout


def test_says_that_there_is_no_folder_of_data(bare, server, tmp_path):
    bare.folder = tmp_path / "nowhere"
    bare.url = bare.url if server else f"sqlite:///{bare.folder / 'spojka.sqlite3'}"

    done = bare.spojka("check")

    assert done.returncode == 1
    assert "nowhere" in faults(done)[0]
    assert not bare.folder.exists()
