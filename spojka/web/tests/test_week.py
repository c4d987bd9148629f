"""The letter of the week tells numbers and kinds, leaves once a week, to who asked for it; a calendar gets days."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from icalendar import Calendar

from spojka.access.permissions import Kind
from spojka.audit.models import Seen
from spojka.cases.tests.conftest import case, ema, give, jinde, let_in, override, party, petra, rada
from spojka.links.doors import new_token
from spojka.meetings.actions import calendars
from spojka.members import weekly
from spojka.statements.tests.conftest import reply, state
from spojka.web import waiting
from spojka.web.weekly import remind

__all__ = ["case", "ema", "give", "jinde", "let_in", "override", "party", "petra", "rada", "reply", "state"]


@pytest.fixture
def asked(ema, petra, let_in, state, reply):
    """Petra asks about what Ema wrote down."""
    let_in(Kind.COURSE)
    return reply(petra, state(ema, text="Matka nespolupracuje."), text="V čem konkrétně?")


def test_it_says_how_much_and_nothing_else(asked, ema, petra, mailoutbox):
    weekly.switch(ema.user, True)
    before = Seen.objects.count()

    call_command("remind")

    [letter] = mailoutbox
    assert letter.to == [ema.user.email]
    assert "1 otázka na vás" in letter.body
    for word in ("Rada", "Matka", "konkrétně", "Jinde", str(petra.organisation), "MOL"):
        assert word not in letter.body + letter.subject, word
    assert Seen.objects.count() == before  # what is only counted was shown to nobody


def test_it_never_leaves_twice_in_a_week(asked, ema, mailoutbox):
    weekly.switch(ema.user, True)
    now = timezone.now()
    for at in (now, now, now + timedelta(minutes=1)):
        list(remind(at))
    weekly.switch(ema.user, False)
    weekly.switch(ema.user, True)
    list(remind(now))
    assert len(mailoutbox) == 1

    list(remind(now + timedelta(days=7)))

    assert len(mailoutbox) == 2


def test_who_did_not_ask_or_for_whom_nothing_waits_gets_none(asked, ema, petra, anna, mailoutbox):
    weekly.switch(anna.user, True)
    weekly.switch(ema.user, True)
    weekly.switch(ema.user, False)

    list(remind(timezone.now()))

    assert not mailoutbox


def test_one_switches_it_in_the_own_account(anna, browse):
    page = browse(anna)
    assert "Týdenní dopis" in page.get("/account/").content.decode()

    page.post("/account/weekly-letter/", {"on": "yes"})
    assert weekly.is_on(anna.user)

    page.post("/account/weekly-letter/", {"on": "no"})
    assert not weekly.is_on(anna.user)
    assert page.get("/account/weekly-letter/").status_code == 405


def test_dated_matters_name_nobody(ema, case, cyril):
    day = timezone.localdate() + timedelta(days=3)
    case.change(court_until=day)

    found = waiting.due_of(ema, timezone.now())

    assert [(one.on, one.title) for one in found] == [(day, "Termín v případu")]
    assert found[0].address == f"/podchod/cases/{case.pk}/"
    assert waiting.due_of(cyril, timezone.now()) == []


def test_the_calendar_of_a_member_holds_what_is_due(ema, case, browse):
    day = timezone.localdate() + timedelta(days=3)
    case.change(court_until=day)
    token, service = new_token(), case.service
    calendars.make(by=ema, whose=ema.user.memberships.get(), service=service, token=token, at=timezone.now())

    file = Calendar.from_ical(browse().get(f"/calendar/{token}.ics").content)

    due = [one for one in file.walk("VEVENT") if one.decoded("DTSTART") == day]
    assert [str(one["SUMMARY"]) for one in due] == ["Termín v případu"]
