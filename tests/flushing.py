"""After a test with real transactions all tables are empty again: those that hold rows are emptied, no others.

Django would empty all 250, and make the kinds of contents and their permissions anew, which takes longer than most
tests. Here these rows are put back as they were.
"""

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management.commands import flush

from spojka.figures.models import Mark

AT_ONCE = 200  # SQLite joins no more than 500 questions
PLAIN = flush.sql_flush


def full(connection) -> list[str]:
    """Return the names of the tables that hold rows, quoted."""
    names = connection.introspection.django_table_names(only_existing=True, include_views=False)
    quoted, found = [connection.ops.quote_name(name) for name in names], []
    with connection.cursor() as cursor:
        for start in range(0, len(quoted), AT_ONCE):
            some = quoted[start : start + AT_ONCE]
            cursor.execute(
                " UNION ALL ".join(
                    f"SELECT {number} WHERE EXISTS (SELECT 1 FROM {name})" for number, name in enumerate(some)
                )
            )
            found += [some[number] for (number,) in cursor.fetchall()]
    return found


def emptying(style, connection, reset_sequences=True, allow_cascade=False) -> list[str]:
    if reset_sequences or allow_cascade:
        return PLAIN(style, connection, reset_sequences, allow_cascade)
    marks = connection.ops.quote_name(Mark._meta.db_table)  # the last one: triggers write here what is deleted
    return [f"DELETE FROM {name}" for name in [*(name for name in full(connection) if name != marks), marks]]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        kept = [(kind, list(kind.objects.order_by("pk"))) for kind in (ContentType, Permission)]

    def put_back(*_said, **_more):
        for kind, rows in kept:
            kind.objects.bulk_create(rows)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flush, "sql_flush", emptying)
        patch.setattr(flush, "emit_post_migrate_signal", put_back)
        yield
