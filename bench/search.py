"""Search among many contacts, through the page, in turns with the bare query of the index alone.

BENCH_ENCOUNTERS=500000 says how many. p95_ms: of all kinds of words together; each kind has its own p50. bare: the
same words asked of the table of the index (FTS5) or of the GIN index, the newest eight, without rights, rows and page.
"""

import json
import os
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median

ENCOUNTERS = int(os.environ.get("BENCH_ENCOUNTERS", "500000"))
ROUNDS, TIMES = 3, 20


def say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def p95(took: list[float]) -> float:
    return sorted(took)[int(len(took) * 0.95)] * 1000


def timed(do) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def furnish() -> None:
    """Build the demonstration with so many contacts, as migrations make the tables."""
    from django.core.management import call_command

    for command in (["migrate"], ["createcachetable"], ["load_codelists"], ["demo"]):
        call_command(*command, verbosity=0)
    multiply()
    optimise()


def multiply() -> None:
    """Repeat the contacts of the demonstration on earlier days, words and all: a search reads no more of them."""
    from django.db import connection, transaction

    from spojka.encounters.models import Encounter

    plain = connection.ops.quote_name
    names = [field.column for field in Encounter._meta.concrete_fields if field.column not in ("id", "day")]
    columns = ", ".join(map(plain, names))
    lite = connection.vendor == "sqlite"
    id, day = ("lower(hex(randomblob(16)))", "date(day, %s)") if lite else ("gen_random_uuid()", "day + %s::interval")
    sql = f"INSERT INTO encounters_encounter (id, day, {columns}) SELECT {id}, {day}, {columns} FROM first_ones"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE first_ones AS SELECT * FROM encounters_encounter")
        for number in range(ENCOUNTERS // max(1, Encounter.objects.count())):
            cursor.execute(sql, [f"-{number + 1} day"])


def optimise() -> None:
    """Let the database know its tables, as it would after a night's work."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def head_of_most():
    """Return the head of the service that has most contacts, and an old code of it."""
    from django.db.models import Count

    from spojka.access.actor import Actor
    from spojka.clients.models import Client
    from spojka.encounters.models import Encounter
    from spojka.network.models import Membership

    most = Encounter.objects.values("service").annotate(n=Count("pk")).order_by("-n").first()
    say(f"{Encounter.objects.count()} contacts, {most['n']} of them in the service that searches")
    members = Membership.objects.filter(services=most["service"], role__in=["service_head", "field_worker"])
    code = (
        Client.objects.filter(service=most["service"]).order_by("recorded_at").values_list("code", flat=True).first()
    )
    return Actor.member(members.order_by("role", "pk").first()), most["service"], code


def words_of(service) -> dict[str, list[str]]:
    """Return rare and common words of notes, as they stand in them."""
    from collections import Counter

    from spojka.encounters.models import Encounter
    from spojka.search.asked import Asked
    from spojka.search.stems import split

    notes = Encounter.objects.filter(service=service).exclude(note="").order_by("-day")
    counts = Counter(word for note in notes.values_list("note", flat=True)[:50_000] for word in split(note))
    by_use = [word for word, _count in counts.most_common() if len(word) > 3 and Asked.of(word).words]  # no day's name
    return {"common": by_use[:3], "rare": by_use[-3:]}


@contextmanager
def signed_in(actor):
    from django.conf import settings
    from django.test import Client as Browser

    settings.ALLOWED_HOSTS = ["testserver"]
    browser = Browser()
    browser.force_login(actor.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    yield lambda typed: browser.post(
        f"/{actor.organisation.slug}/search/", {"q": typed}, headers={"HX-Request": "true"}
    )


def bare(typed: str, index: str = "encounter_words", table: str = "encounters_encounter") -> None:
    from spojka.search.asked import Asked

    by_index(Asked.of(typed).match(private="_p", newest=8), index, table)


def by_index(match, index: str, table: str) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                f"SELECT rowid FROM {index} WHERE {index} MATCH %s ORDER BY rowid DESC LIMIT 8",
                [match.fts5()],
            )
        else:
            from spojka.search.columns import VECTOR

            vector = VECTOR.format(column="words")
            sql = f"SELECT id FROM {table} WHERE {vector} @@ %s::tsquery LIMIT 8"
            cursor.execute(sql, [match.tsquery()])
        cursor.fetchall()


def measured() -> dict[str, float]:
    actor, service, code = head_of_most()
    # a word of lists stands in most contacts; a code is typed letter by letter
    asked = words_of(service) | {"listed": ["základní", "poradenství"], "code": [code[:3], code[:5], code]}
    asked |= {"nothing": ["xyzzy"], "day": ["sobota", "12. 6."]}
    say(", ".join(f"{kind}: {len(words)}" for kind, words in asked.items()))
    took, plain = {kind: [] for kind in asked}, []
    with signed_in(actor) as ask:
        for words in asked.values():
            for word in words:
                assert ask(word).status_code == 200
        for _round in range(ROUNDS):
            for kind, words in asked.items():
                took[kind] += [timed(lambda word=word: ask(word)) for word in words for _time in range(TIMES)]
                if kind in ("common", "rare"):
                    plain += [timed(lambda word=word: bare(word)) for word in words for _time in range(TIMES)]
    every = [one for some in took.values() for one in some]
    found = {f"{kind}.p50_ms": median(some) * 1000 for kind, some in took.items()} | {
        f"{kind}.p95_ms": p95(some) for kind, some in took.items()
    }
    found |= {"p95_ms": p95(every), "bare.p95_ms": p95(plain), "ratio": median(every) / median(plain)}
    return {key: round(value, 3) for key, value in found.items()} | {"encounters": ENCOUNTERS}


def main() -> None:
    import django

    with tempfile.TemporaryDirectory(prefix="spojka-bench-", dir=os.environ.get("BENCH_DIR")) as room:
        kept = os.environ.get("BENCH_KEEP")  # a room that stands already, for one who tunes
        os.environ["SPOJKA_DATA"] = kept or room
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{kept or room}/spojka.sqlite3")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        django.setup()
        from spojka.network.models import User
        from spojka.web.preparing import collect

        Path(kept or room).mkdir(exist_ok=True)
        if not (kept and (Path(kept) / "spojka.sqlite3").exists() and User.objects.exists()):
            furnish()
        collect()
        print(json.dumps(measured()))


if __name__ == "__main__":
    main()
