"""Take all contacts of a house away, as a table and as a workbook.

BENCH_HOUSE names a folder in which the demonstration stays (500,000 contacts, or BENCH_SIZE). csv_s and xlsx_s: the
whole file, from the first query to the last byte; csv_rows_per_s: of those rows that went; first_ms: until the first
piece of the table; peak_mb: the most memory the process held, beyond what it held before.
"""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread
from time import monotonic

import django

from bench.house import big

ROWS = os.environ.get("BENCH_SIZE", "500000")


class Memory(Thread):
    """Watches how much memory this process holds."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.over, self.start_at, self.most = Event(), held(), 0

    def run(self) -> None:
        while not self.over.wait(0.05):
            self.most = max(self.most, held() - self.start_at)


def held() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def measured() -> dict[str, float]:
    from django.db.models import Q

    from spojka.access.actor import Actor
    from spojka.access.permissions import Permission
    from spojka.encounters.taking import taken
    from spojka.network.models import Membership, Service

    house = max((one.organisation for one in Service.objects.select_related("organisation")), key=_size)
    members = Membership.objects.filter(organisation=house, role__in=("service_head", "organisation_manager"))
    head = Actor.member(members.order_by("pk").first())
    services = frozenset(Service.objects.filter(organisation=house).values_list("pk", flat=True))
    by = replace(head, services=services, permissions=head.permissions | {Permission.ENCOUNTER_EXPORT})
    memory = Memory()
    memory.start()
    figures: dict[str, float] = {}
    for kind in ("csv", "xlsx"):
        began, size, first = monotonic(), 0, 0.0
        for piece in taken(by, Q(), "", kind):
            first = first or monotonic() - began
            size += len(piece)
        figures |= {f"{kind}_s": round(monotonic() - began, 2), f"{kind}_mb": round(size / 2**20, 1)}
        figures |= {"first_ms": round(first * 1000)} if kind == "csv" else {}
    memory.over.set()
    rows = _size(house)
    return figures | {"rows": rows, "csv_rows_per_s": round(rows / figures["csv_s"]), "peak_mb": memory.most >> 20}


def _size(house) -> int:
    from spojka.encounters.models import Encounter

    return Encounter.objects.filter(organisation=house).count()


def main() -> None:
    with big("--encounters", ROWS) as house:
        print(json.dumps(house.said("bench.export", "measure")))


if __name__ == "__main__":
    if sys.argv[1:]:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        django.setup()
        print(json.dumps(measured()))
    else:
        main()
