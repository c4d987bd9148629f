"""Pages of a stock with a million movements, over HTTP: what there is, one item's month, differences.

BENCH_MOVEMENTS (1,000,000) movements of one service in five years, nine of ten of them hand-outs of contacts.
`p95_ms`: ten readers, each of whom opens a page every second, a stock-taking each quarter; `one`: a reader alone;
`never`: alone, when nobody ever took stock, so that all of the five years count; `live`: alone, with a day of contacts
that no closing has seen. Each figure is the 95th percentile of its slowest page; stderr tells of each page.
"""

import json
import os

from bench.house import House, big, say, server
from bench.lists import asked, p95, warmed

SECONDS = float(os.environ.get("BENCH_SECONDS", "3"))
PACED = float(os.environ.get("BENCH_PACED_SECONDS", "8"))


def slowest(house: House, said: dict, kind: str, many: bool = False) -> float:
    """Return the 95th percentile of the slowest page."""
    found = 0.0
    for name, path in said["pages"].items():
        warmed(house, path, said["sessions"])
        if many:
            took = p95(asked(house, path, said["sessions"], PACED, every=1))
        else:
            took = p95(asked(house, path, said["sessions"][:1], SECONDS))
        say(f"{kind} {name}: {took} ms")
        found = max(found, took)
    return found


def main() -> None:
    figures = {}
    with big() as house:
        say(json.dumps(house.said("bench.stocked", "fill")))
        house.spojka("stock", "close")
        said = house.said("bench.stocked", "ask")
        with server(house.env, house.port, house.log):
            figures["never.p95_ms"] = slowest(house, said, "never counted")
        house.said("bench.stocked", "count")
        with server(house.env, house.port, house.log):
            figures["one.p95_ms"] = slowest(house, said, "alone")
            figures["p95_ms"] = slowest(house, said, "ten", many=True)
        house.said("bench.stocked", "late")
        with server(house.env, house.port, house.log):
            figures["live.p95_ms"] = slowest(house, said, "live")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
