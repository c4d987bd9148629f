"""A stock with years behind it: `python -m bench.stocked fill|count|ask` beside a demonstration.

`fill` writes BENCH_MOVEMENTS (a million) movements of one service: nine of ten are hand-outs of contacts. `count`
adds a stock-taking of each location for each quarter. `late` writes contacts of today that no closing has seen. `ask`
prints pages and sessions. Contacts are not found by words: that costs more than all the rest, and no page asks here.
"""

import json
import os
import sys
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

import django

MOVEMENTS = int(os.environ.get("BENCH_MOVEMENTS", "1000000"))
LAST = date(2026, 6, 30)
DAYS = 5 * 365
CODES = (
    "syringe_05", "syringe_1", "syringe_2", "needle", "sterile_water", "injecting_filter", "alcohol_swab", "condom",
    "ascorbic_acid", "capsule", "foil", "leaflet",
)  # fmt: skip
EACH = 3  # hand-outs of one contact
READERS, TIMES = ("gita", "bara"), 5
NOON = time(12, tzinfo=UTC)


def at(day: date, minutes: int) -> datetime:
    return datetime.combine(day, NOON) + timedelta(minutes=minutes)


def service():
    from spojka.network.models import Service

    return Service.objects.get(name="K-centrum Zastávka")


def locations() -> list:
    from spojka.stock.models import Location

    of = service()
    for name, kind in (("Sklad A", "store"), ("Sklad B", "store"), ("Auto A", "van"), ("Batoh A", "backpack")):
        if not Location.objects.filter(service=of, name=name).exists():
            Location(**of.ownership, name=name, kind=kind, recorded_by="bench").add()
    return list(Location.objects.filter(service=of, name__endswith=" A").order_by("-kind", "pk"))


def contacts(shift: dict, day: date, many: int):
    """Yield the rows of contacts of one shift, with what each handed out."""
    from spojka.base.ids import new_id
    from spojka.encounters.models import Encounter, Handout

    owner = {name: shift[name] for name in ("organisation_id", "service_id", "team_id")}
    for number in range(many):
        id, then = new_id(), at(day, number % 300)
        said = {"id": id, "shift_id": shift["id"], "day": day, "side": "anonymous", "occurred_at": then}
        yield Encounter, owner | said | {"recorded_by": "bench", "recorded_at": then, "words": ""}
        for place in range(EACH):
            code = CODES[(number + 5 * place) % len(CODES)]
            yield Handout, owner | {"encounter_id": id, "code": code, "quantity": 1 + number % 10, "id": new_id()}


def shift_of(day: date, hour: int, place) -> dict:
    from spojka.base.ids import new_id

    start = at(day, 60 * hour - 30)
    ends = start + timedelta(hours=6)
    said = {"planned_start": start, "planned_end": ends, "started_at": start, "ended_at": ends, "closed_at": ends}
    owner = {"organisation_id": place.organisation_id, "service_id": place.service_id, "team_id": None}
    return owner | said | {"id": new_id(), "place_id": place.pk, "day": day, "setting": "drop_in", "words": ""}


def fill() -> None:
    from django.db import transaction

    from spojka.base.ids import new_id
    from spojka.demo.rows import Rows
    from spojka.encounters.models import Encounter, Handout, Shift
    from spojka.places.models import Place
    from spojka.stock.models import Movement, ShiftStock

    place = Place.objects.filter(service=service()).order_by("pk").first()
    where = locations()
    rows = Rows(Shift, Encounter, Handout, ShiftStock, Movement)
    plain = MOVEMENTS // 10
    many = max(1, (MOVEMENTS - plain) // (DAYS * len(where) * EACH))
    owner = service().ownership | {"team_id": None}
    store = where[0].pk
    with transaction.atomic():
        for number in range(DAYS):
            day = LAST - timedelta(days=number)
            for hour, location in enumerate(where):
                shift = shift_of(day, hour, place)
                rows.add(Shift, shift)
                rows.add(ShiftStock, owner | {
                    "id": new_id(), "shift_id": shift["id"], "location_id": location.pk, "day": day,
                    "recorded_by": "bench",
                })  # fmt: skip
                for model, said in contacts(shift, day, many):
                    rows.add(model, said)
            for step in range(plain // DAYS):
                ends = [(None, store), (store, where[1 + step % 2].pk)][step % 2]
                rows.add(Movement, owner | {
                    "id": new_id(), "kind": ("delivery", "issue")[step % 2], "code": CODES[step % len(CODES)],
                    "quantity": 40, "source_id": ends[0], "target_id": ends[1], "occurred_at": at(day, step),
                    "recorded_by": "bench",
                })  # fmt: skip
            if rows.are_many():
                rows.flush()
        rows.flush()
    print(json.dumps({"handouts": Handout.objects.count(), "movements": Movement.objects.count()}))


def count() -> None:
    """Count each location at the end of each quarter, one item after another found by a few pieces off."""
    from spojka.stock.models import Count, Taking

    for quarter in range(DAYS // 91):
        for number, location in enumerate(locations()):
            then = at(LAST - timedelta(days=40 + 91 * quarter + number), 600)
            taking = Taking(**location.ownership, location=location, taken_at=then, recorded_by="bench").add()
            same = {"taking": taking, "location": location, "counted_at": then, "expected": 500}
            Count.add_all([Count(**location.ownership, **same, code=code, quantity=495) for code in CODES])
    print("{}")


def late() -> None:
    """Write a day's contacts that came since the sums were closed."""
    from spojka.encounters.models import Encounter, Handout, Shift

    shift = Shift.objects.filter(service=service(), day=LAST).order_by("pk").first()
    owner = {"organisation_id": shift.organisation_id, "service_id": shift.service_id, "team_id": None}
    made = list(contacts(owner | {"id": shift.pk}, LAST, 200))
    for model in (Encounter, Handout):
        model.objects.bulk_create(islice((model(**said) for kind, said in made if kind is model), 10_000))
    print("{}")


def ask() -> None:
    from django.conf import settings
    from django.test import Client as Browser

    from spojka.network.models import Membership

    sessions = []
    for number in range(TIMES * len(READERS)):
        member = Membership.objects.get(user__email__startswith=f"{READERS[number % len(READERS)]}@")
        browser = Browser()
        browser.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
        sessions.append(browser.cookies[settings.SESSION_COOKIE_NAME].value)
    query = f"service={service().pk}"
    pages = {
        "balances": f"/zastavka/stock/?{query}",
        "item": f"/zastavka/stock/items/condom/?{query}&month={LAST:%Y-%m}",
        "item of old": f"/zastavka/stock/items/condom/?{query}&month={LAST.year - 4}-03",
        "differences": f"/zastavka/stock/differences/?{query}",
    }
    print(json.dumps({"sessions": sessions, "pages": pages}))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    {"fill": fill, "count": count, "late": late, "ask": ask}[sys.argv[1]]()
