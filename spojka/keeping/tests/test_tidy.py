"""`spojka tidy`: what is past its time is erased, what still counts stays."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.core.cache.backends.db import DatabaseCache
from django.core.management import CommandError, call_command
from django.utils import timezone

from spojka.audit.models import Entry
from spojka.base.ids import new_id
from spojka.links.doors import issue
from spojka.links.models import Link
from spojka.members import tidying
from spojka.members.actions import invitations
from spojka.members.models import Device, Invitation
from spojka.sheets import actions as sheets
from spojka.sheets.models import Sheet
from spojka.sheets.reading import Page

LONG = timedelta(days=400)
HOUR = timedelta(hours=1)


def sheet(by, service, *, days):
    at = timezone.now() - timedelta(days=days)
    known = {"by": by, "id": new_id(), "service": service, "team": None, "name": "kveten.csv", "at": at}
    made = sheets.bring(**known, file_hash="x", pages=[Page("1", [["1"]])])
    Sheet.objects.filter(pk=made.pk).update(recorded_at=at)
    return made


def tidied(capsys):
    call_command("tidy")
    return capsys.readouterr().out


def test_erases_brought_tables_after_a_week_though_nobody_comes(hana, teren, capsys):
    old, young = sheet(hana, teren, days=8), sheet(hana, teren, days=6)

    said = tidied(capsys)

    assert list(Sheet.objects.exclude(content=None)) == [young]
    assert Entry.objects.get(verb="sheet.forget", subject_id=old.pk).actor_id == "tidy"
    assert "týdnem: smazáno 1." in said


def test_erases_what_signing_in_leaves_behind(anna, capsys):
    now = timezone.now()
    for name, ends in (("over", now - HOUR), ("now", now + HOUR)):
        Session.objects.create(session_key=name, session_data="", expire_date=ends)
        Device(id=new_id(), user=anna.user, name=name, seen_at=now, ends_at=ends).add()
        AccessAttempt.objects.create(username=name, failures_since_start=1)
    AccessAttempt.objects.filter(username="over").update(attempt_time=now - HOUR)

    tidied(capsys)

    assert list(Session.objects.values_list("session_key", flat=True)) == ["now"]
    assert list(Device.objects.values_list("name", flat=True)) == ["now"]
    assert list(AccessAttempt.objects.values_list("username", flat=True)) == ["now"]


def test_erases_invitations_a_year_after_their_link(teren, capsys):
    now = timezone.now()
    for name, at in (("old", now - LONG), ("young", now)):
        link = issue(purpose=invitations.PURPOSE, token=name, at=at, lasts=invitations.LASTS)
        about = {"email": f"{name}@example.org", "name": name, "role": "field_worker", "recorded_by": "found"}
        Invitation(id=new_id(), organisation=teren.organisation, link=link, valid_from=at.date(), **about).add()

    tidied(capsys)

    assert list(Invitation.objects.values_list("name", flat=True)) == ["young"]
    assert Link.objects.count() == 1


def test_erases_expired_counts_of_attempts(db, monkeypatch):
    call_command("createcachetable", "cache", verbosity=0)
    counts = DatabaseCache("cache", {})
    counts.set("over", 1, timeout=1)
    counts.set("now", 1, timeout=600)
    monkeypatch.setattr(tidying, "cache", counts)

    assert tidying._attempts(timezone.now() + timedelta(seconds=60)) == 1
    assert counts.get("now") == 1


def test_refuses_where_the_database_hides_rows(db, monkeypatch):
    monkeypatch.setattr("spojka.access.fence.obstacle", lambda: "rows are hidden")

    with pytest.raises(CommandError, match="hidden"):
        call_command("tidy")
