"""Tables in which the counter had notes of its own, with two in them: `python -m spojka.keeping.tests.noted`."""

import os
from datetime import UTC, datetime

import django

TABLES = [("counter", "0001_first"), ("clients", "0004_join_part_and_agree")]
AT = datetime(2026, 7, 4, 14, tzinfo=UTC)


def make() -> None:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    executor.migrate(TABLES)
    fill(executor.loader.project_state(TABLES).apps)


def fill(apps) -> None:
    def add(label, **fields):
        return apps.get_model(label).objects.create(**fields)

    house = add("network.Organisation", slug="podchod", name="Podchod")
    service = add("network.Service", organisation=house, name="Kontakt", kind="drop_in")
    own = {"organisation": house, "service": service}
    first, second = (add("clients.Client", **own, code=code, recorded_by="bara") for code in ("KRA84", "MOL91"))
    about = {**own, "client": second, "written_by": "bara", "recorded_at": AT}
    note = add("counter.CounterNote", **about, kind="message", text="Volala máma.")
    add("counter.CounterNote", **about, kind="instruction", text="Krátké jehly.", ended_at=AT, ended_by="vit")
    told = {"source": first, "target": second, "made_by": "bara", "reason": "x"}
    joining = add("clients.Joining", **own, kind="merge", **told)
    add("clients.Moved", **own, joining=joining, model="counter.CounterNote", column="client", row=note.pk)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    make()
