"""Who owes a report is reminded by one letter that says of nobody what it is about."""

from datetime import datetime, time, timedelta
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.utils import timezone

from spojka.access.actor import Actor
from spojka.access.permissions import Kind
from spojka.base.ids import new_id
from spojka.cases.actions import file
from spojka.cases.content import Ended
from spojka.network.models import Membership
from spojka.statements.actions import agreements
from spojka.statements.models import ReportReminder
from spojka.statements.reminding import MAY, remind
from tests import make

from .conftest import host, tell


def morning(day):
    return timezone.make_aware(datetime.combine(day, time(6, 30)))


def test_each_who_is_late_gets_one_letter(let_in, ema, petra, agree, today, mailoutbox):
    guest, _consent = let_in(Kind.COURSE)
    row = agree()
    of = {"agreement": row, "participant": guest, "way": "spojka", "on": today}
    agreements.assent(by=petra, service=make.the_service_of(petra), **of)

    call_command("remind", stdout=StringIO())
    call_command("remind", stdout=StringIO())

    assert sorted(letter.to[0] for letter in mailoutbox) == sorted([ema.user.email, petra.user.email])
    assert ReportReminder.objects.count() == 2


def test_the_letter_says_nothing_of_anybody(let_in, ema, agree, case, party, today, mailoutbox):
    let_in(Kind.COURSE)
    agree()

    list(remind(morning(today)))

    said = "".join(f"{letter.subject} {letter.body}" for letter in mailoutbox)
    for word in (case.called, party.called, str(case), "Jinde", "Podchod"):
        assert word not in said
    assert (today - timedelta(days=1)).strftime("%-d.") in said


def test_on_its_day_it_is_not_late_yet(let_in, agree, today, mailoutbox):
    let_in(Kind.COURSE)
    agree(paces=((today - timedelta(days=7), "week"),))

    assert list(remind(morning(today))) == []
    assert list(remind(morning(today + timedelta(days=1))))


def test_who_told_it_works_without_spojka_or_in_a_closed_case_gets_none(
    let_in, ema, petra, agree, school, case, today, mailoutbox
):
    guest, _consent = let_in(Kind.COURSE)
    row = agree()
    tell(ema, row, host(case), today)
    tell(petra, row, guest, today)
    assert list(remind(morning(today))) == []

    file.close(
        by=ema, case=case, ended=Ended(ground="met", strong="x", weak="x", worked="x", advice="x"), at=timezone.now()
    )

    assert list(remind(morning(today + timedelta(days=30)))) == []
    assert mailoutbox == []


def test_a_reminder_is_one_row_however_often_it_is_made(let_in, ema, cyril, agree, case, today):
    let_in(Kind.COURSE)
    row, service = agree(), make.the_service_of(ema)
    by = Actor.system("remind", service, MAY)
    deed = {"agreement": row, "teller": host(case), "due_on": today, "whom": Membership.objects.get(pk=ema.id)}

    rows = [agreements.remind(by=by, id=new_id(), **deed) for _time in "ab"]

    assert rows[0] == rows[1]
    elsewhere = Actor.system("remind", make.the_service_of(cyril), MAY)
    with pytest.raises(PermissionDenied):
        agreements.remind(by=elsewhere, id=new_id(), **deed)
