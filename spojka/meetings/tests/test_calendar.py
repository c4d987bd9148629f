"""Calendar feeds: read by two libraries, in neutral words, ended with their address."""

from datetime import date, timedelta

import icalendar
import pytest
import vobject
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from spojka.links.doors import new_token
from spojka.meetings.actions import calendars, series
from spojka.meetings.content import Guest
from spojka.network.models import Membership


@pytest.fixture
def make(hana, teren, now):
    """Make the address of a calendar; return its path."""

    def of(whose, by=hana):
        token = new_token()
        calendars.make(by=by, whose=whose, service=teren, token=token, at=now)
        return f"/calendar/{token}.ics"

    return of


def me(actor):
    return Membership.objects.get(pk=actor.id)


def events(answer):
    text = answer.content.decode()
    read = vobject.readOne(text)
    ours = {str(one["UID"]): one.decoded("DTSTART") for one in icalendar.Calendar.from_ical(text).walk("VEVENT")}
    theirs = {one.uid.value: one.dtstart.value for one in getattr(read, "vevent_list", [])}
    assert ours == theirs
    return read


def test_a_person_sees_the_meetings_to_which_they_are_invited(call, invite, make, anna, browse):
    mine, other = call(title="Tajná porada"), call()
    invite(mine, anna)

    read = events(browse().get(make(me(anna), by=anna)))

    assert [one.uid.value for one in read.vevent_list] == [f"{mine.pk}@spojka"]
    assert read.vevent.summary.value == "Porada, Podchod"
    assert other.pk != mine.pk


def test_a_called_date_keeps_the_uid_that_its_rule_had(start, call, make, browse, now):
    today = timezone.localdate(now)
    of = start(rhythm="weeks", nth=None, weekday=today.weekday(), starts_on=today)
    url = make(of)
    before = {one.uid.value: one.status.value for one in events(browse().get(url)).vevent_list}
    uid = sorted(before)[0]
    on = date.fromisoformat(f"{uid.split('@')[0][-8:-4]}-{uid.split('@')[0][-4:-2]}-{uid.split('@')[0][-2:]}")
    call(series=of, planned_on=on, on=on + timedelta(days=1))

    after = {one.uid.value: one.status.value for one in events(browse().get(url)).vevent_list}

    assert (before[uid], after[uid]) == ("TENTATIVE", "CONFIRMED")
    assert set(before) == set(after)


def test_the_hour_in_prague_stays_over_the_change_of_the_clock(start, make, browse, now):
    today = timezone.localdate(now)
    read = events(browse().get(make(start(rhythm="weeks", nth=None, starts_on=today))))

    starts = [one.dtstart.value for one in read.vevent_list]
    assert {one.strftime("%H:%M") for one in starts} == {"13:00"}
    assert len({one.utcoffset() for one in starts}) == 2


def test_an_unchanged_feed_is_not_sent_again(start, make, browse):
    url = make(start())
    first = browse().get(url)

    again = browse().get(url, headers={"If-None-Match": first.headers["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


def test_a_new_address_or_an_end_or_leaving_closes_the_old_one(make, anna, browse, now):
    old = make(me(anna), by=anna)
    new = make(me(anna), by=anna)
    assert [browse().get(url).status_code for url in (old, new, "/calendar/x.ics")] == [404, 200, 404]

    calendars.end(by=anna, whose=me(anna), at=now)
    assert browse().get(new).status_code == 404

    last = make(me(anna), by=anna)
    me(anna).change(ended_at=now) if hasattr(Membership, "change") else None
    assert browse().get(last).status_code == 404


def test_nobody_makes_the_calendar_of_somebody_else(make, start, anna, hana, cyril):
    for by in (hana, cyril):
        with pytest.raises(PermissionDenied):
            make(me(anna), by=by)
    with pytest.raises(PermissionDenied):
        make(start(), by=cyril)


def test_the_address_is_shown_once(anna, browse, caplog):
    page = browse(anna).post("/podchod/meetings/calendar/make/", {}).content.decode()
    path = "/calendar/" + page.split("/calendar/")[-1].split(".ics")[0] if ".ics" in page else ""
    token = page.split(".ics")[0].rpartition("/")[2]

    assert path
    assert token not in browse(anna).get("/podchod/meetings/calendar/").content.decode()
    with caplog.at_level("DEBUG"):
        browse().get(f"/calendar/{token}.ics")
    assert token not in caplog.text


def test_a_series_in_which_one_is_stands_in_ones_calendar(start, make, anna, hana, browse, now):
    of = start(rhythm="weeks", nth=None, starts_on=timezone.localdate(now))
    series.join(by=hana, series=of, guest=Guest(me(anna)))

    assert events(browse().get(make(me(anna), by=anna))).vevent_list
