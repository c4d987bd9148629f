"""Furnish a contact room with very many clients: `python -m bench.room` prints sessions, paths and codes."""

import json
import os
from datetime import timedelta

import django

CLIENTS = int(os.environ.get("BENCH_CLIENTS", "20000"))
EACH = int(os.environ.get("BENCH_EACH", "6"))
TABLES = int(os.environ.get("BENCH_TABLES", "5"))


def main() -> None:
    from django.conf import settings
    from django.test import Client as Browser
    from django.utils import timezone

    from spojka.clients.models import Client
    from tests import make

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    service = make.service(organisation=make.organisation(slug="bench"), kind="3856")
    now = timezone.now()
    times = {"planned_start": now - timedelta(hours=1), "planned_end": now + timedelta(hours=9)}
    usual = {"setting": "drop_in", "place": make.place(service)}
    shift = make.shift(service, day=timezone.localdate(), started_at=now - timedelta(hours=1), **usual, **times)
    codes = [f"KOD{number:05d}" for number in range(CLIENTS)]
    clients = [Client(**service.ownership, code=code, recorded_by="bench") for code in codes]
    Client.objects.bulk_create(clients, batch_size=2000)
    for back in range(1, EACH + 1):
        fill(make.shift(service, day=shift.day - timedelta(days=back), **usual), clients)
    sessions = []
    for _number in range(TABLES):
        browser = Browser()
        browser.force_login(make.member(service).user, backend="allauth.account.auth_backends.AuthenticationBackend")
        sessions.append(browser.cookies[settings.SESSION_COOKIE_NAME].value)
    find, save = f"/bench/counter/{shift.pk}/find/", f"/bench/shifts/{shift.pk}/encounters/new/"
    print(json.dumps({"sessions": sessions, "find": find, "save": save, "codes": codes}))


def fill(shift, clients) -> None:
    """Let each of the clients have an exchange in the shift."""
    from spojka.encounters.models import Act, Encounter, Handout, Side, TakenBack

    at = shift.start + timedelta(hours=1)
    told = {"shift": shift, "day": shift.day, "side": Side.CODE, "occurred_at": at, "recorded_by": "bench"}
    met = [Encounter(**shift.ownership, **told, client=client, user_kind="problem") for client in clients]
    Encounter.objects.bulk_create(met, batch_size=2000)
    own = shift.ownership
    rows = {
        Act: [Act(**own, encounter=one, code="VP", minutes=5) for one in met],
        Handout: [Handout(**own, encounter=one, code=c, quantity=5) for one in met for c in ("syringe_1", "foil")],
        TakenBack: [TakenBack(**own, encounter=one, code="syringe_1", quantity=4) for one in met],
    }
    for model, made in rows.items():
        model.objects.bulk_create(made, batch_size=2000)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    main()
