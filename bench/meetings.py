"""Meetings: the list, a series, a meeting with what came back, its minutes, and what the page asks again and again.

BENCH_MEETINGS (1,000) meetings of one service with 20 people and BENCH_LINES (60) lines each; a tenth of the lines
are tasks, one in ten of them is still open. p95_ms: the slowest of the pages, one reader who asks again when answered.
ratio: to the plain query of the lines of one meeting and the least that the server answers.
"""

import json
import os
import sys

from bench.house import House, furnished, say
from bench.lists import asked, p95, warmed

MEETINGS = int(os.environ.get("BENCH_MEETINGS", "1000"))
LINES = int(os.environ.get("BENCH_LINES", "60"))
SECONDS = float(os.environ.get("BENCH_SECONDS", "3"))


def measured(house: House, said: dict) -> dict[str, float]:
    least, slowest = p95(asked(house, "/healthz", said["sessions"], SECONDS)), 0.0
    for name, path in said["pages"].items():
        warmed(house, path, said["sessions"])
        took = p95(asked(house, path, said["sessions"], SECONDS))
        say(f"{name}: {took} ms")
        slowest = max(slowest, took)
    bare = round(said["bare"] + least, 1)
    return {"meetings.p95_ms": slowest, "meetings.bare_p95_ms": bare, "meetings.ratio": round(slowest / bare, 1)}


def main() -> None:
    with furnished(["migrate"], ["createcachetable"], ["load_codelists"], ["demo"]) as house:
        figures = measured(house, house.said("bench.meeting_pages", str(MEETINGS), str(LINES)))
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
    sys.exit(0)
