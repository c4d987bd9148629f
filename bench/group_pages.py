"""Many groups with their minutes, and which pages to ask for: `python -m bench.group_pages 200 50 30`."""

import json
import os
import sys
from datetime import timedelta
from random import Random

import django

from bench.case_pages import search_alone, session
from bench.cases import timed
from bench.search import by_index

TIMES = 200
WORDS = (
    "V ulici jsme byli šestkrát, vyřešila to domluva", "Kdo je teď správcem domu a má jeho telefon",
    "Deratizace proběhla, druhé kolo bude za měsíc", "Stříkačky se nejvíc nacházejí za lavičkami",
    "Hlídky zařadíme ve čtvrtek a v pátek odpoledne", "Beseda o nikotinu byla v pěti třídách",
)  # fmt: skip
SEARCHED = ("stříkačky", "správce domu", "deratizace", "hlídka čtvrtek", "fotopast")
KINDS = ("heading", "item", "statement", "statement", "question", "task")
OPEN = 0.02  # of questions and tasks


def fill(groups: int, meetings: int, items: int) -> tuple[str, str]:
    """Write them; return the last meeting of the first group, and that group."""
    from django.db import connection
    from django.utils import timezone

    from spojka.access.models import Basis, Grant
    from spojka.access.permissions import Kind, Level
    from spojka.base.ids import new_id
    from spojka.base.sealed import seal
    from spojka.groups.models import Group
    from spojka.meetings.models import MatterAnswer, Meeting, MinutesLine
    from spojka.network.models import Service

    chance, now = Random(7), timezone.now()
    service, title = Service.objects.get(organisation__slug="policie-lipovec"), seal("Buňka")
    mine, texts = service.ownership, [seal(text) for text in (*WORDS, f"{WORDS[0]}, fotopast je volná")]
    first = ""
    for number in range(groups):
        told = {"name": f"Buňka {number}", "kind": "cell", "purpose": "x", "begun_on": now.date()}
        group = Group(**mine, **told, founded_by="x").add()
        about = {"subject_id": group.pk, "grantee_id": service.pk, "holder": service, "kinds": Kind.WORK}
        Grant(**about, level=Level.CONTRIBUTE, basis=Basis.PARTICIPATION, starts_at=now).add()
        held = {"held_for": group.pk, "needs": "working_group.view", "kind": "meeting", "called_as": title}
        many = [
            Meeting(**mine, **held, minutes=90, starts_at=now - timedelta(days=30 * n - 5), called_by="x")
            for n in range(meetings)
        ]
        Meeting.add_all(many)
        rows = []
        for one in many[1:]:
            above = None
            for n in range(items):
                text = texts[-1] if chance.random() < 0.001 else texts[n % len(WORDS)]
                said = {"line": new_id(), "after": above, "number": 1, "sent": new_id(), "at": one.starts_at}
                rows.append(
                    MinutesLine(**mine, **said, meeting=one, kind=KINDS[n % len(KINDS)], text=text, written_by="x")
                )
                above = rows[-1].line
        MinutesLine.add_all(rows)
        done = [row for row in rows if row.kind in ("question", "task") and chance.random() > OPEN]
        answer = {"outcome": "done", "text": texts[0], "at": now, "answered_by": "x"}
        MatterAnswer.add_all([MatterAnswer(**mine, **answer, meeting=row.meeting, line=row.line) for row in done])
        first = first or f"{many[0].pk} {group.pk}"
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    meeting, group_id = first.split()
    return meeting, group_id


def bare(group: str) -> float:
    """What one agenda shows of open matters, by plain SQL."""
    from django.db import connection

    from spojka.meetings.models import MinutesLine

    plain = MinutesLine.objects.open().filter(meeting__held_for=group).values_list("pk", "kind", "text", "due_on")
    sql, params = plain.order_by("at", "pk")[:30].query.sql_with_params()

    def ask() -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            cursor.fetchall()

    return timed(ask, TIMES)


def index(word: str) -> None:
    """The index of minutes alone, without rights, rows and page."""
    from spojka.search.asked import Asked
    from spojka.search.blind import marked

    by_index(marked(Asked.of(word), newest=8), "minutesline_words", "meetings_minutesline")


def main() -> None:
    meeting, group = fill(*map(int, sys.argv[1:4]))
    at = "/policie-lipovec/"
    pages = {
        "agenda": f"{at}meetings/{meeting}/", "group": f"{at}working-groups/{group}/",
        "list": f"{at}working-groups/?page=3", "today": at,
    }  # fmt: skip
    said = {"sessions": [session("josef")], "pages": pages, "bare": bare(group)}
    print(json.dumps(said | {"search": search_alone("josef", SEARCHED, index)}))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    main()
