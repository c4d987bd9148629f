"""Questions put into SQL once: what they find is never kept, nor a right, a moment or a row that changed since."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db.models import Prefetch
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.doors import rows
from spojka.access.models import Grant
from spojka.access.permissions import Permission
from spojka.base import prepared as kept
from spojka.base.prepared import now, prepared
from spojka.clients.models import Client
from spojka.encounters.models import Shift
from spojka.network.models import Membership, Service
from tests import make

VIEW = Permission.CLIENT_VIEW


@prepared
def clients(by):
    return rows(Client, by=by, to=VIEW).select_related("service").order_by("code")


@prepared
def running(at, before):
    return Shift.objects.filter(planned_start__lte=at, planned_end__gt=at - before).order_by("pk")


@prepared
def told(by):
    return rows(Client, by=by, to=VIEW).order_by("code").values_list("code", flat=True)


@pytest.fixture
def put(monkeypatch):
    """Count how often a question is put into SQL; nothing is put anew to be compared."""
    kept._kept.clear()
    times = []

    class Counted(kept.Compiled):
        def __init__(self, asked, ids):
            times.append(asked)
            super().__init__(asked, ids)

    monkeypatch.setattr(kept, "Compiled", Counted)
    return times


def test_rows_are_read_each_time_and_sql_is_made_once(db, settings, put, django_assert_num_queries):
    settings.PREPARED_PROVED = False
    service = make.service()
    by = make.member(service)
    make.client(service, code="A")
    assert [(one.code, one.service) for one in clients(by)] == [("A", service)]
    make.client(service, code="B")

    with django_assert_num_queries(1):
        found = clients(by)
        assert [(one.code, one.service.name) for one in found] == [("A", service.name), ("B", service.name)]
    assert told(by) == ["A", "B"]
    assert len(put) == 2


def test_what_a_grant_opened_is_closed_with_it(db, settings, put):
    settings.PREPARED_PROVED = False
    service, other = make.service(), make.service()
    client, by = make.client(service), make.member(other)
    assert clients(by) == []
    make.grant(client, by.id, service)
    assert clients(by) == [client]
    Grant.objects.filter(subject_id=client.pk).end(timezone.now())

    assert clients(by) == []
    assert len(put) == 1


def test_who_may_less_is_asked_for_anew(db):
    service = make.service()
    make.client(service)
    worker = make.member(service)
    assert len(clients(worker)) == 1

    assert clients(make.member(service, role="auditor")) == []
    assert clients(Actor.system("remind", service, frozenset())) == []
    assert clients(make.member(make.service())) == []
    assert len(clients(Actor.system("remind", service, frozenset({VIEW})))) == 1


def test_colleagues_share_a_question_and_each_gets_their_own(db, settings, put):
    settings.PREPARED_PROVED = False
    service, other = make.service(), make.service()
    one, two, stranger = make.member(service), make.member(service), make.member(other)
    client = make.client(other)
    assert (clients(one), clients(two)) == ([], [])
    make.grant(client, two.id, other)

    assert (clients(one), clients(two), clients(stranger)) == ([], [client], [client])
    assert len(put) == 2  # one for both colleagues, one for who works elsewhere


def test_an_own_id_that_is_given_as_a_value_is_no_place_for_anybody(db, settings, put):
    settings.PREPARED_PROVED = False
    service = make.service()
    one, two = make.member(service), make.member(service)

    @prepared
    def members(by, ids):
        return Membership.objects.filter(pk__in=ids, organisation=by.organisation.pk)

    ids = (UUID(one.id),)
    assert [row.pk for row in members(one, ids)] == [row.pk for row in members(two, ids)] == [UUID(one.id)]


def test_an_own_id_may_not_lie_within_a_longer_value(db):
    @prepared
    def like(by):
        return Client.objects.filter(code__contains=by.id)

    with pytest.raises(AssertionError, match="within a longer value"):
        like(make.member(make.service()))


def test_a_moment_is_told_each_time(db, settings, put):
    settings.PREPARED_PROVED = False
    start = timezone.now()
    shift = make.shift(make.service(), planned_start=start, planned_end=start + timedelta(hours=6))
    hour = timedelta(hours=1)

    assert running(start + hour, hour) == [shift]
    assert running(start + 7 * hour, hour) == []
    assert running(start + 6.5 * hour, hour) == [shift]
    assert running(start - hour, hour) == []
    assert len(put) == 1


def test_the_present_moment_has_a_place_and_is_filled(db, monkeypatch):
    @prepared
    def begun():
        return Shift.objects.filter(planned_start__lte=now())

    start = timezone.now()
    shift = make.shift(make.service(), planned_start=start, planned_end=start + timedelta(hours=6))
    assert begun() == [shift]
    monkeypatch.setattr(timezone, "now", lambda: start - timedelta(hours=1))
    assert begun() == []


def test_the_same_question_may_be_asked_while_its_rows_are_read(db):
    service = make.service()
    by = make.member(service)
    for code in "AB":
        make.client(service, code=code)

    assert [(one.code, [other.code for other in clients(by)]) for one in clients(by)] == [
        ("A", ["A", "B"]),
        ("B", ["A", "B"]),
    ]


def test_a_question_that_can_find_nothing_asks_nothing(db, django_assert_num_queries):
    @prepared
    def none(ids):
        return Client.objects.filter(pk__in=ids)

    with django_assert_num_queries(0):
        assert none(()) == []


def test_a_question_may_not_ask_while_it_is_put_together(db):
    @prepared
    def asks():
        return Client.objects.filter(service__in=list(Service.objects.values_list("pk", flat=True)))

    with pytest.raises(AssertionError, match="asks the database while it is put together"):
        asks()


def test_a_row_is_no_value_for_a_question_it_may_change(db):
    service = make.service()

    @prepared
    def of(services):
        return Client.objects.filter(service__in=services)

    with pytest.raises(TypeError, match="the row may change"):
        of((service,))


def test_rows_that_come_along_are_asked_for_by_no_question_of_their_own(db):
    @prepared
    def crews():
        return Shift.objects.prefetch_related(Prefetch("crew", Service.objects.all()))

    with pytest.raises(TypeError, match="prefetches by a question of its own"):
        crews()


def test_a_question_that_depends_on_more_than_it_is_given_is_found(db):
    wanted = ["A"]

    @prepared
    def of():
        return Client.objects.filter(code__in=wanted)

    of()
    wanted.append("B")
    with pytest.raises(AssertionError, match="depends on more than it is given"):
        of()


def test_a_question_that_looks_at_the_clock_itself_is_found_at_once(db):
    @prepared
    def begun():
        return Shift.objects.filter(planned_start__lte=timezone.now())

    with pytest.raises(AssertionError, match="depends on more than it is given"):
        begun()


def test_those_not_asked_for_long_are_given_up(db, monkeypatch):
    monkeypatch.setattr(kept, "MOST", 3)
    service = make.service()

    @prepared
    def of(code):
        return Client.objects.filter(code=code, service=service.pk)

    for code in "ABCDEF":
        of(code)
    of("D")
    of("G")
    assert [key[3] for key in kept._kept if key[0].__qualname__.endswith("of")] == ["F", "D", "G"]
