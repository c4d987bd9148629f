"""What a group did in numbers, and what of it waits on Today."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.groups import counting, reading
from spojka.groups.actions import groups as actions
from spojka.groups.content import Sitting
from spojka.groups.waiting import waiting
from spojka.meetings import matters
from spojka.meetings.actions import minutes, people
from tests import groups

TODAY = date(2026, 5, 21)


def asked(kind, on, *, due=None, answered=None, is_dropped=False):
    return counting.Asked(uuid4(), uuid4(), kind, on, due, answered, is_dropped)


def test_means_shares_and_medians():
    held = [counting.Held(uuid4(), uuid4(), TODAY, came) for came in (6, 9, 0)]
    matters = [
        asked("question", date(2026, 3, 19), answered=date(2026, 4, 16)),  # 28 days
        asked("question", date(2026, 3, 19), answered=date(2026, 5, 21)),  # 63
        asked("question", date(2026, 4, 16)),
        asked("question", date(2026, 4, 16), is_dropped=True),
        asked("task", date(2026, 3, 19), due=date(2026, 4, 16), answered=date(2026, 4, 16)),
        asked("task", date(2026, 3, 19), due=date(2026, 4, 16), answered=date(2026, 4, 17)),
        asked("task", date(2026, 5, 20), due=date(2026, 6, 18)),  # its term has not come
    ]

    found = counting.sums(held, matters, TODAY)

    assert (found.meetings, found.attendance) == (3, 8)  # of a meeting without attendance nothing is known
    assert (found.questions, found.answered, found.days) == (3, 2, 46)
    assert (found.tasks, found.in_time) == (2, 1)


def test_nothing_to_count_is_nothing():
    found = counting.sums([], [], TODAY)

    assert (found.attendance, found.days, found.has_any) == (None, None, False)


def test_a_task_by_the_next_meeting_is_in_time_when_it_is_done_by_then(josef, cell):
    first, second = groups.met(josef, cell, -40), groups.met(josef, cell, -10)
    task, _question = groups.said(josef, first, ("task", "Projít park", {}), ("question", "Kdo?", {}))
    for one in second.people.all():
        people.mark(by=josef, person=one, presence="came")
    people.count(by=josef, meeting=second, heads=4)
    answer = {"meeting": first, "outcome": "done", "text": "Hotovo."}
    minutes.answer_matter(
        by=josef, id=new_id(), service=cell.service, line=task.line, at=second.starts_at - timedelta(days=1), **answer
    )

    found = reading.figures_of(cell, josef, timezone.now())

    assert (found.meetings, found.attendance, found.tasks, found.in_time) == (2, 4, 1, 1)
    assert (found.questions, found.answered) == (1, 0)


@pytest.mark.parametrize("closed", [False, True])
def test_what_is_over_its_term_waits_on_today_of_who_supports_the_group(josef, cell, radek, street, closed):
    sitting = Sitting("member", "ngo", house=street.organisation)
    actions.seat(by=josef, id=new_id(), group=cell, sitting=sitting, at=timezone.now())
    first = groups.met(josef, cell, -40)
    groups.met(josef, cell, -10)
    (line,) = groups.said(josef, first, ("question", "Kdo uklidí?", {}))
    if closed:
        minutes.answer_matter(
            by=radek, id=new_id(), service=street, meeting=first, line=line.line, outcome="done", text="My.",
            at=timezone.now(),
        )  # fmt: skip

    found = waiting(josef, timezone.localdate())

    assert [(one.ring, one.text) for one in found] == ([] if closed else [("late", cell.name)])
    assert waiting(radek, timezone.localdate()) == []


def test_a_group_that_meets_no_more_asks_for_a_date(josef, police):
    begun = timezone.localdate() - timedelta(days=100)
    about = groups.About(name="Tichá buňka", kind="cell", purpose="x")
    one = actions.found(by=josef, id=new_id(), service=police, about=about, begun_on=begun, at=timezone.now())

    assert [found.text for found in waiting(josef, timezone.localdate())] == ["Tichá buňka"]
    groups.met(josef, one, 20)
    assert waiting(josef, timezone.localdate()) == []


def test_the_page_today_says_it_to_who_works_in_no_shifts_too(josef, cell, browse):
    first = groups.met(josef, cell, -40)
    groups.met(josef, cell, -10)
    groups.said(josef, first, ("question", "Kdo uklidí?", {}))

    assert "1 věc je po termínu" in browse(josef).get("/policie/").content.decode()


def test_by_the_next_meeting_is_by_the_day_that_is_called_though_the_group_has_no_rule(josef, cell):
    first = groups.met(josef, cell, -3)
    groups.said(josef, first, ("task", "Projít park do příště", {}))
    assert [one.due for one in matters.of(cell.pk, josef)] == [None]

    groups.met(josef, cell, 9)

    assert [one.due for one in matters.of(cell.pk, josef)] == [timezone.localdate() + timedelta(days=9)]


def test_the_year_of_all_groups_is_told_to_each_as_far_as_they_see(josef, police, cell, stranger, browse):
    about = groups.About(name="Druhá buňka", kind="cell", purpose="x")
    begun = timezone.localdate() - timedelta(days=300)
    other = actions.found(by=josef, id=new_id(), service=police, about=about, begun_on=begun, at=timezone.now())
    first = groups.met(josef, cell, -2)
    groups.said(josef, first, ("question", "Kdo uklidí?", {}), ("question", "Kdy?", {}))
    people.count(by=josef, meeting=first, heads=6)
    people.count(by=josef, meeting=groups.met(josef, other, -2), heads=2)
    now, year = timezone.now(), timezone.localdate(first.starts_at).year

    each, total = reading.figures_of_year(josef, year, now)

    assert [(group.name, one.meetings, one.questions, one.attendance) for group, one in each] == [
        (cell.name, 1, 2, 6), ("Druhá buňka", 1, 0, 2),
    ]  # fmt: skip
    assert (total.meetings, total.questions, total.answered, total.attendance) == (2, 2, 0, 4)
    assert reading.figures_of_year(stranger, year, now)[0] == []
    assert reading.figures_of_year(josef, year - 2, now)[0] == []
    page = browse(josef).get(f"/policie/working-groups/figures/?year={year}").content.decode()
    assert "Druhá buňka" in page
    assert "0 / 2" in page
    file = browse(josef).get(f"/policie/working-groups/figures.csv?year={year}").content.decode()
    assert f"{cell.name};1;6;2;0;;0;0\r\n" in file
    assert "Všechny dohromady;2;4;2;0;;0;0\r\n" in file


def test_a_name_is_no_formula_in_the_file(josef, police, browse):
    about = groups.About(name="=HYPERLINK(0)", kind="cell", purpose="x")
    begun = timezone.localdate() - timedelta(days=300)
    one = actions.found(by=josef, id=new_id(), service=police, about=about, begun_on=begun, at=timezone.now())
    year = timezone.localdate(groups.met(josef, one, -2).starts_at).year

    file = browse(josef).get(f"/policie/working-groups/figures.csv?year={year}").content.decode()

    assert "\r\n'=HYPERLINK(0);1" in file


@pytest.mark.parametrize("asked", ["", "x", "1999", "²"])
def test_a_year_that_is_none_is_this_one(josef, cell, browse, asked):
    groups.met(josef, cell, -2)

    assert browse(josef).get(f"/policie/working-groups/figures/?year={asked}").status_code == 200
