"""A series of team meetings of Anna's service, and what is written of one."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from spojka.base.ids import new_id
from spojka.meetings.actions import meetings, minutes, people, series
from spojka.meetings.content import Guest, Rule, When, Words
from spojka.meetings.rule import moment
from spojka.network.models import Membership

MAY = date(2014, 5, 1)  # a Thursday, and a holiday


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def start(hana, teren):
    """Begin a series: the first Thursday of the month, 13:00."""

    def of(by=hana, service=teren, **fields):
        rule = {"rhythm": "month", "nth": 1, "weekday": 3, "starts_on": MAY, "hour": time(13), "minutes": 90}
        rule |= {name: fields.pop(name) for name in list(fields) if name in Rule.__dataclass_fields__}
        said = {"kind": "team", "title": "Porada týmu", "place": "Kancelář"} | fields
        return series.start(by=by, id=new_id(), service=service, rule=Rule(**rule), **said)

    return of


@pytest.fixture
def call(hana, teren, now):
    """Call a meeting, tomorrow at noon unless told otherwise."""

    def of(by=hana, service=teren, on=None, **fields):
        on = on or timezone.localdate(now) + timedelta(days=1)
        when = When(moment(on, time(12)), 60, fields.pop("planned_on", None))
        said = {"kind": "team", "title": "Porada týmu", "place": "", "series": None} | fields
        return meetings.call(by=by, id=new_id(), service=service, when=when, **said)

    return of


@pytest.fixture
def invite(hana):
    """Invite a member (an actor) or somebody else by name."""

    def of(meeting, who=None, by=hana, **fields):
        member = Membership.objects.get(pk=who.id) if who else None
        usual = {} if who else {"name": "Olga Venkovská", "house": "Úřad", "email": "olga@urad.invalid"}
        return people.invite(by=by, meeting=meeting, guest=Guest(member, **usual | fields))

    return of


@pytest.fixture
def write(anna, teren, now):
    """Write a wording of a line."""

    def of(meeting, text, by=anna, service=teren, id=None, **fields):
        words = Words(**{"line": new_id(), "kind": "statement", "text": text} | fields)
        return minutes.write(by=by, id=id or new_id(), service=service, meeting=meeting, words=words, at=now)

    return of


@pytest.fixture
def day_of(now):
    """A day so many days from today."""
    return lambda days: timezone.localdate(now) + timedelta(days=days)
