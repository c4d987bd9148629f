"""The counter of a drop-in centre over HTTP: from the code to the client's line, and the exchange that is saved.

BENCH_CLIENTS (20,000) clients with BENCH_EACH (6) exchanges each; BENCH_TABLES (5) workers, each of whom serves one
client a second: finds the line, then saves the exchange, durably. The figure itself is the 95th percentile of finding;
`save` that of saving; `one` the same of a worker alone, who goes on at once.
"""

import json
import os
import random
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from urllib.parse import urlencode

from bench.house import furnished, say

SECONDS = float(os.environ.get("BENCH_SECONDS", "15"))
TOKEN = "c" * 32
Took = list[tuple[str, float]]


def post(connection: HTTPConnection, session: str, path: str, said: dict[str, str], **more: str) -> tuple[float, int]:
    headers = {"Cookie": f"session={session}; csrftoken={TOKEN}; language=cs", "X-CSRFToken": TOKEN} | more
    headers["Content-Type"] = "application/x-www-form-urlencoded"
    began = time.perf_counter()
    connection.request("POST", path, urlencode(said), headers)
    answer = connection.getresponse()
    answer.read()
    return time.perf_counter() - began, answer.status


def serve(plan: dict, number: int, every: float) -> Took:
    """Serve one client after another until the time is up."""
    # a clock of its own would do, but ids must be such as phones make
    from spojka.base.ids import new_id

    rng, took = random.Random(number), []
    session, codes = plan["sessions"][number], plan["codes"]
    connection = HTTPConnection("127.0.0.1", plan["port"], timeout=30)
    end = time.perf_counter() + SECONDS
    due = time.perf_counter() + every * number / len(plan["sessions"])
    while (now := time.perf_counter()) < end:
        time.sleep(max(0, due - now))
        due += every
        code = rng.choice(codes)
        steps = {"find": (plan["find"], {"typed": code}, {"HX-Request": "true"})}
        typed = {"id": str(new_id()), "side": "code", "code": code, "asks_back": "True", "over": "měření"}
        typed |= {"materials-syringe_1": "5", "materials-sterile_water": "5", "taken-syringe_1": "4"}
        steps["save"] = (plan["save"], typed, {"Prefer": "return=minimal"})
        for name, (path, said, headers) in steps.items():
            seconds, status = post(connection, session, path, said, **headers)
            if status not in (200, 201):
                sys.exit(f"{name} was answered by {status}")
            took.append((name, seconds))
    return took


def p95(took: Took, name: str) -> float:
    found = sorted(seconds for one, seconds in took if one == name)
    return round(found[int(len(found) * 0.95)] * 1000, 1)


def main() -> None:
    with furnished(["migrate"]) as house:  # the server would do it, too, but not in the time one waits for it
        plan = house.said("bench.room") | {"port": house.port}
        serve(plan | {"sessions": plan["sessions"][:1]}, 0, 0)  # every process has made such a page once
        alone = serve(plan | {"sessions": plan["sessions"][:1]}, 0, 0)
        with ThreadPoolExecutor(len(plan["sessions"])) as tables:
            together = list(tables.map(lambda number: serve(plan, number, 1), range(len(plan["sessions"]))))
    paced = [one for part in together for one in part]
    figures = {"p95_ms": p95(paced, "find"), "save.p95_ms": p95(paced, "save")}
    figures |= {"one.p95_ms": p95(alone, "find"), "one.save.p95_ms": p95(alone, "save")}
    say(f"{len(plan['codes'])} clients, {len(paced)} steps of {len(plan['sessions'])} workers: {figures}")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
