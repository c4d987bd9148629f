"""What a team promised waits at Today, thins as agreed, and is told."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.cases.actions import people
from spojka.cases.content import Outside
from spojka.cases.models import Party
from spojka.cases.tests.conftest import opened
from spojka.statements.actions import agreements
from spojka.statements.models import AgreedPace, Statement
from spojka.statements.waiting import waiting
from tests import make

from .conftest import host, tell

PRAGUE = ZoneInfo("Europe/Prague")


def ours(by, day):
    return [(one.teller, set(one.told), one.due) for one in waiting(by, day).ours]


def test_what_is_promised_waits_for_each_who_owes_it(let_in, ema, petra, agree, case, today):
    guest, _consent = let_in(Kind.COURSE)
    agree()
    due = today - timedelta(days=1)

    assert ours(ema, today) == [(host(case), {guest}, due)]
    assert ours(petra, today) == [(guest, {host(case)}, due)]


def test_it_is_told_by_a_tick_or_by_a_statement_they_may_read(let_in, ema, petra, agree, case, state, today):
    guest, _consent = let_in(Kind.COURSE)
    row = agree()

    tell(petra, row, guest, today)
    state(ema, who="")

    assert ours(petra, today) == []
    assert ours(ema, today) == []


def test_an_entry_they_may_not_read_tells_them_nothing(let_in, ema, write, agree, today):
    let_in(Kind.COURSE)
    agree()

    write(ema, Kind.PERSONAL)
    assert ours(ema, today)
    write(ema, Kind.COURSE)

    assert ours(ema, today) == []


def test_what_others_say_is_not_told_by_who_writes_it_down(let_in, ema, agree, state, today):
    let_in(Kind.COURSE)
    agree()

    state(ema, who="ZŠ Polní")

    assert ours(ema, today)


def test_who_works_without_spojka_is_asked_by_the_coordinator(let_in, ema, petra, agree, school, today):
    let_in(Kind.COURSE)
    row = agree()
    assert [one.teller for one in waiting(ema, today).theirs] == [school]
    assert waiting(petra, today).theirs == []

    tell(ema, row, school, today)

    assert waiting(ema, today).theirs == []


def test_a_statement_reaches_nobody_without_spojka(let_in, ema, agree, school, state, today, case):
    let_in(Kind.COURSE)
    row = agree()
    state(ema, who="")

    assert [told for _teller, told, _due in ours(ema, today)] == [{school}]
    tell(ema, row, host(case), today, to=school)

    assert ours(ema, today) == []


def test_it_thins_on_the_agreed_day(let_in, ema, agree, case, today):
    guest, _consent = let_in(Kind.COURSE)
    first = date(2027, 1, 4)
    row = agree(paces=((first, "week"), (date(2027, 3, 1), "month"), (date(2027, 9, 1), "half_year")))

    assert [one.every for one in AgreedPace.objects.filter(agreement=row).order_by("from_on")] == [
        "week", "month", "half_year",
    ]  # fmt: skip
    assert ours(ema, date(2027, 1, 8)) == []
    assert ours(ema, date(2027, 1, 11)) == [(host(case), {guest}, date(2027, 1, 11))]


def test_a_statement_late_at_night_counts_for_the_day_it_is_in_prague(let_in, ema, agree, state):
    let_in(Kind.COURSE)
    start = date(2026, 10, 18)
    agree(paces=((start, "week"),))
    last = datetime(2026, 10, 25, 23, 30, tzinfo=PRAGUE)  # of the day with an hour more: it is the day it was due

    said = state(ema, who="")
    Statement.objects.filter(pk=said.pk).update(at=last)

    assert ours(ema, date(2026, 10, 28)) == []
    assert [due for _teller, _told, due in ours(ema, date(2026, 11, 1))] == [date(2026, 11, 1)]


def test_an_ended_one_promises_nothing(let_in, ema, agree, today):
    let_in(Kind.COURSE)
    row = agree()

    agreements.end(by=ema, agreement=row, why="rodina to zvládá", today=today)

    assert not waiting(ema, today)


def test_the_day_of_evaluation_comes_to_today_of_the_coordinator(let_in, ema, petra, agree, today):
    let_in(Kind.COURSE)
    row = agree(paces=((today, "half_year"),), evaluate_on=today + timedelta(days=5))
    then = today + timedelta(days=5)
    assert waiting(ema, today).reviews == []
    assert waiting(ema, then).reviews == [(row, then)]
    assert waiting(petra, then).reviews == []

    said = {"words": "Zprávy chodí.", "next_on": today + timedelta(days=100), "today": today}
    agreements.review(by=ema, id=new_id(), agreement=row, **said)

    assert waiting(ema, then).reviews == []


def test_today_asks_as_little_of_many_cases_as_of_one(let_in, ema, agree, case, write, django_assert_max_num_queries):
    let_in(Kind.COURSE)
    agree()
    with CaptureQueriesContext(connection) as one:
        waiting(ema, timezone.localdate())
    for number in range(3):
        another = opened(ema, make.client(make.the_service_of(ema), code=f"DAL 9{number} M"))
        school = Outside(role="school", institution="ZŠ")
        people.add(by=ema, id=new_id(), case=another, outside=school, at=timezone.now())
        agree(case=another)
        for party in Party.objects.filter(case=another):
            write(ema, about=party)

    with django_assert_max_num_queries(len(one)):
        found = waiting(ema, timezone.localdate())

    assert len(found.ours) == 4
