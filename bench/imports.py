"""Bring a messy table in: reading, checking and saving, beside a bare insert of the same rows into the same tables.

rows_per_s: all rows of the table, from its bytes to saved contacts. check_rows_per_s, save_rows_per_s: its two halves.
bare_rows_per_s: the very rows that saving made, inserted by one statement a row in portions as large as ours. ratio:
save to bare, measured in the same run.
"""

import json
import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

ROWS = int(os.environ.get("BENCH_ROWS", "4000"))
TABLES = {  # table: the column that leads from it to the contact
    "encounters_encounter": "id", "encounters_act": "encounter_id", "encounters_handout": "encounter_id",
    "encounters_topic": "encounter_id", "sheets_origin": "encounter_id",
}  # fmt: skip


def measured() -> dict[str, float]:
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from django.utils import timezone

    from spojka.base.ids import new_id
    from spojka.codelists import load
    from spojka.sheets import actions, reading
    from spojka.sheets.plan import Plan
    from spojka.sheets.proposing import propose
    from spojka.sheets.table import table
    from spojka.sheets.tests import generator
    from tests import make

    load.load()
    service = make.service(organisation=make.organisation(slug="bench"), kind="nightlife")
    by, place = make.member(service, role="service_head"), make.place(service)
    data = generator.make(1, ROWS).data

    began, now = perf_counter(), timezone.now()
    pages = reading.read(data)
    plan = propose(service, table(pages[0]))[0].stored | {"place": str(place.pk), "setting": "event_zone"}
    known = {"by": by, "id": new_id(), "service": service, "team": None, "name": "b", "file_hash": "b", "at": now}
    sheet = actions.read(by=by, sheet=actions.bring(**known, pages=pages), page=0, plan=Plan.of(plan))
    while sheet.state == "checking":
        sheet = actions.check(by=by, sheet=sheet, at=now)
    checked = perf_counter()
    while sheet.state != "done":
        sheet = actions.take_in(by=by, sheet=sheet, with_similar=False, at=now)
    saved = perf_counter()
    contacts = sheet.counts["saved"]
    bare = contacts / bare_seconds()
    save = contacts / (saved - checked)
    return {
        "rows_per_s": ROWS / (saved - began),
        "check_rows_per_s": ROWS / (checked - began),
        "save_rows_per_s": save,
        "bare_rows_per_s": bare,
        "ratio": save / bare,
        "rows": ROWS,
    }


def bare_seconds() -> float:
    """Take the saved rows out, put them back without Spojka, and return how long that took."""
    from django.db import connection, transaction

    taken = []
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in cursor.description]
            marks = ", ".join(["%s"] * len(names))
            taken.append((table, f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", cursor.fetchall()))
        for table, _sql, _rows in reversed(taken):
            cursor.execute(f"DELETE FROM {table}")
        began = perf_counter()
        for _table, sql, rows in taken:
            for start in range(0, len(rows), 500):
                with transaction.atomic():
                    cursor.executemany(sql, rows[start : start + 500])
    return perf_counter() - began


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="spojka-bench-", dir=os.environ.get("BENCH_DIR")) as room:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{room}/spojka.sqlite3")
        os.environ |= {"SPOJKA_DATA": room, "SPOJKA_DEMO": "0", "DJANGO_SETTINGS_MODULE": "config.settings"}
        Path(room).mkdir(exist_ok=True)
        import django

        django.setup()
        figures = {key: round(value, 3) for key, value in measured().items()}
    print(json.dumps(figures))


if __name__ == "__main__":
    sys.exit(main())
