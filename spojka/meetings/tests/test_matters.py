"""Tasks and questions: they come back under the next agenda, on 'Today' and by letter, until somebody answers."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.meetings import matters, reminding
from spojka.meetings.actions import meetings, minutes, people
from spojka.meetings.models import MatterAnswer


@pytest.fixture
def day(now):
    """A day so many days from today."""
    return lambda days: timezone.localdate(now) + timedelta(days=days)


@pytest.fixture
def two(start, call, day):
    """Two meetings of one series: last week's and next week's."""
    of = start(rhythm="free", nth=None, weekday=None, starts_on=date(2020, 1, 1))
    return call(series=of, on=day(-7)), call(series=of, on=day(7))


@pytest.fixture
def share(hana):
    return lambda meeting, **roles: meetings.share_roles(by=hana, meeting=meeting, roles=roles)


@pytest.fixture
def answer(anna, teren, now):
    def of(row, by=anna, service=teren, **fields):
        said = {"outcome": "done", "text": "Hotovo.", "id": new_id()} | fields
        return minutes.answer_matter(by=by, service=service, meeting=row.meeting, line=row.line, at=now, **said)

    return of


def test_what_is_open_stands_under_the_next_agenda_until_answered(two, write, anna, hana, answer, now):
    last, coming = two
    task = write(last, "Koupit čaj", kind="task")
    write(last, "Jen řečeno")
    minutes.lock(by=hana, meeting=last, at=now)

    (found,) = matters.before(coming, anna)
    assert (found.row.said, found.due) == ("Koupit čaj", timezone.localdate(coming.starts_at))

    answer(task)
    assert matters.before(coming, anna) == []


def test_what_was_changed_into_a_statement_is_open_no_more(two, write, anna):
    last, coming = two
    task = write(last, "Koupit čaj", kind="task")
    write(last, "Koupíme čaj", kind="statement", line=task.line, grows=task.pk)

    assert matters.before(coming, anna) == []


def test_it_is_answered_once(two, write, answer):
    task = write(two[0], "Kdy?", kind="question")
    id = new_id()
    assert answer(task, id=id) == answer(task, id=id)
    with pytest.raises(Refusal):
        answer(task)
    with pytest.raises(Refusal):
        answer(write(two[0], "Jen řečeno"))
    assert MatterAnswer.objects.count() == 1


def test_it_stands_on_today_of_who_is_named_and_of_nobody_else(two, write, invite, anna, hana, browse, day):
    last, _coming = two
    invite(last, anna)
    write(last, "Zavolat pořadateli", kind="task", who="anna poledne", due_on=day(-1))

    (found,) = matters.waiting(anna, day(0))
    assert found.is_late
    assert "Zavolat pořadateli" in browse(anna).get("/podchod/").content.decode()
    assert matters.waiting(hana, day(0)) == []


def test_what_is_late_with_somebody_without_account_is_on_today_of_who_called_it(
    two, write, invite, hana, browse, day
):
    last, _coming = two
    invite(last)
    late = write(last, "Poslat klíče", kind="task", who="Olga Venkovská", due_on=day(-1))
    write(last, "Není čas", kind="task", who="Olga Venkovská", due_on=day(1))

    assert [one.row for one in matters.owed(hana, day(0))] == [late]
    page = browse(hana).get("/podchod/").content.decode()
    assert "Poslat klíče" in page
    assert "Olga Venkovská" in page


def test_what_somebody_with_an_account_owes_waits_for_them_alone(two, write, invite, anna, hana, day):
    last, _coming = two
    invite(last, anna)
    write(last, "Zavolat", kind="task", who="Anna Poledne", due_on=day(-1))

    assert matters.owed(hana, day(0)) == matters.owed(anna, day(0)) == []


def test_who_organises_is_told_as_well_and_no_stranger(two, write, invite, share, anna, bara, cyril, day):
    last, _coming = two
    organiser = invite(last, anna)
    write(last, "Poslat klíče", kind="task", who="nikdo z nás", due_on=day(-1))
    assert matters.owed(anna, day(0)) == []

    share(last, organises=organiser.pk)
    assert len(matters.owed(anna, day(0))) == 1
    assert matters.owed(bara, day(0)) == matters.owed(cyril, day(0)) == []


def test_a_letter_reminds_once_a_week_and_says_nothing_of_it(two, write, invite, anna, day, now):
    last, _coming = two
    invite(last, anna)
    invite(last)
    for who in ("Anna Poledne", "Olga Venkovská"):
        write(last, "Tajná věc", kind="task", who=who, due_on=day(-1))

    assert len(list(reminding.remind(now))) == 2
    assert list(reminding.remind(now + timedelta(days=6))) == []
    assert len(list(reminding.remind(now + timedelta(days=7)))) == 2
    assert {one.to[0] for one in mail.outbox} == {anna.user.email, "olga@urad.invalid"}
    assert not any("Tajná" in one.subject + one.body for one in mail.outbox)


def test_what_is_far_or_answered_is_not_reminded_of(two, write, invite, anna, day, now, answer):
    invite(two[0], anna)
    write(two[0], "Daleko", kind="task", who="Anna Poledne", due_on=day(30))
    answer(write(two[0], "Hotové", kind="task", who="Anna Poledne", due_on=day(-1)))

    assert list(reminding.remind(now)) == []


def test_the_page_answers_it(two, write, anna, browse):
    task = write(two[0], "Kdy přijdou?", kind="question")
    url = f"/podchod/meeting-matters/{task.pk}/answer/"

    assert "Kdy přijdou?" in browse(anna).get(url).content.decode()
    assert browse(anna).post(url, {"id": new_id(), "outcome": "done", "text": ""}).status_code == 422
    browse(anna).post(url, {"id": new_id(), "outcome": "done", "text": "V pondělí."})
    assert "V pondělí." in browse(anna).get(f"/podchod/meetings/{two[0].pk}/minutes/").content.decode()


@pytest.mark.parametrize("who", ["bara", "cyril"])
def test_strangers_answer_and_see_nothing(who, request, two, write, answer, browse):
    from tests import make

    task, other = write(two[0], "Tajný úkol", kind="task"), request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        answer(task, by=other, service=make.the_service_of(other))
    assert matters.before(two[1], other) == []
    slug = other.organisation.slug
    assert browse(other).get(f"/{slug}/meeting-matters/{task.pk}/answer/").status_code == 404


def test_who_was_taken_off_and_has_no_account_is_reminded_no_more(two, write, invite, hana, day, now):
    olga = invite(two[0])
    write(two[0], "Zavolat", kind="task", who="Olga Venkovská", due_on=day(-1))
    people.uninvite(by=hana, person=olga, at=now)

    assert list(reminding.remind(now)) == []
