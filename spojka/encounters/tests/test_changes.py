"""What changed since one looked: nothing is missed and nothing told twice, whoever wrote it and when it ended."""

from datetime import timedelta
from threading import Event, Thread

import pytest
from django.db import connection, transaction

from spojka.encounters import changes
from spojka.figures.folder import Manifest
from spojka.network.models import Service
from tests import make

SUNDAY = make.SATURDAY + timedelta(days=1)


def write(service, day):
    return make.encounter(make.shift(service, day=day))


def test_what_the_same_transaction_wrote_is_known_without_naming_each_mark(teren):
    write(teren, make.SATURDAY)
    _days, known = changes.days_since(teren.pk, Manifest())

    assert known.seen == []
    assert changes.days_since(teren.pk, known)[0] == frozenset()
    assert changes.are_none(teren.pk, known)

    write(teren, SUNDAY)
    assert not changes.are_none(teren.pk, known)
    days, later = changes.days_since(teren.pk, known)
    assert days == {SUNDAY}
    assert changes.days_since(teren.pk, later)[0] == frozenset()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one write after the other")
def test_what_another_wrote_before_and_ended_after_is_told_once(transactional_db):
    service = make.service()
    written, may_end = Event(), Event()

    def other():
        with transaction.atomic():
            write(Service.objects.get(pk=service.pk), make.SATURDAY)
            written.set()
            may_end.wait(10)
        connection.close()

    slow = Thread(target=other)
    slow.start()
    assert written.wait(10)
    with transaction.atomic():
        write(service, SUNDAY)
        _days, known = changes.days_since(service.pk, Manifest())
    may_end.set()
    slow.join()

    days, later = changes.days_since(service.pk, known)
    assert days == {make.SATURDAY}
    assert changes.days_since(service.pk, later)[0] == frozenset()
