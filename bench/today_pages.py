"""A coordinator with many open matters, and the page Today of theirs: `python -m bench.today_pages 2000`."""

import json
import os
import sys
from datetime import timedelta

import django

from bench.case_pages import session
from bench.cases import timed

TIMES = 100


def fill(many: int) -> None:
    """Half of the matters are terms of courts, three in ten passed terms of plans, the rest questions."""
    from django.db import connection
    from django.utils import timezone

    from spojka.base.ids import new_id
    from spojka.base.sealed import seal
    from spojka.caseplans.models import Part, Plan
    from spojka.cases.models import Case, Party
    from spojka.network.models import Membership, Service
    from spojka.statements.models import Reply, Statement

    now, marie = timezone.now(), Membership.objects.get(user__email__startswith="marie@")
    today, service, guest = timezone.localdate(now), marie.services.get(), Service.objects.get(kind="3836")
    mine = {"organisation_id": service.organisation_id, "service": service}
    file = {"of": "person", "way_in": "self", "regime": "office", "opened_on": today, "recorded_by": "x"}
    file |= {"opened_in": service, "year": 2019, "coordinator": marie}
    courts, plans = many // 2, many * 3 // 10

    def case(number: int) -> Case:
        court = today + timedelta(days=1 + number % 20) if number < courts else None
        return Case(**mine, **file, number=number + 1, name=seal(f"Rodina č. {number}"), court_until=court)

    cases = [case(number) for number in range(many)]
    Case.add_all(cases)
    said = {"role": "client", "name": seal("Klient"), "joined_on": today}
    parties = [Party(**mine, **said, case=one) for one in cases[courts:]]
    Party.add_all(parties)
    agreed = {"number": 1, "kind": "final", "state": "agreed", "started_by": "x", "agreed_at": now, "agreed_by": "x"}
    whole = [Plan(**mine, **agreed, case=one) for one in cases[courts : courts + plans]]
    Plan.add_all(whole)
    text = {"texts": seal(json.dumps({"text": "vlastní pokoj"})), "wording": 1, "written_by": "x"}
    parts = []
    for number, plan in enumerate(whole):
        of_plan = {"case_id": plan.case_id, "plan": plan, **mine, **text}
        late = today - timedelta(days=1 + number % 30)
        parts += [Part(**of_plan, kind="head", key=new_id()), Part(**of_plan, kind="goal", key=new_id(), term=late)]
    Part.add_all(parts)
    about = {"kind": 1, "at": now, "written_by": "x"}
    asked = list(zip(cases[courts + plans :], parties[plans:], strict=True))
    statements = [
        Statement(**mine, **about, case=c, about=p, source="professional", text="Spolupracuje.") for c, p in asked
    ]
    Statement.add_all(statements)
    theirs = {"organisation_id": guest.organisation_id, "service": guest}
    question = {"what": "question", "text": seal("V čem?")}
    told = [{"case_id": one.case_id, "about_id": one.about_id, "statement": one} for one in statements]
    Reply.add_all([Reply(**theirs, **about, **question, **one) for one in told])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def bare() -> float:
    """The twenty soonest of each kind by plain SQL."""
    from django.db import connection

    from spojka.caseplans.models import Part
    from spojka.cases.models import Case
    from spojka.statements.models import Reply

    asked = [
        Case.objects.exclude(court_until=None).order_by("court_until", "pk")[:20],
        Part.objects.exclude(term=None).order_by("term", "pk")[:20],
        Reply.objects.filter(what="question").order_by("recorded_at", "pk")[:20],
    ]
    plain = [one.query.sql_with_params() for one in asked]

    def ask() -> None:
        with connection.cursor() as cursor:
            for sql, params in plain:
                cursor.execute(sql, params)
                cursor.fetchall()

    return timed(ask, TIMES)


def main() -> None:
    fill(int(sys.argv[1]))
    print(json.dumps({"sessions": [session("marie")], "path": "/mesto-lipovec/", "bare": bare()}))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    main()
