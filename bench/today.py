"""The page Today of a coordinator with BENCH_MATTERS (2,000) open matters, over HTTP, what is read audited.

p95_ms: the page as it is asked again and again; first_ms: the slowest first one of a worker, which puts its questions
into SQL; ratio: to the twenty soonest of each kind by plain SQL and the least that the server answers, in one run.
"""

import json
import os
import sys

from bench.house import furnished
from bench.lists import asked, p95, warmed

MATTERS = int(os.environ.get("BENCH_MATTERS", "2000"))
SECONDS = float(os.environ.get("BENCH_SECONDS", "3"))


def main() -> None:
    with furnished(["migrate"], ["createcachetable"], ["load_codelists"], ["demo"]) as house:
        said = house.said("bench.today_pages", str(MATTERS))
        least = p95(asked(house, "/healthz", said["sessions"], SECONDS))
        first = warmed(house, said["path"], said["sessions"])
        took = p95(asked(house, said["path"], said["sessions"], SECONDS))
    bare = round(said["bare"] + least, 1)
    figures = {
        "today.p95_ms": took,
        "today.first_ms": first,
        "today.bare_p95_ms": bare,
        "today.ratio": round(took / bare, 1),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
    sys.exit(0)
