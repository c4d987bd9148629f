"""Sending one letter."""

import logging
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation

log = logging.getLogger("spojka.mail")


def send(template: str, *, to: str, calendar: tuple[str, bytes] | None = None, **said: Any) -> bool:
    """Send the letter and return whether it left this machine.

    `calendar` is the method and the file of an event: programs that know calendars show it beside the text.
    """
    with translation.override(settings.LANGUAGE_CODE):
        subject, _line, body = render_to_string(template, said).strip().partition("\n")
    try:
        letter = EmailMultiAlternatives(" ".join(subject.split()), body.strip() + "\n", to=[to])
        if calendar:
            method, file = calendar
            letter.attach_alternative(file.decode(), f"text/calendar; method={method}")
            letter.attach("setkani.ics", file.decode(), "text/calendar")
        letter.send()
    except (OSError, SMTPException, ValueError) as fault:  # a ValueError is an address no server takes
        log.error("mail was not sent", exc_info=fault, extra={"error": type(fault).__name__})
        return False
    return bool(settings.MAIL_IS_SENT)
