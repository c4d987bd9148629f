"""What is taken away at one tap comes back at another one; what can't come back asks first."""

import pytest
from django.core.exceptions import PermissionDenied

from spojka.base.errors import Refusal
from spojka.base.ids import new_id
from spojka.meetings.actions import meetings, people, series
from spojka.meetings.content import Guest
from spojka.meetings.models import AgendaItem, Invited, SeriesMember


@pytest.fixture
def point(anna, teren):
    return lambda meeting: meetings.add_point(by=anna, id=new_id(), service=teren, meeting=meeting, text="Okno")


@pytest.fixture
def member(hana, start):
    return lambda: series.join(by=hana, series=start(), guest=Guest(name="Olga Venkovská"))


def undo_of(page):
    return page.split('<toast-done class="done">')[1].split('action="')[1].split('"')[0]


def test_a_person_a_point_and_a_regular_come_back_by_the_toast(call, invite, point, member, hana, browse):
    meeting = call()
    taken = {
        f"meeting-people/{invite(meeting).pk}/off/": lambda: Invited.objects.filter(ended_at=None).count(),
        f"meeting-points/{point(meeting).pk}/drop/": lambda: AgendaItem.objects.filter(dropped_at=None).count(),
        f"meeting-series-people/{member().pk}/off/": lambda: SeriesMember.objects.filter(ended_at=None).count(),
    }
    for url, many in taken.items():
        browser = browse(hana)
        page = browser.post(f"/podchod/{url}", follow=True).content.decode()
        assert many() == 0
        browser.post(undo_of(page))
        assert many() == 1


def test_who_came_back_gets_a_new_letter_and_stands_there_once(call, invite, hana, now):
    meeting = call()
    person = people.uninvite(by=hana, person=invite(meeting), at=now)
    again = invite(meeting)
    with pytest.raises(Refusal):
        people.put_back(by=hana, person=person)

    people.uninvite(by=hana, person=again, at=now)
    back = people.put_back(by=hana, person=person)
    assert (back.ended_at, back.told) == (None, None)


@pytest.mark.parametrize("who", ["anna", "bara", "cyril"])
def test_only_who_may_take_off_puts_back(who, request, call, invite, member, hana, now):
    other = request.getfixturevalue(who)
    person = people.uninvite(by=hana, person=invite(call()), at=now)
    gone = series.leave(by=hana, member=member(), at=now)
    with pytest.raises(PermissionDenied):
        people.put_back(by=other, person=person)
    with pytest.raises(PermissionDenied):
        series.put_back(by=other, member=gone)


@pytest.mark.parametrize("who", ["bara", "cyril"])
def test_strangers_put_no_point_back(who, request, call, point, hana, now):
    item = meetings.drop_point(by=hana, item=point(call()), at=now)
    with pytest.raises(PermissionDenied):
        meetings.put_point_back(by=request.getfixturevalue(who), item=item)


def test_locking_and_ending_an_address_stand_folded(call, write, hana, browse):
    meeting = call()
    write(meeting, "Řečeno")
    page = browse(hana).get(f"/podchod/meetings/{meeting.pk}/minutes/").content.decode()
    assert "/minutes/lock/" in page[page.rindex("<details", 0, page.index("/minutes/lock/")) :].split("</details>")[0]

    browse(hana).post("/podchod/meetings/calendar/make/")
    page = browse(hana).get("/podchod/meetings/calendar/").content.decode()
    at = page.index("/meetings/calendar/end/")
    assert "/meetings/calendar/end/" in page[page.rindex("<details", 0, at) :].split("</details>")[0]
