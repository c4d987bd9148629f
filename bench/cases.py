"""Case work: the line of time of a long case and the search in many, over HTTP, in turns with the bare query.

One case has BENCH_TIMELINE (10,000) entries of two houses, of five kinds; BENCH_ENTRIES (200,000) lie in 2,000 cases.
timeline_p95_ms: the slowest of the first page, a deep one, one about a person and one with words, as the guest reads
them, who may know two kinds of one person; search_p95_ms: the page of the search box, the slowest of five words.
ratio: to the plain query of thirty rows and the least that the server answers; of the search to its index alone.
"""

import json
import os
import sys
from time import perf_counter

from bench.house import House, furnished, say
from bench.lists import asked, p95, warmed

TIMELINE = int(os.environ.get("BENCH_TIMELINE", "10000"))
ENTRIES = int(os.environ.get("BENCH_ENTRIES", "200000"))
SECONDS = float(os.environ.get("BENCH_SECONDS", "3"))


def measured(house: House, said: dict) -> dict[str, float]:
    figures: dict[str, float] = {}
    least = p95(asked(house, "/healthz", said["sessions"], SECONDS))
    for kind, pages in said["pages"].items():
        for name, path in pages.items():
            warmed(house, path, said["sessions"])
            took = p95(asked(house, path, said["sessions"], SECONDS))
            say(f"{kind} {name}: {took} ms")
            figures[f"case.{kind}_p95_ms"] = max(figures.get(f"case.{kind}_p95_ms", 0), took)
        figures[f"case.{kind}_bare_p95_ms"] = round(said["bare"][kind] + least, 1)
        figures[f"case.{kind}_ratio"] = round(figures[f"case.{kind}_p95_ms"] / figures[f"case.{kind}_bare_p95_ms"], 1)
    return figures


def main() -> None:
    with furnished(["migrate"], ["createcachetable"], ["load_codelists"], ["demo"]) as house:
        said = house.said("bench.case_pages", str(TIMELINE), str(ENTRIES))
        figures = measured(house, said)
    found = said["search"]
    figures |= {"case.search_p95_ms": round(found["p95"], 1), "case.search_bare_p95_ms": round(found["bare"], 2)}
    figures["case.search_ratio"] = round(found["p95"] / found["bare"], 1)
    print(json.dumps(figures))


def timed(do, times: int) -> float:
    """Return the 95th percentile in milliseconds."""
    took = []
    for _time in range(times):
        began = perf_counter()
        do()
        took.append(perf_counter() - began)
    return sorted(took)[int(times * 0.95)] * 1000


if __name__ == "__main__":
    main()
    sys.exit(0)
