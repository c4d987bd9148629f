"""Which pages to ask for, and by whom: `python -m bench.pages` prints addresses and sessions of the demonstration.

`bare` are the milliseconds that the rows of a first page take by plain SQL, as the 95th percentile of many times.
"""

import json
import os
from time import perf_counter
from uuid import UUID

import django

from spojka.base.sorting import by_name

READERS = ("hana", "gita", "bara", "anna", "vit", "radek")  # one reads the house, one leads it, the rest work in it
PHONES = 10
TIMES = 200


def main() -> None:
    from django.conf import settings
    from django.test import Client as Browser

    from spojka.network.models import Membership

    sessions = []
    for number in range(PHONES):
        member = Membership.objects.get(user__email__startswith=f"{READERS[number % len(READERS)]}@")
        browser = Browser()
        browser.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
        sessions.append(browser.cookies[settings.SESSION_COOKIE_NAME].value)
    print(json.dumps({"sessions": sessions, "pages": {"list": lists(), "timeline": timelines()}, "bare": bare()}))


def lists() -> dict[str, str]:
    """Lists as the house's reader sees them: first, deep and last pages, and each filter."""
    from spojka.encounters.models import Encounter
    from spojka.events.models import Event
    from spojka.network.models import Membership
    from spojka.places.models import Place

    middle = Encounter.objects.order_by("-day")[Encounter.objects.count() // 2].day
    place = Place.objects.filter(service__name="K-centrum Zastávka").order_by("recorded_at", "pk").first()
    reader = Membership.objects.get(user__email__startswith=f"{READERS[0]}@")
    team = Membership.objects.filter(services__in=reader.services.all()).exclude(pk=reader.pk)
    worker = team.order_by(by_name("user__name"), "pk").first()  # only colleagues of one's own services are offered
    event = Event.objects.order_by("starts_on", "pk").first()
    asked = {
        "plain": "",
        "deep": "?page=1500",
        "last": "?page=999999",
        "day": f"?since={middle}&until={middle}",
        "until": f"?until={middle}",
        "place": f"?place={place.pk}",
        "worker": f"?worker={worker.pk}",
        "event": f"?event={event.pk}",
        "side": "?side=tally",
        "theme": "?theme=hearing",
        "material": "?material=earplugs",
        "late": "?state=late",
        "corrected": "?state=corrected",
        "voided": "?state=voided",
    }
    found = {f"encounters {name}": f"/zastavka/encounters/{words}" for name, words in asked.items()}
    others = {"shifts": "shifts/", "clients": "clients/", "clients deep": "clients/?page=60", "events": "events/"}
    return found | {name: f"/zastavka/{path}" for name, path in others.items()}


def often() -> UUID:
    """The client who came most often."""
    from django.db.models import Count

    from spojka.encounters.models import Encounter

    coded = Encounter.objects.exclude(client=None).order_by().values("client")
    return coded.annotate(times=Count("pk")).order_by("-times", "client").first()["client"]


def timelines() -> dict[str, str]:
    """That client's first, deep and last pages."""
    page = f"/zastavka/clients/{often()}/"
    return {"first": page, "deep": f"{page}?page=90", "last": f"{page}?page=999999"}


def bare() -> dict[str, float]:
    """Fifty rows as they stand in the table, in the order of the page."""
    from django.db import connection

    from spojka.encounters.models import Encounter
    from spojka.network.models import Organisation

    columns = ("pk", "day", "occurred_at", "side", "people", "shift", "client", "recorded_by")
    rows = Encounter.objects.values_list(*columns)
    house = rows.filter(organisation=Organisation.objects.get(slug="zastavka"), voided_at=None)
    asked = {
        "list": house.order_by("-day", "-occurred_at", "-pk")[:50],
        "timeline": rows.filter(client=often()).order_by("-occurred_at", "-pk")[:50],
    }
    found = {}
    for kind, of in asked.items():
        sql, params = of.query.sql_with_params()
        took = []
        for _time in range(TIMES):
            began = perf_counter()
            with connection.cursor() as cursor:
                cursor.execute(sql, params)
                cursor.fetchall()
            took.append(perf_counter() - began)
        found[kind] = sorted(took)[int(TIMES * 0.95)] * 1000
    return found


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    main()
