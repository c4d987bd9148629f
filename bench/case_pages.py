"""Many entries of cases, and which pages to ask for: `python -m bench.case_pages 10000 200000`."""

import json
import os
import sys
from collections.abc import Callable
from datetime import timedelta
from random import Random

import django

from bench.cases import timed
from bench.search import bare as index_alone

TIMES = 200
WORDS = (
    "přišla včas a mluvila o bydlení", "škola volala kvůli omluvenkám", "domluvili jsme návštěvu bytu",
    "babička hlídá ve středu", "úřad práce chce potvrzení", "našla brigádu v prádelně",
)  # fmt: skip
SEARCHED = ("prádelna", "návštěva bytu", "babička", "potvrzení úřad", "zvláštní")


def fill(timeline: int, entries: int) -> tuple[str, str]:
    """Write the entries; return the long case and the person in it of whom the guest may know."""
    from django.db import connection
    from django.utils import timezone

    from spojka.cases.models import Case, Entry, Party
    from spojka.consents.models import KINDS
    from spojka.network.models import Service

    chance, now = Random(7), timezone.now()
    case = next(one for one in Case.objects.select_related("service") if one.called == "Rodina Janíkova")
    mother, guest = Party.objects.filter(case=case).order_by("joined_on", "pk")[0], Service.objects.get(kind="3836")

    def row(number: int, case: Case, about: Party, service: Service) -> Entry:
        text = f"{chance.choice(WORDS)}, č. {number}"
        text += " zvláštní" if number % 997 == 0 else ""
        mine = {"organisation_id": service.organisation_id, "service": service}
        at = now - timedelta(minutes=7 * number)
        return Entry(**mine, case=case, about=about, kind=int(chance.choice(KINDS)), at=at, text=text, written_by="x")

    Entry.add_all([row(n, case, mother, chance.choice([case.service, guest])) for n in range(timeline)])
    others = max(1, (entries - timeline) // 100)
    first = Case.objects.get(pk=case.pk)
    for number in range(others):
        mine = {"organisation_id": first.organisation_id, "service": first.service, "opened_in": first.service}
        file = {"year": 2020, "number": number + 1, "name": first.name, "of": "person", "way_in": "self"}
        one = Case(**mine, **file, regime="office", opened_on=now.date(), recorded_by="x").add()
        about = {"organisation_id": first.organisation_id, "service": first.service, "case": one}
        party = Party(**about, role="client", name=first.name, joined_on=now.date()).add()
        Entry.add_all([row(number * 100 + n, one, party, first.service) for n in range(100)])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return str(case.pk), str(mother.pk)


def session(person: str) -> str:
    from django.conf import settings
    from django.test import Client as Browser

    from spojka.network.models import Membership

    browser = Browser()
    member = Membership.objects.get(user__email__startswith=f"{person}@")
    browser.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return browser.cookies[settings.SESSION_COOKIE_NAME].value


def bare(case: str) -> float:
    """Thirty rows of the case by plain SQL."""
    from django.db import connection

    from spojka.cases.models import Entry

    plain = Entry.objects.values_list("pk", "at", "text", "kind", "about", "service")
    sql, params = plain.filter(case=case).order_by("-at", "-pk")[:30].query.sql_with_params()

    def ask() -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            cursor.fetchall()

    return timed(ask, TIMES)


def search_alone(person: str, words: tuple[str, ...], alone: Callable[[str], None]) -> dict[str, float]:
    """The page of the search box for somebody, and the index of the same words alone."""
    from django.conf import settings
    from django.test import Client as Browser

    from spojka.network.models import Membership

    settings.ALLOWED_HOSTS = ["testserver"]
    member, browser = Membership.objects.get(user__email__startswith=f"{person}@"), Browser()
    browser.force_login(member.user, backend="allauth.account.auth_backends.AuthenticationBackend")

    def ask(word: str) -> None:
        answer = browser.post(f"/{member.organisation.slug}/search/", {"q": word}, headers={"HX-Request": "true"})
        assert answer.status_code == 200

    took, plain = [], []
    for word in words:
        ask(word)
        took.append(timed(lambda word=word: ask(word), 40))
        plain.append(timed(lambda word=word: alone(word), 40))
    return {"p95": max(took), "bare": max(plain)}


def main() -> None:
    timeline, entries = map(int, sys.argv[1:3])
    case, mother = fill(timeline, entries)
    page = f"/podkrovi/cases/{case}/"
    deep = "?before=2026-11-01T00:00:00%2B00:00,00000000-0000-0000-0000-000000000000"
    pages = {
        "timeline": {
            "first": page, "deep": page + deep, "person": f"{page}?about={mother}", "words": f"{page}?text=babička",
        },
    }  # fmt: skip
    said = {"sessions": [session("filip")], "pages": pages, "bare": {"timeline": bare(case)}}
    found = search_alone("marie", SEARCHED, lambda word: index_alone(word, "entry_words", "cases_entry"))
    print(json.dumps(said | {"search": found}))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    main()
