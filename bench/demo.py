"""The demonstration built big: rows a second, all tables together, audit and indexes included.

BENCH_ENCOUNTERS (200,000) contacts.
"""

import json
import os
import sys
import time

from bench.house import empty

ENCOUNTERS = int(os.environ.get("BENCH_ENCOUNTERS", "200000"))


def rows() -> int:
    from django.apps import apps

    ours = [model for model in apps.get_models() if model._meta.app_config.name.startswith("spojka.")]
    return sum(model._default_manager.count() for model in ours)


def main() -> None:
    with empty() as house:
        house.spojka("migrate")
        began = time.perf_counter()
        house.spojka("demo", "--encounters", str(ENCOUNTERS), "--until", "2026-06-30")
        took = time.perf_counter() - began
        made = house.said("bench.demo", "count")["rows"]
    print(json.dumps({"rows_per_s": round(made / took), "encounters_per_s": round(ENCOUNTERS / took)}))


if __name__ == "__main__":
    if sys.argv[1:] == ["count"]:
        import django

        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        django.setup()
        print(json.dumps({"rows": rows()}))
    else:
        main()
