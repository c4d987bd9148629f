"""Calling meetings of a series and by themselves; moving, calling off, leaving a date out."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.base.errors import Refusal, WrittenMeanwhile
from spojka.base.ids import new_id
from spojka.meetings import reading
from spojka.meetings.actions import meetings, series
from spojka.meetings.content import Guest, When
from spojka.meetings.models import Invited, Meeting, MeetingSeries
from spojka.meetings.rule import moment
from spojka.network.models import Membership
from tests.entering import knew

FIRST = date(2014, 5, 1)


def test_a_called_date_takes_along_who_is_usually_invited(start, call, hana, anna):
    of = start()
    for guest in (Guest(Membership.objects.get(pk=anna.id)), Guest(name="Olga", email="olga@urad.invalid")):
        series.join(by=hana, series=of, guest=guest)

    meeting = call(series=of, planned_on=FIRST, on=date(2014, 5, 2))

    assert sorted(one.called for one in meeting.people.all()) == ["Anna Poledne", "Olga"]
    assert (meeting.held_for, meeting.is_moved) == (of.held_for, True)


def test_a_date_is_called_once_and_only_if_the_rule_gives_it(start, call):
    of = start()
    call(series=of, planned_on=FIRST, on=FIRST)

    for planned_on in (FIRST, date(2014, 5, 8)):
        with pytest.raises(Refusal):
            call(series=of, planned_on=planned_on, on=FIRST)


def test_a_repeated_call_is_one_meeting(hana, teren):
    when = When(moment(FIRST, time(12)), 60)
    said = {"kind": "meeting", "title": "Schůzka", "place": "", "series": None, "when": when, "id": new_id()}

    made = [meetings.call(by=hana, service=teren, **said) for _ in range(2)]

    assert made[0] == made[1]
    assert Meeting.objects.count() == 1


def test_a_date_that_is_left_out_stays_visible_with_its_reason(start, hana, now):
    of = start()
    with pytest.raises(Refusal):
        meetings.skip(by=hana, id=new_id(), series=of, planned_on=FIRST, why="", at=now)
    meetings.skip(by=hana, id=new_id(), series=of, planned_on=FIRST, why="svátek práce", at=now)

    slot = reading.slots(of, hana, FIRST)[0]

    assert (slot.on, slot.meeting.why_cancelled, slot.asks) == (FIRST, "svátek práce", False)


def test_a_series_shows_its_holidays_until_somebody_chooses(start, hana, call):
    of = start()
    assert next(one.on for one in reading.slots(of, hana, FIRST) if one.asks) == FIRST

    call(series=of, planned_on=FIRST, on=date(2014, 5, 15))

    shown = reading.slots(of, hana, FIRST)
    assert [timezone.localdate(one.meeting.starts_at) for one in shown if one.meeting] == [date(2014, 5, 15)]
    assert FIRST not in [one.on for one in shown if one.asks]


def test_moving_is_told_calendars_by_the_sequence(call, hana):
    meeting = call()
    same = {"title": "Jinak", "place": "", "when": When(meeting.starts_at, meeting.minutes)}

    meeting = meetings.move(by=hana, meeting=meeting, **same)
    assert meeting.sequence == 0
    later = When(meeting.starts_at + timedelta(hours=1), 60)
    assert meetings.move(by=hana, meeting=meeting, **same | {"when": later}).sequence == 1


def test_of_two_who_move_it_at_once_the_second_reads_what_the_first_chose(call, hana, anna, browse):
    meeting = call()
    path = f"/podchod/meetings/{meeting.pk}/change/"
    opened = knew(browse(hana).get(path))
    said = {"title": "Porada týmu", "minutes": "60", "place": "", "on": timezone.localdate(meeting.starts_at)}

    first = browse(hana).post(path, said | opened | {"hour": "10:00"})
    second = browse(hana).post(path, said | opened | {"hour": "15:00"})

    assert (first.status_code, second.status_code) == (302, 422)
    page = second.content.decode()
    assert "Kolega to mezitím změnil." in page
    assert '<dd dir="auto">10:00</dd>' in page
    assert 'value="15:00"' in page
    assert browse(hana).post(path, said | knew(second) | {"hour": "15:00"}).status_code == 302
    assert timezone.localtime(Meeting.objects.get().starts_at).hour == 15


def test_nor_does_the_action_take_a_row_that_was_changed_since_it_was_read(call, hana):
    meeting = call()
    old = Meeting.objects.get(pk=meeting.pk)
    said = {"title": "Jinak", "place": "", "when": When(meeting.starts_at, 60)}
    meetings.move(by=hana, meeting=meeting, **said)

    with pytest.raises(WrittenMeanwhile):
        meetings.move(by=hana, meeting=old, **said | {"title": "Zase jinak"})


def test_calling_off_keeps_what_was_and_is_done_once(call, hana, write, now):
    meeting = call()
    off = [meetings.cancel(by=hana, meeting=meeting, why="nemoc", at=now) for _ in range(2)]
    assert (off[1].sequence, off[1].why_cancelled) == (1, "nemoc")

    held = call()
    write(held, "Začali jsme.")
    with pytest.raises(Refusal):
        meetings.cancel(by=hana, meeting=held, why="nemoc", at=now)


@pytest.mark.parametrize("who", ["anna", "bara", "cyril"])
def test_only_who_holds_meetings_of_the_service_calls_them(who, request, start, call, hana):
    other = request.getfixturevalue(who)
    of = start()
    with pytest.raises(PermissionDenied):
        start(by=other)
    with pytest.raises(PermissionDenied):
        call(by=other)
    with pytest.raises(PermissionDenied):
        series.change(by=other, series=of, title="x", place="", rule=None)
    assert MeetingSeries.objects.count() == 1
    assert not Invited.objects.exists()
