"""Groups: the agenda with what came back, the page of a group, the list of many; a word in all their minutes.

BENCH_GROUPS (200) groups with BENCH_GROUP_MEETINGS (50) meetings of BENCH_ITEMS (30) lines each: 10,000 meetings and
300,000 items. agenda_p95_ms: the slowest of the pages, one reader who asks again when answered. search_p95_ms: the
page of the search box, the slowest of its words. ratio: to the plain query of what one agenda shows and the least
that the server answers; of the search to its index alone.
"""

import json
import os
import sys

from bench.house import House, furnished, say
from bench.lists import asked, p95, warmed

GROUPS = int(os.environ.get("BENCH_GROUPS", "200"))
MEETINGS = int(os.environ.get("BENCH_GROUP_MEETINGS", "50"))
ITEMS = int(os.environ.get("BENCH_ITEMS", "30"))
SECONDS = float(os.environ.get("BENCH_SECONDS", "3"))


def measured(house: House, said: dict) -> dict[str, float]:
    least, slowest = p95(asked(house, "/healthz", said["sessions"], SECONDS)), 0.0
    for name, path in said["pages"].items():
        warmed(house, path, said["sessions"])
        took = p95(asked(house, path, said["sessions"], SECONDS))
        say(f"{name}: {took} ms")
        slowest = max(slowest, took)
    bare, found = round(said["bare"] + least, 1), said["search"]
    figures = {"groups.agenda_p95_ms": slowest, "groups.agenda_bare_p95_ms": bare}
    figures |= {"groups.agenda_ratio": round(slowest / bare, 1), "groups.search_p95_ms": round(found["p95"], 1)}
    figures |= {"groups.search_bare_p95_ms": round(found["bare"], 2)}
    return figures | {"groups.search_ratio": round(found["p95"] / found["bare"], 1)}


def main() -> None:
    with furnished(["migrate"], ["createcachetable"], ["load_codelists"], ["demo"]) as house:
        said = house.said("bench.group_pages", str(GROUPS), str(MEETINGS), str(ITEMS))
        figures = measured(house, said)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
    sys.exit(0)
