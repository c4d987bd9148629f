"""PostgreSQL as we want it, wherever it is used."""

import pytest
from django.db import connection

from spojka.figures.models import Mark

pytestmark = pytest.mark.skipif(connection.vendor != "postgresql", reason="runs on PostgreSQL")


def asked(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [row[0] for row in cursor.fetchall()]


def test_no_question_is_compiled(db):
    assert asked("SHOW jit") == ["off"]


def test_marks_of_late_transactions_are_found_by_an_index(db):
    """Else each page of the stock and of figures reads all marks of the service; with seq scans dear, it shows."""
    late = Mark.objects.filter(service_id="00000000-0000-0000-0000-000000000000", xact__gte=9, xact__gt=0)
    asked("SELECT set_config('enable_seqscan', 'off', true)")

    assert "mark_by_transaction" in late.explain()
