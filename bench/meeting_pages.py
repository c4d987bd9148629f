"""Many meetings with their minutes, and which pages to ask for: `python -m bench.meeting_pages 1000 60`."""

import json
import os
import sys
from datetime import timedelta
from random import Random

import django

from bench.case_pages import session
from bench.cases import timed

TIMES = 200
PEOPLE = 20


def fill(meetings: int, lines: int) -> tuple[str, str]:
    """Write them into the series of the demonstration; return the series and its last meeting."""
    from django.db import connection
    from django.utils import timezone

    from spojka.base.ids import new_id
    from spojka.base.sealed import seal
    from spojka.meetings.models import Invited, MatterAnswer, Meeting, MeetingSeries, MinutesLine

    chance, now, series = Random(7), timezone.now(), MeetingSeries.objects.get(kind="team")
    mine, text = series.ownership, seal("Okno v kanceláři opravíme do konce měsíce.")
    told = {"series": series, "held_for": series.held_for, "kind": "team", "called_as": series.called_as}
    many = [
        Meeting(**mine, **told, minutes=90, starts_at=now - timedelta(days=n + 1), called_by="x")
        for n in range(meetings)
    ]
    Meeting.add_all(many)
    rows: list[MinutesLine] = []
    for one in many:
        above = None
        for n in range(lines):
            said = {"line": new_id(), "after": above, "number": 1, "sent": new_id(), "at": one.starts_at}
            kind = "task" if n % 10 == 0 else "statement"
            rows.append(MinutesLine(**mine, **said, meeting=one, kind=kind, text=text, written_by="x"))
            above = rows[-1].line
    MinutesLine.add_all(rows)
    done = [row for row in rows if row.kind == "task" and chance.random() < 0.9]
    MatterAnswer.add_all(
        [
            MatterAnswer(
                **mine, meeting=row.meeting, line=row.line, outcome="done", text=text, at=now, answered_by="x"
            )
            for row in done
        ]
    )
    people = [Invited(**mine, meeting=one, name=text, presence="came", added_by="x") for one in many]
    Invited.add_all(
        [Invited(**mine, meeting=p.meeting, name=text, added_by="x") for p in people for _ in range(PEOPLE)]
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return str(series.pk), str(many[0].pk)


def bare(meeting: str) -> float:
    """The lines of one meeting by plain SQL."""
    from django.db import connection

    from spojka.meetings.models import MinutesLine

    plain = MinutesLine.objects.values_list("pk", "line", "after", "number", "kind", "text")
    sql, params = plain.filter(meeting=meeting).order_by("number", "pk").query.sql_with_params()

    def ask() -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            cursor.fetchall()

    return timed(ask, TIMES)


def main() -> None:
    series, meeting = fill(*map(int, sys.argv[1:3]))
    at = "/zastavka/meetings/"
    pages = {
        "list": at, "past": f"{at}?when=past&page=20", "series": f"/zastavka/meeting-series/{series}/",
        "meeting": f"{at}{meeting}/", "minutes": f"{at}{meeting}/minutes/", "state": f"{at}{meeting}/minutes/state/",
        "today": "/zastavka/",
    }  # fmt: skip
    print(json.dumps({"sessions": [session("hana")], "pages": pages, "bare": bare(meeting)}))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    main()
