"""Furnish an empty database for the phones: `python -m bench.prepare` prints sessions, the path and the fields."""

import json
import os
from datetime import timedelta

import django

PHONES = 50


def main() -> None:
    from django.conf import settings
    from django.test import Client
    from django.utils import timezone

    from spojka.codelists.catalogue import catalogue
    from tests import make

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    service = make.service(organisation=make.organisation(slug="bench"), kind="nightlife")
    now = timezone.now()
    shift = make.shift(
        service, day=timezone.localdate(), planned_start=now - timedelta(hours=1),
        planned_end=now + timedelta(hours=9),
        started_at=now - timedelta(hours=1),
    )  # fmt: skip
    sessions = []
    for _number in range(PHONES):
        browser = Client()
        browser.force_login(make.member(service).user, backend="allauth.account.auth_backends.AuthenticationBackend")
        sessions.append(browser.cookies[settings.SESSION_COOKIE_NAME].value)
    acts = [item.code for item in catalogue(service, shift.day).items("act")[:3]]
    fields = {"side": "anonymous", **{f"acts-{code}": "1" for code in acts}}
    print(json.dumps({"sessions": sessions, "path": f"/bench/shifts/{shift.pk}/encounters/new/", "fields": fields}))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    main()
