import sqlite3
from collections.abc import Iterator

from django.db import connection
from django.utils.translation import gettext as _

from .finding import Finding

FIXED = (3, 51, 3)  # before it, two writers at a checkpoint could damage the file
WANTED = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def look() -> Iterator[Finding]:
    """Is the file whole, and is SQLite the one we want and set as we want?"""
    said = {"version": sqlite3.sqlite_version}
    if sqlite3.sqlite_version_info < FIXED:
        yield Finding(_("SQLite %(version)s can damage the file under load; 3.51.3 mended it.") % said, True)
    else:
        yield Finding(_("SQLite %(version)s is current.") % said)
    with connection.cursor() as cursor:
        for name, wanted in WANTED.items():
            found = cursor.execute(f"PRAGMA {name}").fetchone()[0]
            if found not in (wanted, "memory"):  # a database of a test lives in memory
                yield Finding(_("SQLite: %(name)s is %(found)s.") % {"name": name, "found": found}, True)
        faults = [row[0] for row in cursor.execute("PRAGMA integrity_check(20)").fetchall() if row[0] != "ok"]
        faults += [
            f"{row[0]} {row[1]} → {row[2]}" for row in cursor.execute("PRAGMA foreign_key_check").fetchall()[:20]
        ]
    yield from (Finding(_("The database is damaged: %(fault)s") % {"fault": fault}, True) for fault in faults)
    if not faults:
        yield Finding(_("The database is whole."))
