"""Everybody of the demonstration follows every link they are offered: `python -m tools.crawl [who …]`.

First without a browser, two pages of each kind: what is offered and cannot be opened, questions to the database
that grow with rows, ids twice, links without words, words that were not translated. Then one page of each kind in
Chromium: errors in the console, pages wider than the screen, what axe finds. It exits with 1 when it found anything.
CRAWL_DATA names a folder with a demonstration made before; CRAWL=links leaves the browser out.
"""

import json
import logging
import os
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.demo_server import ROOT, server

OPEN = ["/account/login/", "/privacy/", "/projection/", "/public/zastavka/", "/public/mesto-lipovec/"]
PARTS = 2  # Chromiums at a time


def begin(room: str) -> None:
    """Let this process read the database of the demonstration."""
    os.environ |= {"SPOJKA_DATA": room, "SPOJKA_DEMO": "1", "DJANGO_SETTINGS_MODULE": "config.settings"}
    import django

    django.setup()
    logging.disable(logging.CRITICAL)


def walk(people: list[str]):
    """Return all visits of all people, and the keys of their sessions."""
    from django.conf import settings
    from django.test import Client as Browser

    from tools.crawl_links import follow

    visits, keys = [], {}
    for turn, who in enumerate(people):
        browser, starts = Browser(), OPEN
        if who:
            browser.post("/account/demo/", {"person": who})
            keys[who], starts = browser.cookies[settings.SESSION_COOKIE_NAME].value, ["/"]
        browser.cookies["language"] = ("cs", "en")[turn % 2]
        found = list(follow(browser, who, starts))
        print(f"{who or 'nobody'}: {len(found)} pages of {len({one.kind for one in found})} kinds", flush=True)
        visits += found
    return visits, keys


def told(visits) -> list[str]:
    """Return each fault once, with the first page that has it and how many more have it."""
    where: dict[tuple[str, str], list[str]] = {}
    for visit in visits:
        for fault in visit.faults:
            where.setdefault((visit.kind, fault), []).append(f"{visit.who or 'nobody'} {visit.address}")
    return [
        f"{kind}: {fault}\n    {places[0]}" + (f" and {len(places) - 1} more" if places[1:] else "")
        for (kind, fault), places in where.items()
    ]


def in_chromium(address: str, room: str, visits, keys):
    """Share the pages out to some processes, each with a Chromium; return the visits with what they found."""
    from tools.crawl_links import Visit
    from tools.crawl_looks import shared_out

    wanted = [(asdict(visit) | {"faults": []}, look) for visit, look in shared_out(visits)]
    print(f"{len(wanted)} looks in Chromium: {dict(Counter(look for _visit, look in wanted))}", flush=True)

    def one(part: int):
        said = json.dumps({"address": address, "room": room, "keys": keys, "wanted": wanted[part::PARTS]})
        done = subprocess.run([sys.executable, "-m", "tools.crawl", "--look"], input=said, text=True, cwd=ROOT,
                              stdout=subprocess.PIPE, check=True)  # fmt: skip
        return [Visit(**json.loads(line)) for line in done.stdout.splitlines()]

    with ThreadPoolExecutor(PARTS) as pool:
        return [visit for found in pool.map(one, range(PARTS)) for visit in found]


def look() -> None:
    """Look at what another process asks for; print each visit with what is wrong, in a line."""
    asked = json.load(sys.stdin)
    begin(asked["room"])
    from playwright.sync_api import sync_playwright

    from tests.browser import find_chromium
    from tools.crawl_links import Visit
    from tools.crawl_looks import looked_at

    wanted = [(Visit(**visit), tuple(how)) for visit, how in asked["wanted"]]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        for visit, how, faults in looked_at(chromium, asked["address"], asked["keys"], wanted):
            told_how = f"{visit.address} ({' '.join(how)})"
            print(json.dumps(asdict(visit) | {"address": told_how, "faults": faults}), flush=True)
        chromium.close()


def main() -> int:
    """Walk, look, tell."""
    with TemporaryDirectory() as new:
        room = os.environ.get("CRAWL_DATA", new)
        with server(Path(room), log=subprocess.DEVNULL) as address:
            begin(room)
            from spojka.members.demo_people import PEOPLE

            visits, keys = walk(sys.argv[1:] or [*(person.local_part for person in PEOPLE), ""])
            looks = in_chromium(address, room, visits, keys) if os.environ.get("CRAWL") != "links" else []
    faults = told(visits) + told(looks)
    print("\n".join(faults))
    kinds, most = {one.kind for one in visits}, max(visits, key=lambda one: one.queries)
    print(f"{len(visits)} pages of {len(kinds)} kinds, {len(looks)} looks, {len(faults)} faults; at most "
          f"{most.queries} questions to the database, on {most.address}")  # fmt: skip
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(look() if sys.argv[1:] == ["--look"] else main())
