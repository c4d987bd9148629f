"""One command sends the letters of all packages; one that breaks does not keep the others back."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from spojka.mail import reminders


@pytest.fixture
def sources(monkeypatch):
    monkeypatch.setattr(reminders, "SOURCES", {})


def broken(at):
    yield True
    raise RuntimeError("this breaks")


def test_every_package_that_asked_is_run():
    assert {"caseplans", "statements"} <= set(reminders.SOURCES)


def test_one_that_breaks_is_told_and_the_others_go(db, sources, caplog):
    reminders.register("first", broken)
    reminders.register("second", lambda at: iter([True, False]))
    said = StringIO()

    with pytest.raises(CommandError, match="first"):
        call_command("remind", stdout=said)

    assert "second: dopisů 2, odešlo 1" in said.getvalue()
    assert "first: dopisů 1" in said.getvalue()


def test_a_name_is_taken_once(sources):
    reminders.register("first", broken)
    reminders.register("first", broken)
    with pytest.raises(ValueError, match="already"):
        reminders.register("first", lambda at: [])
