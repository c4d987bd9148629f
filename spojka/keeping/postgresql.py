from collections.abc import Iterator

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from .finding import Finding

QUESTIONS = {  # each returns one line for a fault
    "index": "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT indisvalid OR NOT indisready",
    "constraint": "SELECT conrelid::regclass::text || ' ' || conname FROM pg_constraint WHERE NOT convalidated",
    "checksum": "SELECT datname || ' ' || checksum_failures FROM pg_stat_database "
    "WHERE datname = current_database() AND checksum_failures > 0",
    "setting": "SELECT name || ' = ' || setting FROM pg_settings "
    "WHERE (name IN ('fsync', 'full_page_writes') AND setting = 'off') "
    "OR (name = 'synchronous_commit' AND setting = 'off')",
    "age": "SELECT datname || ' ' || age(datfrozenxid) FROM pg_database "
    "WHERE datname = current_database() AND age(datfrozenxid) > 1500000000",
}


def look() -> Iterator[Finding]:
    """Does PostgreSQL itself know of a fault, and does it keep what it was given?"""
    faults = 0
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        yield Finding(_("PostgreSQL %(version)s answers.") % {"version": cursor.fetchone()[0]})
        for question, sql in QUESTIONS.items():
            cursor.execute(sql)
            for (line,) in cursor.fetchall():
                faults += 1
                yield Finding(_("PostgreSQL, %(what)s: %(line)s") % {"what": question, "line": line}, True)
        cursor.execute("SELECT abs(extract(epoch FROM clock_timestamp() - %s::timestamptz))", [timezone.now()])
        if (seconds := cursor.fetchone()[0]) > 60:
            faults += 1
            yield Finding(_("The clocks differ by %(seconds)s seconds.") % {"seconds": round(seconds)}, True)
    if not faults:
        yield Finding(_("The database is whole."))
