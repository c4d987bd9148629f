"""SQLite is the one we want, set as we want, wherever it is used."""

import sqlite3

import pytest
from django.db import connection

from config.fairsqlite.base import PRAGMAS

pytestmark = pytest.mark.skipif(connection.vendor != "sqlite", reason="runs on SQLite")


def test_the_version_has_no_known_fault():
    assert sqlite3.sqlite_version_info >= (3, 51, 3)


@pytest.mark.parametrize(("name", "value"), [("synchronous", 2), ("foreign_keys", 1), ("temp_store", 2)])
def test_the_connection_is_set(name, value, db):
    with connection.cursor() as cursor:
        assert cursor.execute(f"PRAGMA {name}").fetchone()[0] == value


def test_the_last_commit_survives_a_power_cut():
    assert "journal_mode=WAL" in PRAGMAS
    assert "synchronous=FULL" in PRAGMAS
