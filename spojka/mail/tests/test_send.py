"""Letters leave, or it is said that they did not."""

from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.management import CommandError, call_command

from spojka.mail import letters


def broken(*_args, **_more):
    raise SMTPRecipientsRefused({"jana@example.org": (550, b"no")})


def test_the_first_line_is_the_subject():
    assert letters.send("mail/test.txt", to="jana@example.org")

    (letter,) = mail.outbox
    assert letter.subject == "Spojka: zkušební dopis"
    assert letter.body.startswith("Dobrý den,")


def test_a_server_that_refuses_breaks_nothing_and_no_address_is_logged(monkeypatch, caplog):
    monkeypatch.setattr("django.core.mail.EmailMessage.send", broken)

    with caplog.at_level("ERROR", logger="spojka.mail"):
        assert letters.send("mail/test.txt", to="jana@example.org") is False
    assert [record.getMessage() for record in caplog.records] == ["mail was not sent"]


def test_without_a_server_nobody_is_told_that_it_left(settings):
    settings.MAIL_IS_SENT = False

    assert letters.send("mail/test.txt", to="jana@example.org") is False


def test_the_command_says_how_it_went(capsys, settings, monkeypatch):
    call_command("letter", "jana@example.org")
    assert "Dopis odešel" in capsys.readouterr().out

    with pytest.raises(CommandError):
        call_command("letter", "jana")
    monkeypatch.setattr("django.core.mail.EmailMessage.send", broken)
    with pytest.raises(CommandError, match="nepřijal"):
        call_command("letter", "jana@example.org")
    settings.MAIL_IS_SENT, settings.EMAIL_FILE_PATH = False, "/data/mail"
    with pytest.raises(CommandError, match="SPOJKA_SMTP"):
        call_command("letter", "jana@example.org")
